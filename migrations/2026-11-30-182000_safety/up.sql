-- Which sanitiser admitted the rich text of a version; older rows are sanitised again where they are shown.
ALTER TABLE product_revisions ADD COLUMN sanitiser BIGINT NULL;
