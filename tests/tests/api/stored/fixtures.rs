//! Rows of every shape that was ever written, recorded when it was, are read as they were then.
//!
//! `PINMA_RECORD_STORED=1` records the rows of today's shapes into `tests/data/stored/<shape>/<number>.json`; a file that is
//! there already is of a released shape and is never written again.

use super::{texts, world};
use db::Entry;
use serde_json::{Value, json};
use std::{collections::BTreeSet, fs, path::PathBuf};

fn shapes() -> Vec<Entry> {
    let all = product::SHAPES.iter().chain(web::jobs::SHAPES);
    all.copied().collect()
}

fn folder(shape: &Entry) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/data/stored")).join(shape.name)
}

/// The paths of all fields of a value, the items of a list being one.
fn fields(value: &Value, at: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (name, inner) in object {
                let path = format!("{at}/{name}");
                fields(inner, &path, found);
                found.insert(path);
            }
        }
        Value::Array(items) => items
            .iter()
            .for_each(|item| fields(item, &format!("{at}/*"), found)),
        _ => {}
    }
}

fn fields_of<'v>(values: impl Iterator<Item = &'v Value>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    values.for_each(|value| fields(value, "", &mut found));
    found
}

#[test]
fn every_recorded_shape_is_read_as_it_was() {
    for shape in shapes() {
        let newest = folder(&shape).join(format!("{}.json", shape.shape));
        assert!(newest.exists(), "{} is not recorded", newest.display());
        for file in fs::read_dir(folder(&shape)).unwrap() {
            let file = file.unwrap().path();
            let recorded: Vec<Value> = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
            assert!(!recorded.is_empty());
            for row in recorded {
                let read = (shape.read)(&row["stored"].to_string());
                let told =
                    json!({"value": read.value, "unreadable": read.unreadable, "is_newer": read.is_newer});
                assert_eq!(told, row["read"], "{}", file.display());
            }
        }
    }
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "how a person says that a new shape is to be recorded"
)]
fn what_is_written_today_is_of_the_shape_that_was_recorded() {
    let world = world();
    for shape in shapes() {
        let stored: Vec<Value> = texts(&world.app, shape.column)
            .iter()
            .map(|text| serde_json::from_str(text).unwrap())
            .collect();
        assert!(!stored.is_empty(), "nothing of {}", shape.name);
        for row in &stored {
            let read = (shape.read)(&row.to_string());
            assert!(
                read.unreadable.is_empty() && !read.is_newer,
                "{}: {row}",
                shape.name
            );
            assert_eq!(row["shape"], shape.shape, "{}", shape.name);
        }
        let file = folder(&shape).join(format!("{}.json", shape.shape));
        if std::env::var("PINMA_RECORD_STORED").is_ok() && !file.exists() {
            let read = |row: &Value| {
                let read = (shape.read)(&row.to_string());
                json!({"stored": row, "read": {"value": read.value, "unreadable": [], "is_newer": false}})
            };
            let rows: Vec<_> = stored.iter().map(read).collect();
            fs::create_dir_all(folder(&shape)).unwrap();
            fs::write(&file, serde_json::to_string_pretty(&rows).unwrap() + "\n").unwrap();
        }
        let recorded: Vec<Value> = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        let known = fields_of(recorded.iter().map(|row| &row["stored"]));
        let new: Vec<_> = fields_of(stored.iter()).difference(&known).cloned().collect();
        assert!(
            new.is_empty(),
            "{} has fields that shape {} did not have ({new:?}): raise its number and record it",
            shape.name,
            shape.shape
        );
    }
}
