-- Who an enterprise is: its name, region, types and licence change by requests that the operator decides.

-- Since when what holds was compared with the licence; nobody vouches for an enterprise without it.
ALTER TABLE enterprises ADD COLUMN verified_at TIMESTAMP;

-- What an enterprise says it is, with what held then. One of an enterprise waits at a time.
CREATE TABLE identity_requests (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
    former_name TEXT NOT NULL,
    former_region_code TEXT NOT NULL,
    former_enterprise_types TEXT NOT NULL,
    former_licence_file_id TEXT,
    name TEXT NOT NULL,
    region_code TEXT NOT NULL,
    enterprise_types TEXT NOT NULL,
    licence_file_id TEXT,
    reason TEXT,
    state TEXT NOT NULL,
    state_reason TEXT,
    created_at TIMESTAMP NOT NULL,
    decided_at TIMESTAMP,
    CONSTRAINT identity_requests_state_check CHECK (state IN ('submitted', 'approved', 'rejected', 'withdrawn'))
);
CREATE INDEX identity_requests_enterprise_id_created_at_idx ON identity_requests (enterprise_id, created_at);
CREATE INDEX identity_requests_state_created_at_idx ON identity_requests (state, created_at);
CREATE UNIQUE INDEX identity_requests_open_key ON identity_requests (enterprise_id) WHERE state = 'submitted';

-- Whoever is here already waits to be compared with the licence, too.
INSERT INTO identity_requests (
    id, enterprise_id, former_name, former_region_code, former_enterprise_types, former_licence_file_id,
    name, region_code, enterprise_types, licence_file_id, state, created_at
)
SELECT id, id, name, region_code, enterprise_types, licence_file_id,
    name, region_code, enterprise_types, licence_file_id, 'submitted', created_at
FROM enterprises;
