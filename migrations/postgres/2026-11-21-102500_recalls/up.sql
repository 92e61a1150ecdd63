-- Recalls of a product, of a batch, or of a run of units (crate coding); none is ever deleted.

CREATE TABLE recalls (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    batch_id TEXT,
    prefix TEXT,
    width BIGINT,
    first_number BIGINT,
    last_number BIGINT,
    reason TEXT NOT NULL,
    advice TEXT NOT NULL,
    opened_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP,
    end_reason TEXT,
    CONSTRAINT recalls_run_check CHECK (
        (prefix IS NULL AND width IS NULL AND first_number IS NULL AND last_number IS NULL)
        OR (prefix IS NOT NULL AND width IS NOT NULL AND first_number >= 0 AND last_number >= first_number AND batch_id IS NULL)
    ),
    CONSTRAINT recalls_product_id_fkey FOREIGN KEY (enterprise_id, product_id) REFERENCES products (enterprise_id, id),
    CONSTRAINT recalls_batch_id_fkey FOREIGN KEY (enterprise_id, batch_id) REFERENCES batches (enterprise_id, id)
);
CREATE INDEX recalls_enterprise_id_product_id_idx ON recalls (enterprise_id, product_id);
CREATE INDEX recalls_product_id_idx ON recalls (product_id);
CREATE INDEX recalls_enterprise_id_batch_id_idx ON recalls (enterprise_id, batch_id);
CREATE INDEX recalls_enterprise_id_opened_at_idx ON recalls (enterprise_id, opened_at);
