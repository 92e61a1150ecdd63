//! The way up, the way down, and the databases that are not ours to change.

use crate::live::{columns, in_another_order, indexes};
use db::{AnyConnection, Location, MigrationError, Scratch, migrate, revert_all};
use diesel::connection::SimpleConnection;
use sha2::{Digest, Sha256};
use std::{fs, path::PathBuf};

fn run(scratch: &Scratch, sql: &str) {
    match &mut scratch.location().connect().unwrap() {
        AnyConnection::Sqlite(c) => c.batch_execute(sql).unwrap(),
        AnyConnection::Pg(c) => c.batch_execute(sql).unwrap(),
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
fn text_is_compared_by_its_bytes_however_the_database_was_made() {
    assert_eq!(in_another_order(&Scratch::new()), Vec::<String>::new());
}

#[test]
fn two_servers_that_start_at_once_take_each_step_once() {
    let scratch = Scratch::empty();
    // A file of SQLite has one server.
    if matches!(scratch.location(), Location::Sqlite(_)) {
        return;
    }
    let steps: usize = std::thread::scope(|s| {
        let servers: Vec<_> = (0..4)
            .map(|_| s.spawn(|| migrate(scratch.location()).unwrap().len()))
            .collect();
        servers.into_iter().map(|server| server.join().unwrap()).sum()
    });
    assert_eq!(
        steps,
        fs::read_dir(folder())
            .unwrap()
            .filter(|e| e.as_ref().unwrap().path().is_dir())
            .count()
    );
}

/// Until 2026-11-29 there were sixteen steps; what they made was never released.
#[test]
fn a_database_of_before_the_first_release_is_refused_as_it_is() {
    let scratch = Scratch::empty();
    run(
        &scratch,
        "CREATE TABLE __diesel_schema_migrations (version VARCHAR(50) PRIMARY KEY NOT NULL, \
         run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP); \
         INSERT INTO __diesel_schema_migrations (version) VALUES ('20261121000000'), ('20261121111500'); \
         CREATE TABLE enterprises (id TEXT NOT NULL PRIMARY KEY);",
    );
    let before = columns(&scratch);
    let refused = migrate(scratch.location()).unwrap_err();
    assert!(matches!(refused, MigrationError::NotUpgradable(_)), "{refused}");
    assert!(
        refused.to_string().contains("before the first release"),
        "{refused}"
    );
    assert!(refused.to_string().contains("move the old one away"), "{refused}");
    assert_eq!(columns(&scratch), before);
}

/// The server of the version before, while the newer one is already at work on the same database.
#[test]
fn a_database_that_is_ahead_is_gone_on_with() {
    let scratch = Scratch::new();
    run(
        &scratch,
        "ALTER TABLE throttles ADD COLUMN note TEXT; CREATE TABLE parcels (id TEXT NOT NULL PRIMARY KEY); \
         INSERT INTO __diesel_schema_migrations (version) VALUES ('29990101000000');",
    );
    assert_eq!(migrate(scratch.location()).unwrap(), Vec::<String>::new());
    let db = scratch.open(kernel::Clock::default());
    crate::database::count_a_throttle(&db);
}

/// A step that was released never changes: `migrations/README.md`. Until there is a release this is how a change of the
/// baseline shows.
#[test]
fn the_baseline_is_the_one_that_was_released() {
    let baseline = folder().join("2026-11-30-120000_baseline");
    let mut files: Vec<_> = fs::read_dir(baseline)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let mut sum = Sha256::new();
    for file in files {
        sum.update(file.file_name().unwrap().as_encoded_bytes());
        sum.update(fs::read(file).unwrap());
    }
    let sum: String = sum.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(sum, BASELINE);
}

const BASELINE: &str = "1f7e9f3d280737f85f8e69f59f10327e1dfaaf10f495f3ca5025c4a1428c21af";

fn folder() -> PathBuf {
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../migrations").into()
}
