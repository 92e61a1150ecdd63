-- Accounts and sign-in (crate enterprise).

CREATE TABLE enterprises (
    id TEXT NOT NULL PRIMARY KEY,
    uscc TEXT NOT NULL,
    name TEXT NOT NULL,
    region_code TEXT NOT NULL,
    enterprise_types TEXT NOT NULL,
    registered_address TEXT NOT NULL,
    production_address TEXT,
    contact_name TEXT NOT NULL,
    contact_phone TEXT NOT NULL,
    contact_confirmed_at TIMESTAMP NOT NULL,
    legal_representative TEXT,
    email TEXT,
    website TEXT,
    introduction TEXT,
    company_prefixes TEXT NOT NULL,
    license_file_id TEXT,
    state TEXT NOT NULL,
    state_reason TEXT,
    version BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT enterprises_uscc_key UNIQUE (uscc),
    CONSTRAINT enterprises_state_check CHECK (state IN ('active', 'disabled'))
);

CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT REFERENCES enterprises (id),
    role TEXT NOT NULL,
    login_name TEXT NOT NULL,
    display_name TEXT NOT NULL,
    phone TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    state TEXT NOT NULL,
    password_changed_at TIMESTAMP NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT accounts_login_name_key UNIQUE (login_name),
    CONSTRAINT accounts_role_check CHECK (role IN ('enterprise_admin', 'operator')),
    CONSTRAINT accounts_state_check CHECK (state IN ('active', 'disabled')),
    CONSTRAINT accounts_role_enterprise_check CHECK ((role = 'operator') = (enterprise_id IS NULL))
);
CREATE INDEX accounts_enterprise_id_idx ON accounts (enterprise_id);

CREATE TABLE sessions (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    client_address TEXT NOT NULL,
    user_agent TEXT NOT NULL,
    is_remembered BOOLEAN NOT NULL,
    created_at TIMESTAMP NOT NULL,
    refreshed_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP,
    end_reason TEXT
);
CREATE INDEX sessions_account_id_idx ON sessions (account_id);
CREATE INDEX sessions_expires_at_idx ON sessions (expires_at);

CREATE TABLE refresh_tokens (
    token_hash TEXT NOT NULL PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    issued_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);
CREATE INDEX refresh_tokens_session_id_idx ON refresh_tokens (session_id);

CREATE TABLE sms_codes (
    id TEXT NOT NULL PRIMARY KEY,
    phone TEXT NOT NULL,
    purpose TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    client_address TEXT NOT NULL,
    sent_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    failed_attempts BIGINT NOT NULL,
    used_at TIMESTAMP
);
CREATE INDEX sms_codes_phone_purpose_sent_at_idx ON sms_codes (phone, purpose, sent_at);
CREATE INDEX sms_codes_client_address_sent_at_idx ON sms_codes (client_address, sent_at);

CREATE TABLE sms_messages (
    id TEXT NOT NULL PRIMARY KEY,
    phone TEXT NOT NULL,
    text TEXT NOT NULL,
    sent_at TIMESTAMP NOT NULL
);
CREATE INDEX sms_messages_sent_at_idx ON sms_messages (sent_at);

-- Parts every domain uses (crate web).

CREATE TABLE throttles (
    bucket TEXT NOT NULL PRIMARY KEY,
    hits BIGINT NOT NULL,
    window_ends_at TIMESTAMP NOT NULL
);
CREATE INDEX throttles_window_ends_at_idx ON throttles (window_ends_at);

CREATE TABLE files (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
    slot TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    width BIGINT,
    height BIGINT,
    is_public BOOLEAN NOT NULL,
    claimed_at TIMESTAMP,
    created_at TIMESTAMP NOT NULL,
    CONSTRAINT files_enterprise_id_id_key UNIQUE (enterprise_id, id)
);
CREATE INDEX files_sha256_idx ON files (sha256);

CREATE TABLE registration_files (
    id TEXT NOT NULL PRIMARY KEY,
    slot TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    width BIGINT,
    height BIGINT,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX registration_files_created_at_idx ON registration_files (created_at);
CREATE INDEX registration_files_sha256_idx ON registration_files (sha256);

CREATE TABLE jobs (
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
    CONSTRAINT jobs_state_check CHECK (state IN ('queued', 'running', 'succeeded', 'failed', 'cancelled'))
);
CREATE INDEX jobs_account_id_idx ON jobs (account_id);
CREATE INDEX jobs_state_created_at_idx ON jobs (state, created_at);

-- The registry of codes (crate coding).

CREATE TABLE products (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
    gtin TEXT NOT NULL,
    trace_code TEXT NOT NULL,
    code_scope TEXT NOT NULL,
    name TEXT NOT NULL,
    category TEXT NOT NULL,
    product_type TEXT NOT NULL,
    company_prefix TEXT,
    gpc_code TEXT NOT NULL,
    brand_name TEXT,
    model TEXT NOT NULL,
    warranty_period TEXT,
    service_phone TEXT,
    standards TEXT NOT NULL,
    licence_number TEXT,
    certificate_number TEXT,
    pictures TEXT NOT NULL,
    reports TEXT NOT NULL,
    reports_public BOOLEAN NOT NULL,
    manuals TEXT NOT NULL,
    certificates TEXT NOT NULL,
    attributes TEXT NOT NULL,
    state TEXT NOT NULL,
    state_reason TEXT,
    search_text TEXT NOT NULL,
    range_version BIGINT NOT NULL,
    version BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT products_gtin_key UNIQUE (gtin),
    CONSTRAINT products_enterprise_id_id_key UNIQUE (enterprise_id, id),
    CONSTRAINT products_state_check CHECK (state IN ('active', 'voided')),
    CONSTRAINT products_code_scope_check CHECK (code_scope IN ('global', 'internal'))
);
CREATE INDEX products_enterprise_id_created_at_idx ON products (enterprise_id, created_at);

CREATE TABLE batches (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    batch_no TEXT NOT NULL,
    made_on DATE NOT NULL,
    expires_on DATE,
    state TEXT NOT NULL,
    state_reason TEXT,
    version BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT batches_product_id_batch_no_key UNIQUE (product_id, batch_no),
    CONSTRAINT batches_enterprise_id_id_key UNIQUE (enterprise_id, id),
    CONSTRAINT batches_state_check CHECK (state IN ('active', 'voided')),
    CONSTRAINT batches_dates_check CHECK (expires_on IS NULL OR expires_on >= made_on),
    CONSTRAINT batches_product_id_fkey FOREIGN KEY (enterprise_id, product_id) REFERENCES products (enterprise_id, id)
);
CREATE INDEX batches_enterprise_id_product_id_idx ON batches (enterprise_id, product_id);
CREATE INDEX batches_enterprise_id_created_at_idx ON batches (enterprise_id, created_at);

CREATE TABLE unit_ranges (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    batch_id TEXT,
    prefix TEXT NOT NULL,
    width BIGINT NOT NULL,
    first_number BIGINT NOT NULL,
    last_number BIGINT NOT NULL,
    made_on DATE,
    expires_on DATE,
    state TEXT NOT NULL,
    state_reason TEXT,
    issue_id TEXT NOT NULL,
    issued_at TIMESTAMP NOT NULL,
    CONSTRAINT unit_ranges_product_id_prefix_width_first_number_key UNIQUE (product_id, prefix, width, first_number),
    CONSTRAINT unit_ranges_state_check CHECK (state IN ('active', 'voided')),
    CONSTRAINT unit_ranges_numbers_check CHECK (first_number >= 0 AND last_number >= first_number),
    CONSTRAINT unit_ranges_width_check CHECK (width >= 0 AND width <= 18),
    CONSTRAINT unit_ranges_product_id_fkey FOREIGN KEY (enterprise_id, product_id) REFERENCES products (enterprise_id, id),
    CONSTRAINT unit_ranges_batch_id_fkey FOREIGN KEY (enterprise_id, batch_id) REFERENCES batches (enterprise_id, id)
);
CREATE INDEX unit_ranges_enterprise_id_issue_id_idx ON unit_ranges (enterprise_id, issue_id, first_number);
CREATE INDEX unit_ranges_enterprise_id_product_id_idx ON unit_ranges (enterprise_id, product_id);
CREATE INDEX unit_ranges_enterprise_id_batch_id_idx ON unit_ranges (enterprise_id, batch_id);

-- What was scanned (crate scan). Times are milliseconds since 1970, as on SQLite.

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
);

CREATE TABLE scan_counters (
    enterprise_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    level TEXT NOT NULL,
    code TEXT NOT NULL,
    scans BIGINT NOT NULL,
    first_scanned_at BIGINT NOT NULL,
    last_event_id BIGINT NOT NULL,
    CONSTRAINT scan_counters_pkey PRIMARY KEY (enterprise_id, product_id, level, code)
);

-- How far scan_counters is complete, where it follows the events (SQLite).
CREATE TABLE scan_progress (
    one BIGINT NOT NULL,
    counted_through BIGINT NOT NULL,
    CONSTRAINT scan_progress_pkey PRIMARY KEY (one),
    CONSTRAINT scan_progress_one CHECK (one = 1)
);
