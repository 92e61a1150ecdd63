//! The life of a product: checks, review, activation, amendments, drafts, filings.

mod amending;
mod as_of;
mod autosaves;
mod change_log;
mod changes;
mod copying;
mod evidence;
mod filing_duties;
mod filings;
mod level;
mod life;
mod linked;
mod linking;
mod rechecks;
mod reference;
mod review;
mod templates;
mod vouching;

use serde_json::Value;
use std::fmt::Display;
use tests::{Actor, Reply};

fn at(id: &impl Display, rest: &str) -> String {
    format!("/api/v1/products/{id}{rest}")
}

/// Puts a record back with one change.
#[track_caller]
fn put(of: &Actor, id: &impl Display, change: impl FnOnce(&mut Value)) -> Reply {
    let view = of.get(&at(id, "")).expect(200);
    let mut record = view["record"].clone();
    change(&mut record);
    of.with("if-match", &format!("\"{}\"", view["version"]))
        .put(&at(id, ""), &record)
}

fn state(of: &Actor, id: &impl Display) -> String {
    of.get(&at(id, "")).expect(200)["state"]
        .as_str()
        .unwrap()
        .to_owned()
}

/// The kinds of a history, oldest first.
fn kinds(events: &Value) -> Vec<String> {
    let list = events.as_array().unwrap().iter().rev();
    list.map(|e| e["kind"].as_str().unwrap().to_owned()).collect()
}

/// What a refusal says of which fields.
fn broken(problem: &Value) -> Vec<(String, String)> {
    let text = |v: &Value| v.as_str().unwrap().to_owned();
    let list = problem["errors"].as_array().unwrap().iter();
    list.map(|e| (text(&e["pointer"]), text(&e["code"]))).collect()
}
