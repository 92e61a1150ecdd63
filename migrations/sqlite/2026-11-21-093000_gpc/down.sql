DROP TABLE gpc_entries;
