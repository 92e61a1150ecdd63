DROP TABLE identity_requests;
ALTER TABLE enterprises DROP COLUMN verified_at;
