//! A database that is away, held by another, or on a full disk: said as what it is, with nothing half done, and over
//! without a restart.

mod away;
mod crash;
mod full;
mod slow;

use serde_json::{Value, json};
use tests::{Actor, Reply, TestApp};

const GTIN: &str = "/01/06901234567892";

/// A batch nobody has yet.
fn new_batch(product: &str, batch_no: &str) -> Value {
    json!({"product_id": product, "batch_no": batch_no, "made_on": "2026-11-01", "coding_mode": "batch"})
}

fn create_batch(acme: &Actor, product: &str, batch_no: &str) -> Reply {
    acme.post("/api/v1/batches", &new_batch(product, batch_no))
}

/// 503 with a code, a time to come back, and not a word of the inside.
#[track_caller]
fn unavailable(reply: &Reply) -> String {
    let code = reply.expect_problem(503);
    assert!(
        reply.header("retry-after").parse::<u32>().is_ok_and(|s| s > 0),
        "{}",
        reply.text()
    );
    for inside in ["sqlite", "postgres", "SQL", "127.0.0.1", "locked", "connection"] {
        assert!(!reply.text().contains(inside), "{}", reply.text());
    }
    code
}

fn page(app: &TestApp, path: &str) -> Reply {
    app.anyone().with("accept", "text/html").get(path)
}
