//! The files the rules are about.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The folder of the repository.
pub(super) const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// All files below a folder with one of these endings, in order; what tools make is left out.
pub(super) fn below(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = vec![];
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            if !path.ends_with("target") && !path.ends_with("node_modules") {
                found.extend(below(&path, endings));
            }
        } else if path
            .extension()
            .is_some_and(|e| endings.iter().any(|ending| e == *ending))
        {
            found.push(path);
        }
    }
    found
}
