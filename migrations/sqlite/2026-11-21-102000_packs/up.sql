-- What is in a pack 组合多码 (crate coding). The pack is a unit; a row is a number of things of a product or of a batch,
-- or a run of units. The runs of a product never overlap: a unit is in one pack at a time.

CREATE TABLE pack_contents (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL,
    parent_product_id TEXT NOT NULL,
    parent_prefix TEXT NOT NULL,
    parent_width BIGINT NOT NULL,
    parent_number BIGINT NOT NULL,
    product_id TEXT NOT NULL,
    batch_id TEXT,
    prefix TEXT,
    width BIGINT,
    first_number BIGINT,
    last_number BIGINT,
    quantity BIGINT NOT NULL,
    packed_at TIMESTAMP NOT NULL,
    CONSTRAINT pack_contents_product_id_prefix_width_first_number_key UNIQUE (product_id, prefix, width, first_number),
    CONSTRAINT pack_contents_quantity_check CHECK (quantity >= 1),
    CONSTRAINT pack_contents_run_check CHECK (
        (prefix IS NULL AND width IS NULL AND first_number IS NULL AND last_number IS NULL)
        OR (prefix IS NOT NULL AND width IS NOT NULL AND first_number >= 0 AND last_number >= first_number
            AND batch_id IS NULL AND quantity = last_number - first_number + 1)
    ),
    CONSTRAINT pack_contents_parent_product_id_fkey FOREIGN KEY (enterprise_id, parent_product_id) REFERENCES products (enterprise_id, id),
    CONSTRAINT pack_contents_product_id_fkey FOREIGN KEY (enterprise_id, product_id) REFERENCES products (enterprise_id, id),
    CONSTRAINT pack_contents_batch_id_fkey FOREIGN KEY (enterprise_id, batch_id) REFERENCES batches (enterprise_id, id)
);
CREATE INDEX pack_contents_parent_product_id_idx ON pack_contents (parent_product_id, parent_prefix, parent_width, parent_number);
CREATE INDEX pack_contents_enterprise_id_parent_product_id_idx ON pack_contents (enterprise_id, parent_product_id);
CREATE INDEX pack_contents_enterprise_id_product_id_idx ON pack_contents (enterprise_id, product_id);
CREATE INDEX pack_contents_enterprise_id_batch_id_idx ON pack_contents (enterprise_id, batch_id);
