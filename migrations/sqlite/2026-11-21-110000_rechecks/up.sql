-- When a maker last wrote or looked over what it says of a product, which it is to do from time to time.

ALTER TABLE products ADD COLUMN rechecked_at TIMESTAMP NOT NULL DEFAULT '1970-01-01 00:00:00';
UPDATE products SET rechecked_at = updated_at;
CREATE INDEX products_enterprise_id_state_rechecked_at_idx ON products (enterprise_id, state, rechecked_at, id);
