//! A write whose answer was lost is sent again with its `Idempotency-Key`, and is done once.

mod feedback;
mod keys;
mod killed;
mod together;
mod versions;

use serde_json::{Value, json};
use tests::{Actor, Reply, TestApp};

const ISSUES: &str = "/api/v1/unit-issues";

/// An order of units of a product.
fn order(product: &str, quantity: i64) -> Value {
    json!({"product_id": product, "serial_prefix": "A", "quantity": quantity})
}

/// How many units of a product there are.
fn units(of: &Actor, product: &str) -> i64 {
    let path = format!("/api/v1/units?product_id={product}&page_size=1");
    of.get(&path).expect(200)["total"].as_i64().unwrap()
}

/// The same actor with a key.
fn keyed(actor: &Actor, key: &str) -> Actor {
    actor.with("idempotency-key", key)
}

/// What a first answer has in common with the one given again; whether it is the latter.
fn answer(reply: &Reply) -> ((u16, String, String, String, String), bool) {
    let header = |name| reply.header(name).to_owned();
    let same = (
        reply.status,
        reply.text(),
        header("location"),
        header("etag"),
        header("content-type"),
    );
    (same, reply.header("idempotency-replayed") == "true")
}

/// An enterprise with a product that is activated.
fn world() -> (TestApp, Actor, Actor, String) {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892").to_string();
    (app, acme, rival, product)
}
