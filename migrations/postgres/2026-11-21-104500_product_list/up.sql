-- A page of a hundred thousand products is found within an index, whatever the filter and however deep the page.

DROP INDEX products_enterprise_id_created_at_idx;
CREATE INDEX products_enterprise_id_created_at_idx
    ON products (enterprise_id, created_at, id, state, category, code_scope, coding_level, gtin, search_text);
CREATE INDEX products_enterprise_id_name_idx
    ON products (enterprise_id, name, id, state, category, code_scope, coding_level, gtin, created_at, search_text);
CREATE INDEX products_enterprise_id_gtin_idx
    ON products (enterprise_id, gtin, id, state, category, code_scope, coding_level, created_at, search_text);
