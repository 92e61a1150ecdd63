-- The Global Product Classification, as an operator imported it.

CREATE TABLE gpc_entries (
    code TEXT NOT NULL PRIMARY KEY,
    level BIGINT NOT NULL,
    parent TEXT,
    title TEXT NOT NULL,
    title_en TEXT NOT NULL,
    search_text TEXT NOT NULL,
    CONSTRAINT gpc_entries_level_check CHECK (level BETWEEN 1 AND 4)
);

CREATE INDEX gpc_entries_parent_idx ON gpc_entries (parent);
