-- What was reviewed stays reviewed: the day codes left the factory, and changes of reviewed facts that wait for a decision.

ALTER TABLE batches ADD COLUMN ex_factory_on DATE;
ALTER TABLE unit_ranges ADD COLUMN ex_factory_on DATE;

-- Why a version was made, when a change request made it.
ALTER TABLE product_revisions ADD COLUMN reason TEXT;

-- Changes of what was reviewed of a product, asked for by its maker. One of a product waits at a time.
CREATE TABLE change_requests (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    former TEXT NOT NULL,
    record TEXT NOT NULL,
    changed_fields TEXT NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL,
    state_reason TEXT,
    account_id TEXT,
    created_at TIMESTAMP NOT NULL,
    decided_at TIMESTAMP,
    CONSTRAINT change_requests_state_check CHECK (state IN ('submitted', 'approved', 'rejected', 'withdrawn')),
    CONSTRAINT change_requests_product_id_fkey FOREIGN KEY (enterprise_id, product_id) REFERENCES products (enterprise_id, id)
);
CREATE INDEX change_requests_enterprise_id_product_id_idx ON change_requests (enterprise_id, product_id, created_at);
CREATE INDEX change_requests_state_created_at_idx ON change_requests (state, created_at);
CREATE UNIQUE INDEX change_requests_open_key ON change_requests (product_id) WHERE state = 'submitted';

-- Which products have changes of batches and units to tell the public, and which events tell of a unit or a batch.
CREATE INDEX code_events_enterprise_id_product_id_kind_idx ON code_events (enterprise_id, product_id, kind, made_at);
