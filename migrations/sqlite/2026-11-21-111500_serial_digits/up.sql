-- How many digits were counted when units were issued: serials are numbered on within the prefix somebody typed, which
-- may itself end in digits.

ALTER TABLE unit_ranges ADD COLUMN digits BIGINT;
