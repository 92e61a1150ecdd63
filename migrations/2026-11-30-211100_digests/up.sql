-- What is not urgent is sent once a day: a delivery tells of several notices of one kind (crate notify).
ALTER TABLE deliveries ADD COLUMN kind TEXT;
ALTER TABLE deliveries ADD COLUMN digest_on DATE;
CREATE UNIQUE INDEX deliveries_enterprise_id_kind_via_digest_on_idx ON deliveries (enterprise_id, kind, via, digest_on)
    WHERE digest_on IS NOT NULL;

CREATE TABLE delivery_notices (
    delivery_id TEXT NOT NULL REFERENCES deliveries (id),
    notice_id TEXT NOT NULL,
    enterprise_id TEXT NOT NULL,
    PRIMARY KEY (delivery_id, notice_id),
    CONSTRAINT delivery_notices_notice_id_fkey FOREIGN KEY (enterprise_id, notice_id) REFERENCES notices (enterprise_id, id)
);
CREATE INDEX delivery_notices_enterprise_id_notice_id_idx ON delivery_notices (enterprise_id, notice_id);
