-- The life of a product: its record in versions, review, activation, and the history of all codes (crate coding).

ALTER TABLE enterprises ADD COLUMN review_mode TEXT NOT NULL DEFAULT 'automatic';

ALTER TABLE batches DROP CONSTRAINT batches_product_id_fkey;
ALTER TABLE unit_ranges DROP CONSTRAINT unit_ranges_product_id_fkey;
ALTER TABLE products RENAME TO products_old;
ALTER TABLE products_old DROP CONSTRAINT products_gtin_key;
ALTER TABLE products_old DROP CONSTRAINT products_enterprise_id_id_key;
ALTER TABLE products_old DROP CONSTRAINT products_pkey;
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
    brand_id TEXT,
    brand_name TEXT,
    model TEXT NOT NULL,
    cover TEXT,
    coding_level TEXT NOT NULL,
    state TEXT NOT NULL,
    state_reason TEXT,
    is_paused BOOLEAN NOT NULL,
    activated_at TIMESTAMP,
    number BIGINT NOT NULL,
    search_text TEXT NOT NULL,
    range_version BIGINT NOT NULL,
    version BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT products_gtin_key UNIQUE (gtin),
    CONSTRAINT products_enterprise_id_id_key UNIQUE (enterprise_id, id),
    CONSTRAINT products_brand_id_fkey FOREIGN KEY (enterprise_id, brand_id) REFERENCES brands (enterprise_id, id),
    CONSTRAINT products_state_check CHECK (state IN ('draft', 'submitted', 'rejected', 'approved', 'activated', 'voided')),
    CONSTRAINT products_code_scope_check CHECK (code_scope IN ('global', 'internal')),
    CONSTRAINT products_coding_level_check CHECK (coding_level IN ('product', 'batch', 'unit', 'combination'))
);
INSERT INTO products (
    id, enterprise_id, gtin, trace_code, code_scope, name, category, product_type, brand_name, model, cover, coding_level, state, state_reason, is_paused, activated_at, number, search_text, range_version, version, created_at, updated_at
)
SELECT
    id, enterprise_id, gtin, trace_code, code_scope, name, category, product_type, brand_name, model, pictures::json ->> 0, 'unit', CASE state WHEN 'active' THEN 'activated' ELSE state END, state_reason, FALSE, created_at, 1, search_text, range_version, version, created_at, updated_at
FROM products_old;
CREATE INDEX products_enterprise_id_created_at_idx ON products (enterprise_id, created_at);
CREATE INDEX products_enterprise_id_brand_id_idx ON products (enterprise_id, brand_id);

-- What a maker says of a product: while it is prepared one row that is replaced, once it is activated one row for each
-- amendment, none of which changes again.
CREATE TABLE product_versions (
    product_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    enterprise_id TEXT NOT NULL,
    record TEXT NOT NULL,
    changed TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    CONSTRAINT product_versions_pkey PRIMARY KEY (product_id, number),
    CONSTRAINT product_versions_product_id_fkey FOREIGN KEY (enterprise_id, product_id) REFERENCES products (enterprise_id, id)
);
CREATE INDEX product_versions_enterprise_id_product_id_idx ON product_versions (enterprise_id, product_id);
INSERT INTO product_versions (product_id, number, enterprise_id, record, changed, made_at)
SELECT id, 1, enterprise_id, json_build_object(
        'category', category,
        'company_prefix', company_prefix,
        'trace_code', trace_code,
        'name', name,
        'product_type', product_type,
        'gpc_code', gpc_code,
        'brand_name', brand_name,
        'model', model,
        'warranty_period', warranty_period,
        'service_phone', service_phone,
        'standards', standards::json,
        'licence_number', licence_number,
        'certificate_number', certificate_number,
        'pictures', pictures::json,
        'reports', reports::json,
        'reports_public', reports_public,
        'manuals', manuals::json,
        'certificates', certificates::json,
        'attributes', attributes::json
    )::text, '[]', created_at
FROM products_old;

-- Which product an inspection report is for: one.
CREATE TABLE inspection_reports (
    file_id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    CONSTRAINT inspection_reports_product_id_fkey FOREIGN KEY (enterprise_id, product_id) REFERENCES products (enterprise_id, id)
);
CREATE INDEX inspection_reports_enterprise_id_product_id_idx ON inspection_reports (enterprise_id, product_id);
INSERT INTO inspection_reports (file_id, enterprise_id, product_id)
SELECT r.value, p.enterprise_id, p.id FROM products_old p, json_array_elements_text(p.reports::json) AS r (value)
ON CONFLICT DO NOTHING;

DROP TABLE products_old;
ALTER TABLE batches ADD CONSTRAINT batches_product_id_fkey FOREIGN KEY (enterprise_id, product_id) REFERENCES products (enterprise_id, id);
ALTER TABLE unit_ranges ADD CONSTRAINT unit_ranges_product_id_fkey FOREIGN KEY (enterprise_id, product_id) REFERENCES products (enterprise_id, id);

-- What was done to codes, at whatever level: to a product, to a batch of it, or to a run of its units.
CREATE TABLE code_events (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    batch_id TEXT,
    prefix TEXT,
    width BIGINT,
    first_number BIGINT,
    last_number BIGINT,
    kind TEXT NOT NULL,
    detail TEXT,
    reason TEXT,
    account_id TEXT,
    made_at TIMESTAMP NOT NULL,
    CONSTRAINT code_events_product_id_fkey FOREIGN KEY (enterprise_id, product_id) REFERENCES products (enterprise_id, id),
    CONSTRAINT code_events_batch_id_fkey FOREIGN KEY (enterprise_id, batch_id) REFERENCES batches (enterprise_id, id)
);
CREATE INDEX code_events_enterprise_id_product_id_made_at_idx ON code_events (enterprise_id, product_id, made_at);
CREATE INDEX code_events_enterprise_id_batch_id_idx ON code_events (enterprise_id, batch_id);

-- What somebody has typed into a form and not saved.
CREATE TABLE product_drafts (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    subject TEXT NOT NULL,
    content TEXT NOT NULL,
    saved_at TIMESTAMP NOT NULL,
    CONSTRAINT product_drafts_account_id_subject_key UNIQUE (account_id, subject)
);
CREATE INDEX product_drafts_enterprise_id_idx ON product_drafts (enterprise_id);
