-- Notifications (crate enterprise): what people are told, and what left for their phone or mailbox.

CREATE TABLE notices (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
    template TEXT NOT NULL,
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
    CONSTRAINT notices_enterprise_id_template_dedupe_key_key UNIQUE (enterprise_id, template, dedupe_key)
);
CREATE INDEX notices_enterprise_id_read_at_idx ON notices (enterprise_id, read_at);

CREATE TABLE platform_notices (
    id TEXT NOT NULL PRIMARY KEY,
    template TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    title_en TEXT NOT NULL,
    text TEXT NOT NULL,
    text_en TEXT NOT NULL,
    link TEXT,
    dedupe_key TEXT,
    created_at TIMESTAMP NOT NULL,
    read_at TIMESTAMP,
    CONSTRAINT platform_notices_template_dedupe_key_key UNIQUE (template, dedupe_key)
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
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    state TEXT NOT NULL,
    tries BIGINT NOT NULL,
    last_error TEXT,
    due_at TIMESTAMP NOT NULL,
    created_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP,
    CONSTRAINT deliveries_notice_id_channel_key UNIQUE (notice_id, channel),
    CONSTRAINT deliveries_channel_check CHECK (channel IN ('sms', 'email')),
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
