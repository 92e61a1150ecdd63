ALTER TABLE unit_ranges DROP COLUMN digits;
