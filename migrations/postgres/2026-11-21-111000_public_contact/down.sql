ALTER TABLE enterprises DROP COLUMN license_public;
ALTER TABLE enterprises DROP COLUMN public_phone;
