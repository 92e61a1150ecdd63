//! Files stay small enough to be read at once.

use super::files::{ROOT, below};
use std::{collections::BTreeSet, fs, path::Path};

/// More is two things in one file. The goal is 250.
const MOST_LINES: usize = 400;

/// What a program writes, or the database dictates.
const EXCEPT: &[&str] = &[
    "crates/db/src/schema.rs",
    "frontend/src/api/constraints.ts",
    "frontend/src/api/error-texts.ts",
    "frontend/src/api/schema.d.ts",
    "tests/clients/typescript/generated/sdk.gen.ts",
    "tests/clients/typescript/generated/types.gen.ts",
];

#[test]
fn files_stay_small() {
    let mut large = BTreeSet::new();
    for folder in [
        "crates",
        "tests",
        "frontend/src",
        "frontend/scripts",
        "frontend/tests",
    ] {
        for path in below(&Path::new(ROOT).join(folder), &["rs", "ts", "mjs"]) {
            if fs::read_to_string(&path).unwrap().lines().count() > MOST_LINES {
                let name = path.strip_prefix(ROOT).unwrap();
                large.insert(name.to_str().unwrap().to_owned());
            }
        }
    }
    let needed: BTreeSet<_> = EXCEPT
        .iter()
        .filter(|path| Path::new(ROOT).join(path).exists())
        .map(|path| (*path).to_owned())
        .collect();
    assert_eq!(large, needed, "split by noun what has over {MOST_LINES} lines");
}
