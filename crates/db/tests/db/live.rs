//! What a database says of itself, in words that are the same on both.

use db::{AnyConnection, Scratch};
use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::Text};

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

fn lines(scratch: &Scratch, sqlite: &str, postgres: &str) -> Vec<String> {
    let mut c = scratch.location().connect().unwrap();
    let found: Vec<Line> = match &mut c {
        AnyConnection::Sqlite(c) => sql_query(sqlite).load(c).unwrap(),
        AnyConnection::Pg(c) => sql_query(postgres).load(c).unwrap(),
    };
    found.into_iter().map(|l| l.line).collect()
}

/// `table column TYPE null?` of every column, types in the words of our migrations.
pub(crate) fn columns(scratch: &Scratch) -> Vec<String> {
    lines(
        scratch,
        "SELECT m.name || ' ' || p.name || ' ' || p.type || iif(p.\"notnull\", '', ' NULL') AS line \
         FROM sqlite_master m, pragma_table_info(m.name) p \
         WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\' ORDER BY m.name, p.cid",
        "SELECT table_name || ' ' || column_name || ' ' || \
         replace(upper(data_type), 'TIMESTAMP WITHOUT TIME ZONE', 'TIMESTAMP') || \
         CASE is_nullable WHEN 'YES' THEN ' NULL' ELSE '' END AS line \
         FROM information_schema.columns WHERE table_schema = current_schema() AND left(table_name, 2) <> '__' \
         ORDER BY table_name COLLATE \"C\", ordinal_position",
    )
}

/// `table name (columns)` of every index, constraints included.
pub(crate) fn indexes(scratch: &Scratch) -> Vec<String> {
    lines(
        scratch,
        "SELECT m.name || ' ' || group_concat(i.name, ',') AS line FROM sqlite_master m, pragma_index_list(m.name) l, \
         pragma_index_info(l.name) i WHERE m.type = 'table' AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\' GROUP BY m.name, l.name",
        "SELECT t.relname || ' ' || string_agg(a.attname, ',' ORDER BY k.n) AS line \
         FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid \
         CROSS JOIN LATERAL unnest(x.indkey) WITH ORDINALITY AS k(attnum, n) \
         JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum \
         WHERE t.relnamespace = current_schema()::regnamespace AND left(t.relname, 2) <> '__' \
         GROUP BY t.relname, x.indexrelid",
    )
}

/// `table column,column` of every foreign key.
pub(crate) fn foreign_keys(scratch: &Scratch) -> Vec<String> {
    lines(
        scratch,
        "SELECT m.name || ' ' || group_concat(f.\"from\", ',') AS line \
         FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table' GROUP BY m.name, f.id",
        "SELECT c.conrelid::regclass::text || ' ' || string_agg(a.attname, ',' ORDER BY k.n) AS line \
         FROM pg_constraint c CROSS JOIN LATERAL unnest(c.conkey) WITH ORDINALITY AS k(attnum, n) \
         JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.attnum \
         WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace GROUP BY c.conrelid, c.oid",
    )
}

/// `table column` of every column of text that is not compared by its bytes.
pub(crate) fn in_another_order(scratch: &Scratch) -> Vec<String> {
    lines(
        scratch,
        "SELECT m.name || ' ' || p.name AS line FROM sqlite_master m, pragma_table_info(m.name) p \
         WHERE m.type = 'table' AND m.sql LIKE '%COLLATE%'",
        "SELECT t.relname || ' ' || a.attname AS line FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid \
         JOIN pg_collation o ON o.oid = a.attcollation JOIN pg_database d ON d.datname = current_database() \
         WHERE t.relnamespace = current_schema()::regnamespace AND t.relkind = 'r' AND left(t.relname, 2) <> '__' \
         AND NOT (o.collname IN ('C', 'POSIX') OR o.collname = 'default' AND d.datlocprovider = 'c' AND d.datcollate IN ('C', 'POSIX'))",
    )
}
