-- Jobs take turns, make their outcome in parts, and what they make counts against the enterprise's storage (crate web).
ALTER TABLE jobs ADD COLUMN lane TEXT NOT NULL DEFAULT 'long' CONSTRAINT jobs_lane_check CHECK (lane IN ('short', 'long'));
ALTER TABLE jobs ADD COLUMN request TEXT;
ALTER TABLE jobs ADD COLUMN bytes BIGINT NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN parts BIGINT NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN parts_done BIGINT NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN furthest BIGINT NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN stalls BIGINT NOT NULL DEFAULT 0;

-- The parts of an outcome that are ready.
CREATE TABLE job_parts (
    job_id TEXT NOT NULL,
    part BIGINT NOT NULL,
    enterprise_id TEXT NOT NULL,
    attempt BIGINT NOT NULL,
    first BIGINT NOT NULL,
    last BIGINT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    PRIMARY KEY (job_id, part),
    CONSTRAINT job_parts_job_id_fkey FOREIGN KEY (enterprise_id, job_id) REFERENCES jobs (enterprise_id, id)
);
CREATE INDEX job_parts_enterprise_id_job_id_idx ON job_parts (enterprise_id, job_id);

-- When each enterprise last had its turn, in the order of turns.
CREATE TABLE job_turns (
    enterprise_id TEXT NOT NULL PRIMARY KEY REFERENCES enterprises (id),
    turn BIGINT NOT NULL
);
