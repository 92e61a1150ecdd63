DROP TABLE delivery_notices;
DROP INDEX deliveries_enterprise_id_kind_via_digest_on_idx;
ALTER TABLE deliveries DROP COLUMN digest_on;
ALTER TABLE deliveries DROP COLUMN kind;
