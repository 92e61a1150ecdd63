-- Codes of other schemes that products are known by, out of their records, so that one code is of one product. Older rows may
-- be double: the first holds the code, the others wait for it.
CREATE TABLE linked_codes (
    product_id TEXT NOT NULL,
    scheme TEXT NOT NULL,
    code TEXT NOT NULL,
    enterprise_id TEXT NOT NULL,
    is_held BOOLEAN NOT NULL,
    created_at TIMESTAMP NOT NULL,
    CONSTRAINT linked_codes_pkey PRIMARY KEY (product_id, scheme, code),
    CONSTRAINT linked_codes_product_id_fkey FOREIGN KEY (enterprise_id, product_id) REFERENCES products (enterprise_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX linked_codes_held_key ON linked_codes (scheme, code) WHERE is_held;
CREATE INDEX linked_codes_enterprise_id_product_id_idx ON linked_codes (enterprise_id, product_id);

-- The version of a product whose codes are there; an older server, and rows from before, leave it behind.
ALTER TABLE products ADD COLUMN linked_version BIGINT;
