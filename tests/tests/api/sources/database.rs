//! Who speaks to the database, and in whose name.

use super::{
    files::{ROOT, below},
    tokens::tokens,
};
use std::{collections::BTreeSet, fs, path::Path};

/// The files of all crates above the database, by their path in `crates`.
fn domain_files() -> Vec<(String, String)> {
    let crates = Path::new(ROOT).join("crates");
    below(&crates, &["rs"])
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(&crates).unwrap().to_str().unwrap().to_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .filter(|(name, _)| name.contains("/src/") && !name.starts_with("db/"))
        .collect()
}

/// Statements that stand elsewhere than in a `store.rs`, each with its reason.
const STATEMENTS: &[(&str, &str)] = &[
    (
        "scan/src/recorder/sqlite/statements.rs",
        "statements that are parsed once per connection",
    ),
    (
        "web/src/throttle.rs",
        "a counter that is a table and nothing else",
    ),
];

#[test]
fn only_stores_speak_to_the_database() {
    let mut elsewhere = BTreeSet::new();
    for (name, text) in domain_files() {
        let speaks =
            text.contains("diesel::prelude") || text.contains("schema::") && text.contains("::table");
        let is_store = name.ends_with("store.rs") || name.ends_with("tests.rs");
        // Models name their table and ids are told apart by theirs.
        let is_model = text.contains("#[diesel(table_name") || text.contains("= Id<");
        if speaks && !is_store && !is_model {
            elsewhere.insert(name);
        }
    }
    assert_eq!(elsewhere, listed(STATEMENTS));
}

/// Functions that act for an enterprise and say something that `db::Rows` cannot express, each with its reason. That a
/// query of a tenant begins with its own rows is checked by the compiler everywhere else.
const UNSCOPED: &[(&str, &str)] = &[
    (
        "coding/src/batch/store.rs is_taken",
        "a batch number is not issued again under a trace code, whoever had it",
    ),
    (
        "coding/src/unit/store.rs taken",
        "a serial is not issued again under a trace code, whoever had it",
    ),
    (
        "enterprise/src/profile/store.rs others_with",
        "says that a company prefix is another's, not whose",
    ),
    (
        "notify/src/delivery/digest_store.rs begin",
        "inserts unless it is there; the row names its enterprise",
    ),
    (
        "notify/src/inbox/store.rs insert",
        "inserts unless it is there; the row names its enterprise",
    ),
    (
        "notify/src/operators/store.rs insert",
        "writes to the operators, who have a table of their own",
    ),
    (
        "notify/src/settings/store.rs update",
        "inserts unless it is there; the row names its enterprise",
    ),
    (
        "product/src/internal_code/store.rs gtins_starting_with",
        "an internal code is given out once, whoever has it",
    ),
    (
        "product/src/internal_code/store.rs insert",
        "inserts unless it is there; the row names its enterprise",
    ),
    (
        "product/src/internal_code/store.rs next_number",
        "vendor numbers come from one register",
    ),
    (
        "product/src/internal_code/store.rs owner_of",
        "says that a vendor number is another's, not whose",
    ),
    (
        "product/src/linking/store.rs holder_of",
        "a code of another scheme is of one product, whoever has it",
    ),
    (
        "product/src/linking/store.rs insert",
        "inserts unless it is there; the row names its enterprise",
    ),
    (
        "product/src/linking/store.rs name_of",
        "names both sides of a double code to the operators",
    ),
    (
        "product/src/succession/store.rs award_of",
        "a trace code was given to one enterprise, whoever asks",
    ),
    (
        "product/src/succession/store.rs last_issued",
        "a trace code is of one product, whoever has it",
    ),
    (
        "product/src/succession/store.rs of_gtin",
        "a trace code is of one product, whoever has it",
    ),
    (
        "product/src/succession/store.rs predecessors",
        "what was issued under a trace code is not issued again, whoever had it",
    ),
    (
        "product/src/view.rs find_view",
        "reads the classification, which belongs to nobody",
    ),
];

#[test]
fn functions_that_leave_the_rows_of_their_enterprise_are_listed() {
    assert_eq!(callers_of("unscoped"), listed(UNSCOPED));
}

/// The functions that call this one, each with its file.
fn callers_of(wanted: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (name, text) in domain_files() {
        let mut function = String::new();
        for pair in tokens(&text).windows(2) {
            match (pair[0].text.as_str(), pair[1].text.as_str()) {
                ("fn", called) => called.clone_into(&mut function),
                (called, "(") if called == wanted => {
                    found.insert(format!("{name} {function}"));
                }
                _ => {}
            }
        }
    }
    found
}

/// Functions that go on as another enterprise, to tell it something, each with its reason.
const TELLING: &[(&str, &str)] = &[
    (
        "product/src/claim/service.rs create",
        "the other side is told of a claim",
    ),
    (
        "product/src/claim/service.rs reply",
        "the claim is the claimant's, who is told of the reply",
    ),
    (
        "product/src/prefix.rs tell_owner",
        "the owner of a company prefix is told that it is used",
    ),
];

#[test]
fn functions_that_tell_another_enterprise_are_listed() {
    assert_eq!(callers_of("telling"), listed(TELLING));
}

fn listed(exceptions: &[(&str, &str)]) -> BTreeSet<String> {
    exceptions.iter().map(|(what, _)| (*what).to_owned()).collect()
}
