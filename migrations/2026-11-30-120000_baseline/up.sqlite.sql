-- What was scanned (crate scan). Clustered by key: an append or a count is one tree, one page. Times are milliseconds
-- since 1970, as text would be the largest part of the work of recording.

CREATE TABLE scan_events (
    enterprise_id TEXT NOT NULL,
    id BIGINT NOT NULL,
    product_id TEXT NOT NULL,
    level TEXT NOT NULL,
    code TEXT NOT NULL,
    verdict TEXT NOT NULL,
    channel TEXT NOT NULL,
    region_code TEXT,
    scanned_at BIGINT NOT NULL,
    CONSTRAINT scan_events_pkey PRIMARY KEY (enterprise_id, id)
) WITHOUT ROWID;

CREATE TABLE scan_counters (
    enterprise_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    level TEXT NOT NULL,
    code TEXT NOT NULL,
    scans BIGINT NOT NULL,
    first_scanned_at BIGINT NOT NULL,
    last_event_id BIGINT NOT NULL,
    CONSTRAINT scan_counters_pkey PRIMARY KEY (enterprise_id, product_id, level, code)
) WITHOUT ROWID;

-- How far scan_counters is complete, where it follows the events (SQLite).
CREATE TABLE scan_progress (
    one BIGINT NOT NULL,
    counted_through BIGINT NOT NULL,
    CONSTRAINT scan_progress_pkey PRIMARY KEY (one),
    CONSTRAINT scan_progress_one CHECK (one = 1)
) WITHOUT ROWID;
