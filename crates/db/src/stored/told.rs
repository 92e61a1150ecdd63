use std::{
    collections::HashSet,
    sync::{LazyLock, Mutex, PoisonError},
};

/// How many rows are remembered as told; with more the log repeats itself.
const MOST: usize = 10_000;

static TOLD: LazyLock<Mutex<HashSet<(&'static str, String)>>> = LazyLock::new(Mutex::default);

/// Logs once for each row that part of it cannot be read: which row and which fields, never what is in them.
pub fn tell_once(table: &'static str, id: &str, unreadable: &[String]) {
    if unreadable.is_empty() {
        return;
    }
    let mut told = TOLD.lock().unwrap_or_else(PoisonError::into_inner);
    if told.len() >= MOST {
        told.clear();
    }
    if told.insert((table, id.to_owned())) {
        let fields = unreadable.join(" ");
        tracing::warn!(table, id, fields, "part of a stored record cannot be read");
    }
}
