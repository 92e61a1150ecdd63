DROP TABLE code_claims;
DROP TABLE vendor_numbers;
DROP INDEX products_enterprise_id_succeeds_product_id_idx;
DROP INDEX products_gtin_idx;
DROP INDEX products_living_gtin_key;
ALTER TABLE products
    DROP CONSTRAINT products_voided_by_check,
    DROP CONSTRAINT products_succeeds_product_id_fkey,
    DROP COLUMN is_code_barred,
    DROP COLUMN voided_by,
    DROP COLUMN succeeds_product_id,
    ADD CONSTRAINT products_gtin_key UNIQUE (gtin);
