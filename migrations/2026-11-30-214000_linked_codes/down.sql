ALTER TABLE products DROP COLUMN linked_version;
DROP TABLE linked_codes;
