DROP TABLE pack_contents;
