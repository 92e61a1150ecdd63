-- How the public reaches a maker, and whether it may see the business licence.

ALTER TABLE enterprises ADD COLUMN public_phone TEXT;
ALTER TABLE enterprises ADD COLUMN license_public BOOLEAN NOT NULL DEFAULT FALSE;
