-- A job can be paused.

-- SQLite cannot change a check; nothing refers to jobs, so the table is made anew.
CREATE TABLE jobs_new (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    input TEXT NOT NULL,
    state TEXT NOT NULL,
    done BIGINT NOT NULL,
    total BIGINT NOT NULL,
    checkpoint TEXT,
    outcome TEXT,
    error_code TEXT,
    attempts BIGINT NOT NULL,
    lease_until TIMESTAMP,
    created_at TIMESTAMP NOT NULL,
    started_at TIMESTAMP,
    finished_at TIMESTAMP,
    expires_at TIMESTAMP,
    CONSTRAINT jobs_enterprise_id_id_key UNIQUE (enterprise_id, id),
    CONSTRAINT jobs_state_check CHECK (state IN ('queued', 'running', 'paused', 'succeeded', 'failed', 'cancelled'))
);
INSERT INTO jobs_new SELECT * FROM jobs;
DROP TABLE jobs;
ALTER TABLE jobs_new RENAME TO jobs;
CREATE INDEX jobs_account_id_idx ON jobs (account_id);
CREATE INDEX jobs_state_created_at_idx ON jobs (state, created_at);
