DROP TABLE filing_arrears;
DROP TABLE filing_corrections;
DROP INDEX filings_filing_batch_id_idx;
DROP INDEX filings_account_id_idx;
ALTER TABLE filings DROP COLUMN coded_quantity;
ALTER TABLE filings DROP COLUMN is_withdrawn;
ALTER TABLE filings DROP COLUMN filing_batch_id;
ALTER TABLE filings DROP COLUMN account_id;
DROP TABLE filing_batches;
