//! The live schema against the lists that claim to know it.

use crate::live::{columns, foreign_keys, indexes};
use db::{Owner, Scratch, TABLES};
use std::collections::{BTreeMap, BTreeSet};

/// What `schema.rs` says, in the words of [`columns`].
fn declared() -> Vec<String> {
    let mut tables: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut table = "";
    for line in include_str!("../../src/schema.rs").lines() {
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
