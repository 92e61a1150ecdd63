//! Who an enterprise is: registration, accounts, profile, brands, qualifications (F001–F030).

mod accounts;
mod brands;
mod identity;
mod identity_refused;
mod profile;
mod qualifications;
mod registration;
mod videos;

use serde_json::Value;
use tests::{Actor, Reply, TestApp};

fn acme(app: &TestApp) -> Actor {
    app.enterprise(
        "91330109589891087U",
        "杭州超尔切削工具有限公司",
        enterprise::EnterpriseType::PRODUCERS,
    )
}

/// Replaces a record, in the version that was read.
fn put(actor: &Actor, path: &str, version: i64, record: &Value) -> Reply {
    actor
        .with("if-match", &format!("\"{version}\""))
        .put(path, record)
}

/// What anyone gets at the address of a file.
fn plain(app: &TestApp, file: &Value) -> u16 {
    let path = format!("/files/{}", file["id"].as_str().unwrap());
    app.anyone().get(&path).status
}
