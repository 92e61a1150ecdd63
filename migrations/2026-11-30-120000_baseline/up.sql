-- The baseline: every table as it is at the first release. What differs on SQLite and PostgreSQL stands in the files beside.

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
    licence_file_id TEXT,
    state TEXT NOT NULL,
    state_reason TEXT,
    version BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    review_mode TEXT NOT NULL,
    public_phone TEXT,
    is_licence_public BOOLEAN NOT NULL,
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

-- Which records have a file. A file of one record only has one claim, and of two records that take it one fails.
CREATE TABLE file_claims (
    enterprise_id TEXT NOT NULL,
    file_id TEXT NOT NULL,
    owner_kind TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    is_sole BOOLEAN NOT NULL,
    PRIMARY KEY (file_id, owner_kind, owner_id),
    CONSTRAINT file_claims_file_id_fkey FOREIGN KEY (enterprise_id, file_id) REFERENCES files (enterprise_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX file_claims_file_id_key ON file_claims (file_id) WHERE is_sole;
CREATE INDEX file_claims_enterprise_id_file_id_idx ON file_claims (enterprise_id, file_id);
CREATE INDEX file_claims_enterprise_id_owner_kind_owner_id_idx ON file_claims (enterprise_id, owner_kind, owner_id);

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
    CONSTRAINT jobs_state_check CHECK (state IN ('queued', 'running', 'paused', 'succeeded', 'failed', 'cancelled'))
);
CREATE INDEX jobs_account_id_idx ON jobs (account_id);
CREATE INDEX jobs_state_created_at_idx ON jobs (state, created_at);

-- Notifications (crate enterprise): what people are told, and what left for their phone or mailbox.

CREATE TABLE notices (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
    notice_code TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    title_en TEXT NOT NULL,
    text TEXT NOT NULL,
    text_en TEXT NOT NULL,
    link TEXT,
    dedupe_key TEXT,
    created_at TIMESTAMP NOT NULL,
    read_at TIMESTAMP,
    CONSTRAINT notices_enterprise_id_id_key UNIQUE (enterprise_id, id),
    CONSTRAINT notices_enterprise_id_notice_code_dedupe_key_key UNIQUE (enterprise_id, notice_code, dedupe_key)
);
CREATE INDEX notices_enterprise_id_read_at_idx ON notices (enterprise_id, read_at);

CREATE TABLE platform_notices (
    id TEXT NOT NULL PRIMARY KEY,
    notice_code TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    title_en TEXT NOT NULL,
    text TEXT NOT NULL,
    text_en TEXT NOT NULL,
    link TEXT,
    dedupe_key TEXT,
    created_at TIMESTAMP NOT NULL,
    read_at TIMESTAMP,
    CONSTRAINT platform_notices_notice_code_dedupe_key_key UNIQUE (notice_code, dedupe_key)
);
CREATE INDEX platform_notices_read_at_idx ON platform_notices (read_at);

CREATE TABLE notice_settings (
    enterprise_id TEXT NOT NULL PRIMARY KEY REFERENCES enterprises (id),
    sms_off TEXT NOT NULL,
    email_off TEXT NOT NULL,
    version BIGINT NOT NULL,
    updated_at TIMESTAMP NOT NULL
);

-- The outbox and the send log in one: a row waits here until its message left, and then says that it did.
CREATE TABLE deliveries (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL,
    notice_id TEXT NOT NULL,
    via TEXT NOT NULL,
    address TEXT NOT NULL,
    state TEXT NOT NULL,
    tries BIGINT NOT NULL,
    last_error TEXT,
    due_at TIMESTAMP NOT NULL,
    created_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP,
    CONSTRAINT deliveries_notice_id_via_key UNIQUE (notice_id, via),
    CONSTRAINT deliveries_via_check CHECK (via IN ('sms', 'email')),
    CONSTRAINT deliveries_state_check CHECK (state IN ('waiting', 'sending', 'sent', 'failed')),
    CONSTRAINT deliveries_notice_id_fkey FOREIGN KEY (enterprise_id, notice_id) REFERENCES notices (enterprise_id, id)
);
CREATE INDEX deliveries_enterprise_id_notice_id_idx ON deliveries (enterprise_id, notice_id);
CREATE INDEX deliveries_state_due_at_idx ON deliveries (state, due_at);

CREATE TABLE mail_messages (
    id TEXT NOT NULL PRIMARY KEY,
    address TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    sent_at TIMESTAMP NOT NULL
);
CREATE INDEX mail_messages_sent_at_idx ON mail_messages (sent_at);

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
    picture_file_ids TEXT NOT NULL,
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

-- Products: what a code is on (crate coding).

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

CREATE TABLE products (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
    gtin TEXT NOT NULL,
    trace_code TEXT NOT NULL,
    code_reach TEXT NOT NULL,
    name TEXT NOT NULL,
    category TEXT NOT NULL,
    product_type TEXT NOT NULL,
    brand_id TEXT,
    brand_name TEXT,
    model TEXT NOT NULL,
    cover_file_id TEXT,
    coding_level TEXT NOT NULL,
    state TEXT NOT NULL,
    state_reason TEXT,
    is_paused BOOLEAN NOT NULL,
    activated_at TIMESTAMP,
    revision BIGINT NOT NULL,
    search_text TEXT NOT NULL,
    range_version BIGINT NOT NULL,
    version BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    filing_period TEXT,
    report_expires_on DATE,
    rechecked_at TIMESTAMP NOT NULL,
    is_level_held BOOLEAN NOT NULL,
    CONSTRAINT products_gtin_key UNIQUE (gtin),
    CONSTRAINT products_enterprise_id_id_key UNIQUE (enterprise_id, id),
    CONSTRAINT products_brand_id_fkey FOREIGN KEY (enterprise_id, brand_id) REFERENCES brands (enterprise_id, id),
    CONSTRAINT products_state_check CHECK (state IN ('draft', 'submitted', 'rejected', 'approved', 'activated', 'voided')),
    CONSTRAINT products_code_reach_check CHECK (code_reach IN ('global', 'internal')),
    CONSTRAINT products_coding_level_check CHECK (coding_level IN ('product', 'batch', 'unit', 'combination'))
);
-- Each holds all that the list filters and sorts by, so that any page of a hundred thousand products is found within it.
CREATE INDEX products_enterprise_id_created_at_idx
    ON products (enterprise_id, created_at, id, state, category, code_reach, coding_level, gtin, search_text);
CREATE INDEX products_enterprise_id_name_idx
    ON products (enterprise_id, name, id, state, category, code_reach, coding_level, gtin, created_at, search_text);
CREATE INDEX products_enterprise_id_gtin_idx
    ON products (enterprise_id, gtin, id, state, category, code_reach, coding_level, created_at, search_text);
CREATE INDEX products_enterprise_id_brand_id_idx ON products (enterprise_id, brand_id);
CREATE INDEX products_enterprise_id_state_rechecked_at_idx ON products (enterprise_id, state, rechecked_at, id);

-- What a maker says of a product: while it is prepared one row that is replaced, once it is activated one row for each
-- amendment, none of which changes again.
CREATE TABLE product_revisions (
    product_id TEXT NOT NULL,
    revision BIGINT NOT NULL,
    enterprise_id TEXT NOT NULL,
    record TEXT NOT NULL,
    changed_fields TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    CONSTRAINT product_revisions_pkey PRIMARY KEY (product_id, revision),
    CONSTRAINT product_revisions_product_id_fkey FOREIGN KEY (enterprise_id, product_id) REFERENCES products (enterprise_id, id)
);
CREATE INDEX product_revisions_enterprise_id_product_id_idx ON product_revisions (enterprise_id, product_id);

-- The registry of codes (crate coding).

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
    quantity BIGINT,
    quantity_kind TEXT,
    report_kind TEXT,
    report_file_ids TEXT NOT NULL,
    is_report_public BOOLEAN NOT NULL,
    note TEXT,
    CONSTRAINT batches_product_id_batch_no_key UNIQUE (product_id, batch_no),
    CONSTRAINT batches_enterprise_id_id_key UNIQUE (enterprise_id, id),
    CONSTRAINT batches_state_check CHECK (state IN ('active', 'voided')),
    CONSTRAINT batches_quantity_check CHECK (quantity >= 1),
    CONSTRAINT batches_quantity_kind_check CHECK (quantity_kind IN ('exact', 'estimate')),
    CONSTRAINT batches_report_kind_check CHECK (report_kind IN ('factory', 'type_test')),
    CONSTRAINT batches_dates_check CHECK (expires_on IS NULL OR expires_on >= made_on),
    CONSTRAINT batches_product_id_fkey FOREIGN KEY (enterprise_id, product_id) REFERENCES products (enterprise_id, id)
);
CREATE INDEX batches_enterprise_id_product_id_idx ON batches (enterprise_id, product_id);
CREATE INDEX batches_enterprise_id_created_at_idx ON batches (enterprise_id, created_at);

-- Runs of consecutive units. `digits` is how many were counted when they were issued: serials are numbered on within the
-- prefix somebody typed, which may itself end in digits.
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
    digits BIGINT,
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

-- What was done to codes, at whatever level: to a product, to a batch of it, or to a run of its units.
CREATE TABLE code_events (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    batch_id TEXT,
    prefix TEXT,
    width BIGINT,
    first_number BIGINT,
    last_number BIGINT,
    kind TEXT NOT NULL,
    detail TEXT,
    reason TEXT,
    account_id TEXT,
    made_at TIMESTAMP NOT NULL,
    CONSTRAINT code_events_product_id_fkey FOREIGN KEY (enterprise_id, product_id) REFERENCES products (enterprise_id, id),
    CONSTRAINT code_events_batch_id_fkey FOREIGN KEY (enterprise_id, batch_id) REFERENCES batches (enterprise_id, id)
);
CREATE INDEX code_events_enterprise_id_product_id_made_at_idx ON code_events (enterprise_id, product_id, made_at);
CREATE INDEX code_events_enterprise_id_batch_id_idx ON code_events (enterprise_id, batch_id);

-- What somebody has typed into a form and not saved.
CREATE TABLE product_autosaves (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    subject TEXT NOT NULL,
    content TEXT NOT NULL,
    saved_at TIMESTAMP NOT NULL,
    CONSTRAINT product_autosaves_account_id_subject_key UNIQUE (account_id, subject)
);
CREATE INDEX product_autosaves_enterprise_id_idx ON product_autosaves (enterprise_id);

-- What many products of an enterprise have in common, written once (crate coding).

CREATE TABLE product_templates (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
    name TEXT NOT NULL,
    folded_name TEXT NOT NULL,
    record TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT product_templates_enterprise_id_folded_name_key UNIQUE (enterprise_id, folded_name)
);

-- What is in a pack 组合多码 (crate coding). The pack is a unit; a row is a number of things of a product or of a batch,
-- or a run of units. The runs of a product never overlap: a unit is in one pack at a time.

CREATE TABLE pack_contents (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL,
    parent_product_id TEXT NOT NULL,
    parent_prefix TEXT NOT NULL,
    parent_width BIGINT NOT NULL,
    parent_number BIGINT NOT NULL,
    product_id TEXT NOT NULL,
    batch_id TEXT,
    prefix TEXT,
    width BIGINT,
    first_number BIGINT,
    last_number BIGINT,
    quantity BIGINT NOT NULL,
    packed_at TIMESTAMP NOT NULL,
    CONSTRAINT pack_contents_product_id_prefix_width_first_number_key UNIQUE (product_id, prefix, width, first_number),
    CONSTRAINT pack_contents_quantity_check CHECK (quantity >= 1),
    CONSTRAINT pack_contents_run_check CHECK (
        (prefix IS NULL AND width IS NULL AND first_number IS NULL AND last_number IS NULL)
        OR (prefix IS NOT NULL AND width IS NOT NULL AND first_number >= 0 AND last_number >= first_number
            AND batch_id IS NULL AND quantity = last_number - first_number + 1)
    ),
    CONSTRAINT pack_contents_parent_product_id_fkey FOREIGN KEY (enterprise_id, parent_product_id) REFERENCES products (enterprise_id, id),
    CONSTRAINT pack_contents_product_id_fkey FOREIGN KEY (enterprise_id, product_id) REFERENCES products (enterprise_id, id),
    CONSTRAINT pack_contents_batch_id_fkey FOREIGN KEY (enterprise_id, batch_id) REFERENCES batches (enterprise_id, id)
);
CREATE INDEX pack_contents_parent_product_id_idx ON pack_contents (parent_product_id, parent_prefix, parent_width, parent_number);
CREATE INDEX pack_contents_enterprise_id_parent_product_id_idx ON pack_contents (enterprise_id, parent_product_id);
CREATE INDEX pack_contents_enterprise_id_product_id_idx ON pack_contents (enterprise_id, product_id);
CREATE INDEX pack_contents_enterprise_id_batch_id_idx ON pack_contents (enterprise_id, batch_id);

-- Recalls of a product, of a batch, or of a run of units (crate coding); none is ever deleted.

CREATE TABLE recalls (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    batch_id TEXT,
    prefix TEXT,
    width BIGINT,
    first_number BIGINT,
    last_number BIGINT,
    reason TEXT NOT NULL,
    advice TEXT NOT NULL,
    opened_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP,
    end_reason TEXT,
    CONSTRAINT recalls_run_check CHECK (
        (prefix IS NULL AND width IS NULL AND first_number IS NULL AND last_number IS NULL)
        OR (prefix IS NOT NULL AND width IS NOT NULL AND first_number >= 0 AND last_number >= first_number AND batch_id IS NULL)
    ),
    CONSTRAINT recalls_product_id_fkey FOREIGN KEY (enterprise_id, product_id) REFERENCES products (enterprise_id, id),
    CONSTRAINT recalls_batch_id_fkey FOREIGN KEY (enterprise_id, batch_id) REFERENCES batches (enterprise_id, id)
);
CREATE INDEX recalls_enterprise_id_product_id_idx ON recalls (enterprise_id, product_id);
CREATE INDEX recalls_product_id_idx ON recalls (product_id);
CREATE INDEX recalls_enterprise_id_batch_id_idx ON recalls (enterprise_id, batch_id);
CREATE INDEX recalls_enterprise_id_opened_at_idx ON recalls (enterprise_id, opened_at);

-- How many a maker produced, filed in the rhythm of each product.
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

-- What consumers write to makers, and what became of it (crate scan).

CREATE TABLE feedback_messages (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    receipt_number TEXT NOT NULL,
    submission_hash TEXT NOT NULL,
    level TEXT NOT NULL,
    batch_no TEXT,
    serial TEXT,
    verdict TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    contact TEXT,
    picture_file_ids TEXT NOT NULL,
    state TEXT NOT NULL,
    reply_seconds BIGINT,
    search_text TEXT NOT NULL,
    received_on DATE NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT feedback_messages_enterprise_id_id_key UNIQUE (enterprise_id, id),
    CONSTRAINT feedback_messages_receipt_number_key UNIQUE (receipt_number),
    CONSTRAINT feedback_messages_submission_hash_key UNIQUE (submission_hash),
    CONSTRAINT feedback_messages_state_check CHECK (state IN ('open', 'in_progress', 'done')),
    CONSTRAINT feedback_messages_product_id_fkey FOREIGN KEY (enterprise_id, product_id) REFERENCES products (enterprise_id, id)
);
CREATE INDEX feedback_messages_enterprise_id_product_id_idx ON feedback_messages (enterprise_id, product_id);
CREATE INDEX feedback_messages_enterprise_id_state_created_at_idx ON feedback_messages (enterprise_id, state, created_at);
CREATE INDEX feedback_messages_enterprise_id_created_at_idx ON feedback_messages (enterprise_id, created_at);
CREATE INDEX feedback_messages_enterprise_id_received_on_idx ON feedback_messages (enterprise_id, received_on);

-- Replies and changes of state, in order; nothing here is ever changed.
CREATE TABLE feedback_steps (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    text TEXT,
    created_at TIMESTAMP NOT NULL,
    CONSTRAINT feedback_steps_kind_check CHECK (kind IN ('reply', 'state')),
    CONSTRAINT feedback_steps_state_check CHECK (state IN ('open', 'in_progress', 'done')),
    CONSTRAINT feedback_steps_message_id_fkey FOREIGN KEY (enterprise_id, message_id) REFERENCES feedback_messages (enterprise_id, id)
);
CREATE INDEX feedback_steps_enterprise_id_message_id_idx ON feedback_steps (enterprise_id, message_id);
CREATE INDEX feedback_steps_account_id_idx ON feedback_steps (account_id);
