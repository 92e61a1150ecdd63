PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;

DROP TABLE code_claims;
DROP TABLE vendor_numbers;

-- The rule of the trace code changes, which SQLite can only do to a table that is made anew.
CREATE TABLE products_anew (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
    gtin TEXT NOT NULL,
    trace_code TEXT NOT NULL,
    code_reach TEXT NOT NULL,
    name TEXT NOT NULL,
    category TEXT NOT NULL,
    product_type TEXT NOT NULL,
    brand_id TEXT,
    brand_name TEXT,
    model TEXT NOT NULL,
    cover_file_id TEXT,
    coding_level TEXT NOT NULL,
    state TEXT NOT NULL,
    state_reason TEXT,
    is_paused BOOLEAN NOT NULL,
    activated_at TIMESTAMP,
    revision BIGINT NOT NULL,
    search_text TEXT NOT NULL,
    range_version BIGINT NOT NULL,
    version BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    filing_period TEXT,
    report_expires_on DATE,
    rechecked_at TIMESTAMP NOT NULL,
    is_level_held BOOLEAN NOT NULL,
    CONSTRAINT products_gtin_key UNIQUE (gtin),
    CONSTRAINT products_enterprise_id_id_key UNIQUE (enterprise_id, id),
    CONSTRAINT products_brand_id_fkey FOREIGN KEY (enterprise_id, brand_id) REFERENCES brands (enterprise_id, id),
    CONSTRAINT products_state_check CHECK (state IN ('draft', 'submitted', 'rejected', 'approved', 'activated', 'voided')),
    CONSTRAINT products_code_reach_check CHECK (code_reach IN ('global', 'internal')),
    CONSTRAINT products_coding_level_check CHECK (coding_level IN ('product', 'batch', 'unit', 'combination'))
);
INSERT INTO products_anew (id, enterprise_id, gtin, trace_code, code_reach, name, category, product_type, brand_id, brand_name, model, cover_file_id, coding_level, state, state_reason, is_paused, activated_at, revision, search_text, range_version, version, created_at, updated_at, filing_period, report_expires_on, rechecked_at, is_level_held)
    SELECT id, enterprise_id, gtin, trace_code, code_reach, name, category, product_type, brand_id, brand_name, model, cover_file_id, coding_level, state, state_reason, is_paused, activated_at, revision, search_text, range_version, version, created_at, updated_at, filing_period, report_expires_on, rechecked_at, is_level_held FROM products;
DROP TABLE products;
ALTER TABLE products_anew RENAME TO products;
-- Each holds all that the list filters and sorts by, so that any page of a hundred thousand products is found within it.
CREATE INDEX products_enterprise_id_created_at_idx
    ON products (enterprise_id, created_at, id, state, category, code_reach, coding_level, gtin, search_text);
CREATE INDEX products_enterprise_id_name_idx
    ON products (enterprise_id, name, id, state, category, code_reach, coding_level, gtin, created_at, search_text);
CREATE INDEX products_enterprise_id_gtin_idx
    ON products (enterprise_id, gtin, id, state, category, code_reach, coding_level, created_at, search_text);
CREATE INDEX products_enterprise_id_brand_id_idx ON products (enterprise_id, brand_id);
CREATE INDEX products_enterprise_id_state_rechecked_at_idx ON products (enterprise_id, state, rechecked_at, id);

COMMIT;
PRAGMA foreign_keys = ON;
