-- What a maker says of a batch besides its dates (crate coding).

ALTER TABLE batches ADD COLUMN quantity BIGINT CONSTRAINT batches_quantity_check CHECK (quantity >= 1);
ALTER TABLE batches ADD COLUMN quantity_kind TEXT CONSTRAINT batches_quantity_kind_check CHECK (quantity_kind IN ('exact', 'estimate'));
ALTER TABLE batches ADD COLUMN report_kind TEXT CONSTRAINT batches_report_kind_check CHECK (report_kind IN ('factory', 'type_test'));
ALTER TABLE batches ADD COLUMN reports TEXT NOT NULL DEFAULT '[]';
ALTER TABLE batches ADD COLUMN reports_public BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE batches ADD COLUMN note TEXT;

-- A report is for one product, or for one batch of it.
ALTER TABLE inspection_reports ADD COLUMN batch_id TEXT;
ALTER TABLE inspection_reports ADD CONSTRAINT inspection_reports_batch_id_fkey FOREIGN KEY (enterprise_id, batch_id) REFERENCES batches (enterprise_id, id);
CREATE INDEX inspection_reports_enterprise_id_batch_id_idx ON inspection_reports (enterprise_id, batch_id);
