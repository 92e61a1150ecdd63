DROP INDEX code_events_enterprise_id_product_id_kind_idx;
DROP TABLE change_requests;
ALTER TABLE product_revisions DROP COLUMN reason;
ALTER TABLE unit_ranges DROP COLUMN ex_factory_on;
ALTER TABLE batches DROP COLUMN ex_factory_on;
