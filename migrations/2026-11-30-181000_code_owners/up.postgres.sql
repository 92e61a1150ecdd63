ALTER TABLE products DROP CONSTRAINT products_gtin_key;
ALTER TABLE products
    ADD COLUMN succeeds_product_id TEXT,
    ADD COLUMN voided_by TEXT,
    ADD COLUMN is_code_barred BOOLEAN NOT NULL DEFAULT FALSE,
    ADD CONSTRAINT products_succeeds_product_id_fkey FOREIGN KEY (enterprise_id, succeeds_product_id) REFERENCES products (enterprise_id, id),
    ADD CONSTRAINT products_voided_by_check CHECK (voided_by IN ('maker', 'operator'));
-- A trace code is of one living product; what was issued under it before stays what it was.
CREATE UNIQUE INDEX products_living_gtin_key ON products (gtin) WHERE state <> 'voided';
CREATE INDEX products_gtin_idx ON products (gtin);
CREATE INDEX products_enterprise_id_succeeds_product_id_idx ON products (enterprise_id, succeeds_product_id);

-- Vendor numbers of internal codes: nine digits behind a 2, of which the enterprise has a hundred codes each.
CREATE TABLE vendor_numbers (
    number BIGINT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
    next_product_no BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    CONSTRAINT vendor_numbers_number_check CHECK (number BETWEEN 0 AND 999999999),
    CONSTRAINT vendor_numbers_next_product_no_check CHECK (next_product_no BETWEEN 0 AND 100)
);
CREATE INDEX vendor_numbers_enterprise_id_number_idx ON vendor_numbers (enterprise_id, number);

-- What an enterprise says of a trace code that another one registered, until the operator decides.
CREATE TABLE code_claims (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
    gtin TEXT NOT NULL,
    trace_code TEXT NOT NULL,
    product_id TEXT NOT NULL REFERENCES products (id),
    reason TEXT NOT NULL,
    proof_file_ids TEXT NOT NULL,
    state TEXT NOT NULL,
    reply TEXT,
    replied_at TIMESTAMP,
    decision_reason TEXT,
    decided_at TIMESTAMP,
    created_at TIMESTAMP NOT NULL,
    CONSTRAINT code_claims_state_check CHECK (state IN ('open', 'approved', 'rejected', 'withdrawn'))
);
CREATE UNIQUE INDEX code_claims_enterprise_id_gtin_key ON code_claims (enterprise_id, gtin) WHERE state = 'open';
CREATE INDEX code_claims_enterprise_id_created_at_idx ON code_claims (enterprise_id, created_at);
CREATE INDEX code_claims_gtin_idx ON code_claims (gtin);
CREATE INDEX code_claims_product_id_idx ON code_claims (product_id);
CREATE INDEX code_claims_state_created_at_idx ON code_claims (state, created_at);
