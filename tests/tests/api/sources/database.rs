//! Who speaks to the database, and in whose name.

use super::files::{ROOT, below};
use std::{
    fs,
    path::{Path, PathBuf},
};

fn domain_files() -> Vec<(PathBuf, String)> {
    let mut crates: Vec<_> = fs::read_dir(Path::new(ROOT).join("crates"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.ends_with("db"))
        .collect();
    crates.sort();
    crates
        .iter()
        .flat_map(|path| below(&path.join("src"), &["rs"]))
        .map(|path| (path.clone(), fs::read_to_string(path).unwrap()))
        .collect()
}

/// Stores whose tables belong to the platform, or that read across enterprises for everyone: what they do is looked at
/// one by one. The list may only shrink.
const ACROSS: &[&str] = &[
    "enterprise/src/account/store.rs",
    "enterprise/src/profile/store.rs",
    "enterprise/src/session/store.rs",
    "enterprise/src/sms_code/store.rs",
    "enterprise/src/stale_contact/store.rs",
    "notify/src/sms/store.rs",
    "notify/src/mail/store.rs",
    "notify/src/delivery/store.rs",
    "notify/src/operators/store.rs",
    "facts/src/store.rs",
    "product/src/reference/gpc/store.rs",
    "product/src/life/store.rs",
    "product/src/internal_code/store.rs",
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
        let is_model = text.contains("#[diesel(table_name") || text.contains("= Id<");
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
