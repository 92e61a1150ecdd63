DROP INDEX products_enterprise_id_state_rechecked_at_idx;
ALTER TABLE products DROP COLUMN rechecked_at;
