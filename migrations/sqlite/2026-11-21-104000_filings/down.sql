DROP TABLE filings;
ALTER TABLE products DROP COLUMN report_expires_on;
ALTER TABLE products DROP COLUMN filing_period;
