//! The folder of outcomes.

use super::{
    JobId,
    model::{Job, Part, Work},
};
use std::{fs, path::Path};

/// Removes the files whose names begin so, but for these.
pub(super) fn remove(folder: &Path, start: &str, keep: &[String]) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(start) && !keep.iter().any(|kept| *kept == *name) {
            let _gone = fs::remove_file(entry.path());
        }
    }
}

/// Removes all that a job made.
pub(super) fn remove_all(folder: &Path, id: &JobId) {
    remove(folder, &format!("{id}."), &[]);
}

/// Asks whether all files of an outcome are there: the folder is no part of the database and may be of another day.
pub(super) fn is_whole(folder: &Path, job: &Job, parts: &[Part]) -> bool {
    if job.parts > 0 && job.outcome.is_none() {
        let there = parts
            .iter()
            .filter(|p| folder.join(p.file_name(&job.id)).exists());
        return i64::try_from(there.count()) == Ok(job.parts);
    }
    folder
        .join(Work::file_name(&job.id, job.attempts, "out"))
        .exists()
}
