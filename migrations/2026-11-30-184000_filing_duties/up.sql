-- Several periods filed at once, and whether that was taken back (crate coding).
CREATE TABLE filing_batches (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL,
    product_id TEXT,
    products BIGINT NOT NULL,
    periods BIGINT NOT NULL,
    zeros BIGINT NOT NULL,
    quantity BIGINT NOT NULL,
    account_id TEXT REFERENCES accounts (id),
    filed_at TIMESTAMP NOT NULL,
    withdrawn_at TIMESTAMP,
    withdrawn_by TEXT REFERENCES accounts (id),
    withdrawal_reason TEXT,
    withdrawn_periods BIGINT,
    CONSTRAINT filing_batches_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES enterprises (id),
    CONSTRAINT filing_batches_product_id_fkey FOREIGN KEY (enterprise_id, product_id) REFERENCES products (enterprise_id, id)
);
CREATE INDEX filing_batches_enterprise_id_filed_at_idx ON filing_batches (enterprise_id, filed_at);
CREATE INDEX filing_batches_enterprise_id_product_id_idx ON filing_batches (enterprise_id, product_id);
CREATE INDEX filing_batches_account_id_idx ON filing_batches (account_id);
CREATE INDEX filing_batches_withdrawn_by_idx ON filing_batches (withdrawn_by);

ALTER TABLE filings ADD COLUMN account_id TEXT REFERENCES accounts (id);
ALTER TABLE filings ADD COLUMN filing_batch_id TEXT REFERENCES filing_batches (id);
ALTER TABLE filings ADD COLUMN is_withdrawn BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE filings ADD COLUMN coded_quantity BIGINT;
CREATE INDEX filings_account_id_idx ON filings (account_id);
CREATE INDEX filings_filing_batch_id_idx ON filings (filing_batch_id);

-- What was filed before and after each change of a filing, and why.
CREATE TABLE filing_corrections (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL,
    filing_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    old_quantity BIGINT,
    new_quantity BIGINT,
    old_note TEXT,
    new_note TEXT,
    reason TEXT,
    account_id TEXT REFERENCES accounts (id),
    made_at TIMESTAMP NOT NULL,
    CONSTRAINT filing_corrections_filing_id_version_key UNIQUE (filing_id, version),
    CONSTRAINT filing_corrections_filing_id_fkey FOREIGN KEY (enterprise_id, filing_id) REFERENCES filings (enterprise_id, id)
);
CREATE INDEX filing_corrections_enterprise_id_filing_id_idx ON filing_corrections (enterprise_id, filing_id);
CREATE INDEX filing_corrections_account_id_idx ON filing_corrections (account_id);

-- How far each enterprise is behind with its filings, as it was last counted; no row when it is not.
CREATE TABLE filing_arrears (
    enterprise_id TEXT NOT NULL PRIMARY KEY,
    products BIGINT NOT NULL,
    overdue BIGINT NOT NULL,
    oldest_due_on DATE NOT NULL,
    counted_at TIMESTAMP NOT NULL,
    CONSTRAINT filing_arrears_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES enterprises (id)
);
CREATE INDEX filing_arrears_overdue_idx ON filing_arrears (overdue);
