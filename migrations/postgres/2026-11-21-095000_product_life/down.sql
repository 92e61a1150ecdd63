DROP TABLE product_drafts;
DROP TABLE code_events;
DROP TABLE inspection_reports;
ALTER TABLE batches DROP CONSTRAINT batches_product_id_fkey;
ALTER TABLE unit_ranges DROP CONSTRAINT unit_ranges_product_id_fkey;
ALTER TABLE product_versions DROP CONSTRAINT product_versions_product_id_fkey;
ALTER TABLE products RENAME TO products_new;
ALTER TABLE products_new DROP CONSTRAINT products_gtin_key;
ALTER TABLE products_new DROP CONSTRAINT products_enterprise_id_id_key;
ALTER TABLE products_new DROP CONSTRAINT products_pkey;
DROP INDEX products_enterprise_id_created_at_idx;

CREATE TABLE products (
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
INSERT INTO products (
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
    v.record::json ->> 'company_prefix',
    v.record::json ->> 'gpc_code',
    p.brand_name,
    p.model,
    v.record::json ->> 'warranty_period',
    v.record::json ->> 'service_phone',
    COALESCE(v.record::json ->> 'standards', '[]'),
    v.record::json ->> 'licence_number',
    v.record::json ->> 'certificate_number',
    COALESCE(v.record::json ->> 'pictures', '[]'),
    COALESCE(v.record::json ->> 'reports', '[]'),
    (v.record::json ->> 'reports_public')::boolean,
    COALESCE(v.record::json ->> 'manuals', '[]'),
    COALESCE(v.record::json ->> 'certificates', '[]'),
    COALESCE(v.record::json ->> 'attributes', '[]'),
    CASE p.state WHEN 'voided' THEN 'voided' ELSE 'active' END,
    p.state_reason,
    p.search_text,
    p.range_version,
    p.version,
    p.created_at,
    p.updated_at
FROM products_new p JOIN product_versions v ON v.product_id = p.id AND v.number = p.number;
DROP TABLE product_versions;
DROP TABLE products_new;
CREATE INDEX products_enterprise_id_created_at_idx ON products (enterprise_id, created_at);
ALTER TABLE batches ADD CONSTRAINT batches_product_id_fkey FOREIGN KEY (enterprise_id, product_id) REFERENCES products (enterprise_id, id);
ALTER TABLE unit_ranges ADD CONSTRAINT unit_ranges_product_id_fkey FOREIGN KEY (enterprise_id, product_id) REFERENCES products (enterprise_id, id);
ALTER TABLE enterprises DROP COLUMN review_mode;
