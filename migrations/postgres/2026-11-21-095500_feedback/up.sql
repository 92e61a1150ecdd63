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
    pictures TEXT NOT NULL,
    status TEXT NOT NULL,
    reply_seconds BIGINT,
    search_text TEXT NOT NULL,
    received_on DATE NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT feedback_messages_enterprise_id_id_key UNIQUE (enterprise_id, id),
    CONSTRAINT feedback_messages_receipt_number_key UNIQUE (receipt_number),
    CONSTRAINT feedback_messages_submission_hash_key UNIQUE (submission_hash),
    CONSTRAINT feedback_messages_status_check CHECK (status IN ('open', 'in_progress', 'done')),
    CONSTRAINT feedback_messages_product_id_fkey FOREIGN KEY (enterprise_id, product_id) REFERENCES products (enterprise_id, id)
);
CREATE INDEX feedback_messages_enterprise_id_product_id_idx ON feedback_messages (enterprise_id, product_id);
CREATE INDEX feedback_messages_enterprise_id_status_created_at_idx ON feedback_messages (enterprise_id, status, created_at);
CREATE INDEX feedback_messages_enterprise_id_created_at_idx ON feedback_messages (enterprise_id, created_at);
CREATE INDEX feedback_messages_enterprise_id_received_on_idx ON feedback_messages (enterprise_id, received_on);

-- Replies and changes of status, in order; nothing here is ever changed.
CREATE TABLE feedback_steps (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    text TEXT,
    created_at TIMESTAMP NOT NULL,
    CONSTRAINT feedback_steps_kind_check CHECK (kind IN ('reply', 'status')),
    CONSTRAINT feedback_steps_status_check CHECK (status IN ('open', 'in_progress', 'done')),
    CONSTRAINT feedback_steps_message_id_fkey FOREIGN KEY (enterprise_id, message_id) REFERENCES feedback_messages (enterprise_id, id)
);
CREATE INDEX feedback_steps_enterprise_id_message_id_idx ON feedback_steps (enterprise_id, message_id);
CREATE INDEX feedback_steps_account_id_idx ON feedback_steps (account_id);
