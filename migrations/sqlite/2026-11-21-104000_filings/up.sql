-- How many a maker produced, filed in the rhythm of each product (F158-F160).

ALTER TABLE products ADD COLUMN filing_period TEXT;
ALTER TABLE products ADD COLUMN report_expires_on DATE;

CREATE TABLE filings (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    period TEXT NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    quantity BIGINT NOT NULL,
    is_exact BOOLEAN NOT NULL,
    note TEXT,
    version BIGINT NOT NULL,
    filed_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT filings_product_id_starts_on_key UNIQUE (product_id, starts_on),
    CONSTRAINT filings_enterprise_id_id_key UNIQUE (enterprise_id, id),
    CONSTRAINT filings_period_check CHECK (period IN ('daily', 'monthly', 'quarterly', 'yearly')),
    CONSTRAINT filings_quantity_check CHECK (quantity >= 0),
    CONSTRAINT filings_product_id_fkey FOREIGN KEY (enterprise_id, product_id) REFERENCES products (enterprise_id, id)
);
CREATE INDEX filings_enterprise_id_product_id_idx ON filings (enterprise_id, product_id);
CREATE INDEX filings_enterprise_id_filed_at_idx ON filings (enterprise_id, filed_at);
