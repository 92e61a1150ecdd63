-- What was answered to a write that came with an Idempotency-Key (crate web), so that it can be answered again.

CREATE TABLE idempotency_keys (
    enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
    idempotency_key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    status BIGINT NOT NULL,
    location TEXT,
    etag TEXT,
    body TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (enterprise_id, idempotency_key)
);
CREATE INDEX idempotency_keys_created_at_idx ON idempotency_keys (created_at);
