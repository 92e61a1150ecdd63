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
