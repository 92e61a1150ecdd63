CREATE TABLE inspection_reports_old (
    file_id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    CONSTRAINT inspection_reports_product_id_fkey FOREIGN KEY (enterprise_id, product_id) REFERENCES products (enterprise_id, id)
);
INSERT INTO inspection_reports_old (file_id, enterprise_id, product_id)
SELECT file_id, enterprise_id, product_id FROM inspection_reports WHERE batch_id IS NULL;
DROP TABLE inspection_reports;
ALTER TABLE inspection_reports_old RENAME TO inspection_reports;
CREATE INDEX inspection_reports_enterprise_id_product_id_idx ON inspection_reports (enterprise_id, product_id);
ALTER TABLE batches DROP COLUMN note;
ALTER TABLE batches DROP COLUMN reports_public;
ALTER TABLE batches DROP COLUMN reports;
ALTER TABLE batches DROP COLUMN report_kind;
ALTER TABLE batches DROP COLUMN quantity_kind;
ALTER TABLE batches DROP COLUMN quantity;
