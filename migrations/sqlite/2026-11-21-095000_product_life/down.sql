PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;

DROP TABLE product_drafts;
DROP TABLE code_events;
DROP TABLE inspection_reports;
CREATE TABLE products_old (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
    gtin TEXT NOT NULL,
    trace_code TEXT NOT NULL,
    code_scope TEXT NOT NULL,
    name TEXT NOT NULL,
    category TEXT NOT NULL,
    product_type TEXT NOT NULL,
    company_prefix TEXT,
    gpc_code TEXT NOT NULL,
    brand_name TEXT,
    model TEXT NOT NULL,
    warranty_period TEXT,
    service_phone TEXT,
    standards TEXT NOT NULL,
    licence_number TEXT,
    certificate_number TEXT,
    pictures TEXT NOT NULL,
    reports TEXT NOT NULL,
    reports_public BOOLEAN NOT NULL,
    manuals TEXT NOT NULL,
    certificates TEXT NOT NULL,
    attributes TEXT NOT NULL,
    state TEXT NOT NULL,
    state_reason TEXT,
    search_text TEXT NOT NULL,
    range_version BIGINT NOT NULL,
    version BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT products_gtin_key UNIQUE (gtin),
    CONSTRAINT products_enterprise_id_id_key UNIQUE (enterprise_id, id),
    CONSTRAINT products_state_check CHECK (state IN ('active', 'voided')),
    CONSTRAINT products_code_scope_check CHECK (code_scope IN ('global', 'internal'))
);
INSERT INTO products_old (
    id, enterprise_id, gtin, trace_code, code_scope, name, category, product_type, company_prefix, gpc_code, brand_name, model, warranty_period, service_phone, standards, licence_number, certificate_number, pictures, reports, reports_public, manuals, certificates, attributes, state, state_reason, search_text, range_version, version, created_at, updated_at
)
SELECT
    p.id,
    p.enterprise_id,
    p.gtin,
    p.trace_code,
    p.code_scope,
    p.name,
    p.category,
    p.product_type,
    json_extract(v.record, '$.company_prefix'),
    json_extract(v.record, '$.gpc_code'),
    p.brand_name,
    p.model,
    json_extract(v.record, '$.warranty_period'),
    json_extract(v.record, '$.service_phone'),
    COALESCE(json_extract(v.record, '$.standards'), '[]'),
    json_extract(v.record, '$.licence_number'),
    json_extract(v.record, '$.certificate_number'),
    COALESCE(json_extract(v.record, '$.pictures'), '[]'),
    COALESCE(json_extract(v.record, '$.reports'), '[]'),
    json_extract(v.record, '$.reports_public'),
    COALESCE(json_extract(v.record, '$.manuals'), '[]'),
    COALESCE(json_extract(v.record, '$.certificates'), '[]'),
    COALESCE(json_extract(v.record, '$.attributes'), '[]'),
    CASE p.state WHEN 'voided' THEN 'voided' ELSE 'active' END,
    p.state_reason,
    p.search_text,
    p.range_version,
    p.version,
    p.created_at,
    p.updated_at
FROM products p JOIN product_versions v ON v.product_id = p.id AND v.number = p.number;
DROP TABLE product_versions;
DROP TABLE products;
ALTER TABLE products_old RENAME TO products;
CREATE INDEX products_enterprise_id_created_at_idx ON products (enterprise_id, created_at);
ALTER TABLE enterprises DROP COLUMN review_mode;

COMMIT;
PRAGMA foreign_keys = ON;
