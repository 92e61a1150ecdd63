//! Rules about the source itself.

use std::{
    fs,
    path::{Path, PathBuf},
};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

fn domain_files() -> Vec<(PathBuf, String)> {
    let mut found = vec![];
    for name in ["enterprise", "coding", "scan", "web"] {
        rust_files(&Path::new(ROOT).join("crates").join(name).join("src"), &mut found);
    }
    found
        .into_iter()
        .map(|p| (p.clone(), fs::read_to_string(p).unwrap()))
        .collect()
}

/// Stores whose tables belong to the platform, or that read across enterprises for everyone: what they do is looked at
/// one by one. The list may only shrink.
const ACROSS: &[&str] = &[
    "enterprise/src/account/store.rs",
    "enterprise/src/profile/store.rs",
    "enterprise/src/session/store.rs",
    "enterprise/src/sms/store.rs",
    "enterprise/src/mail/store.rs",
    "enterprise/src/notification/delivery/store.rs",
    "enterprise/src/notification/operators/store.rs",
    "coding/src/resolve/store.rs",
    "coding/src/reference/gpc/store.rs",
    "coding/src/product/life/store.rs",
    "coding/src/product/internal_code/store.rs",
    "web/src/upload/store.rs",
    "web/src/jobs/store.rs",
    "web/src/throttle.rs",
    "scan/src/recorder/sqlite/statements.rs",
    "scan/src/feedback/receipt/store.rs",
];

fn is_across(path: &Path) -> bool {
    ACROSS.iter().any(|a| path.ends_with(a))
}

#[test]
fn only_stores_speak_to_the_database() {
    for (path, text) in domain_files() {
        let speaks =
            text.contains("diesel::prelude") || text.contains("schema::") && text.contains("::table");
        let is_store = path.ends_with("store.rs") || path.ends_with("tests.rs") || is_across(&path);
        // Models name their table and ids are told apart by theirs.
        let is_model = text.contains("#[diesel(table_name") || text.contains("Id<db::schema");
        assert!(
            !speaks || is_store || is_model,
            "{} speaks to the database",
            path.display()
        );
    }
}

#[test]
fn a_tenants_queries_start_from_its_own_rows() {
    for (path, text) in domain_files()
        .into_iter()
        .filter(|(p, _)| p.ends_with("store.rs") && !is_across(p))
    {
        for (n, line) in text.lines().enumerate().filter(|(_, l)| l.contains("::table")) {
            let fine = [".rows(", "insert_into(", "join(", ".on("]
                .iter()
                .any(|ok| line.contains(ok));
            assert!(fine, "{}:{}: {}", path.display(), n + 1, line.trim());
        }
    }
}

#[test]
fn every_exception_is_still_needed() {
    let files = domain_files();
    for across in ACROSS {
        assert!(
            files.iter().any(|(p, _)| p.ends_with(across)),
            "{across} is gone; take it off the list"
        );
    }
}

#[test]
fn files_stay_small() {
    let mut found = vec![];
    rust_files(&Path::new(ROOT).join("crates"), &mut found);
    rust_files(&Path::new(ROOT).join("tests"), &mut found);
    for path in found
        .into_iter()
        .filter(|p| !p.ends_with("schema.rs") && !p.components().any(|c| c.as_os_str() == "target"))
    {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(
            lines <= 600,
            "{} has {lines} lines; split it by noun",
            path.display()
        );
    }
}
