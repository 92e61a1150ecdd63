//! The live schema against everything that claims to know it, on the database named by `TEST_DATABASE_URL`.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use db::{AnyConnection, Owner, Scratch, TABLES, migrate, revert_all};
use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::Text};
use std::collections::{BTreeMap, BTreeSet};

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
fn columns(scratch: &Scratch) -> Vec<String> {
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
fn indexes(scratch: &Scratch) -> Vec<String> {
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
fn foreign_keys(scratch: &Scratch) -> Vec<String> {
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

/// What `schema.rs` says, in the words of [`columns`].
fn declared() -> Vec<String> {
    let mut tables: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut table = "";
    for line in include_str!("../src/schema.rs").lines() {
        let line = line.trim();
        if let Some((name, _)) = line.split_once(" (").filter(|_| line.ends_with(") {")) {
            table = name;
        } else if let Some((name, kind)) = line.split_once(" -> ").filter(|_| line.ends_with(',')) {
            let kind = kind.trim_end_matches(',');
            let (kind, null) = match kind.strip_prefix("Nullable<") {
                Some(inner) => (inner.trim_end_matches('>'), " NULL"),
                None => (kind, ""),
            };
            let kind = if kind == "Bool" {
                "BOOLEAN".to_owned()
            } else {
                kind.to_uppercase()
            };
            tables
                .entry(table)
                .or_default()
                .push(format!("{table} {name} {kind}{null}"));
        }
    }
    tables.into_values().flatten().collect()
}

#[test]
fn schema_rs_is_the_live_schema() {
    assert_eq!(declared(), columns(&Scratch::new()));
}

#[test]
fn every_table_has_a_declared_owner() {
    let live: BTreeSet<String> = columns(&Scratch::new())
        .iter()
        .filter_map(|l| l.split(' ').next())
        .map(str::to_owned)
        .collect();
    assert_eq!(
        TABLES.iter().map(|t| t.name.to_owned()).collect::<BTreeSet<_>>(),
        live
    );
}

#[test]
fn tenant_tables_name_their_enterprise_first() {
    let scratch = Scratch::new();
    let (columns, indexes) = (columns(&scratch), indexes(&scratch));
    for table in TABLES.iter().filter(|t| t.owner == Owner::Tenant) {
        let name = table.name;
        assert!(
            columns.contains(&format!("{name} enterprise_id TEXT")),
            "{name}.enterprise_id is NOT NULL"
        );
        let start = format!("{name} enterprise_id");
        assert!(
            indexes.iter().any(|i| i.starts_with(&start)),
            "{name} has an index that starts with it"
        );
    }
}

#[test]
fn personal_columns_exist() {
    let columns = columns(&Scratch::new());
    for table in TABLES {
        for column in table.personal {
            let start = format!("{} {column} ", table.name);
            assert!(columns.iter().any(|c| c.starts_with(&start)), "{start}");
        }
    }
}

#[test]
fn every_foreign_key_has_an_index() {
    let scratch = Scratch::new();
    let indexes = indexes(&scratch);
    let keys = foreign_keys(&scratch);
    assert!(keys.len() > 8, "{keys:?}");
    for key in keys {
        let covered = indexes
            .iter()
            .any(|i| *i == key || i.starts_with(&format!("{key},")));
        // One end of a composite key is enough when it is unique by itself.
        let enterprise_only = key.contains("enterprise_id,")
            && indexes
                .iter()
                .any(|i| i.starts_with(&key.replace("enterprise_id,", "")));
        assert!(covered || enterprise_only, "no index for {key}");
    }
}

#[test]
fn every_step_can_be_taken_back_and_again() {
    let scratch = Scratch::empty();
    let up = migrate(scratch.location()).unwrap();
    let (first, first_indexes) = (columns(&scratch), indexes(&scratch));
    assert!(!first.is_empty());
    let mut down = revert_all(scratch.location()).unwrap();
    down.reverse();
    assert_eq!(up, down);
    assert_eq!(columns(&scratch), Vec::<String>::new());
    migrate(scratch.location()).unwrap();
    assert_eq!((columns(&scratch), indexes(&scratch)), (first, first_indexes));
}

#[test]
fn both_backends_take_the_same_steps() {
    let names = |backend: &str| -> BTreeSet<_> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../migrations/").to_owned() + backend;
        std::fs::read_dir(folder)
            .unwrap()
            .map(|e| e.unwrap().file_name())
            .collect()
    };
    assert_eq!(names("sqlite"), names("postgres"));
}
