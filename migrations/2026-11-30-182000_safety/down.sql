ALTER TABLE product_revisions DROP COLUMN sanitiser;
