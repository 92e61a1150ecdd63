-- Brands and qualifications of an enterprise (crate enterprise).

CREATE TABLE brands (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
    name TEXT NOT NULL,
    name_en TEXT,
    introduction TEXT,
    logo_file_id TEXT,
    video_file_id TEXT,
    state TEXT NOT NULL,
    folded_name TEXT NOT NULL,
    search_text TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT brands_enterprise_id_id_key UNIQUE (enterprise_id, id),
    CONSTRAINT brands_state_check CHECK (state IN ('active', 'voided')),
    CONSTRAINT brands_logo_file_id_fkey FOREIGN KEY (enterprise_id, logo_file_id) REFERENCES files (enterprise_id, id),
    CONSTRAINT brands_video_file_id_fkey FOREIGN KEY (enterprise_id, video_file_id) REFERENCES files (enterprise_id, id)
);
CREATE INDEX brands_enterprise_id_created_at_idx ON brands (enterprise_id, created_at);
CREATE INDEX brands_enterprise_id_logo_file_id_idx ON brands (enterprise_id, logo_file_id);
CREATE INDEX brands_enterprise_id_video_file_id_idx ON brands (enterprise_id, video_file_id);
-- A voided brand leaves its name free.
CREATE UNIQUE INDEX brands_enterprise_id_folded_name_idx ON brands (enterprise_id, folded_name) WHERE state = 'active';

CREATE TABLE qualifications (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
    kind TEXT NOT NULL,
    name TEXT,
    number TEXT NOT NULL,
    issuer TEXT,
    issued_on DATE,
    expires_on DATE,
    is_public BOOLEAN NOT NULL,
    pictures TEXT NOT NULL,
    folded_number TEXT NOT NULL,
    deleted_at TIMESTAMP,
    version BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT qualifications_enterprise_id_id_key UNIQUE (enterprise_id, id),
    CONSTRAINT qualifications_dates_check CHECK (issued_on IS NULL OR expires_on IS NULL OR expires_on >= issued_on)
);
CREATE INDEX qualifications_enterprise_id_created_at_idx ON qualifications (enterprise_id, created_at);
CREATE INDEX qualifications_enterprise_id_expires_on_idx ON qualifications (enterprise_id, expires_on);
-- A certificate is entered once; one that was deleted may be entered again.
CREATE UNIQUE INDEX qualifications_enterprise_id_kind_folded_number_idx
    ON qualifications (enterprise_id, kind, folded_number) WHERE deleted_at IS NULL;
