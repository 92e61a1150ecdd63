//! Packs 组合多码 (F144): a tree of units, whatever order things are put in and taken out.

mod model;
mod refused;
mod story;
mod together;

use kernel::Id;
use serde_json::{Value, json};
use tests::{Actor, Reply};

/// Some serials of a product as an entry of a pack.
fn units<T>(product: &Id<T>, first: &str, last: &str, quantity: i64) -> Value {
    json!({"product_id": product.to_string(), "first_serial": first, "last_serial": last, "quantity": quantity})
}

/// Puts something into a pack.
fn pack<T>(who: &Actor, product: &Id<T>, serial: &str, contents: &[Value]) -> Reply {
    let order = json!({"product_id": product.to_string(), "serial": serial, "contents": contents});
    who.post("/api/v1/packings", &order)
}

/// Takes something out of a pack; everything when nothing is named.
fn unpack<T>(who: &Actor, product: &Id<T>, serial: &str, contents: &[Value]) -> Reply {
    let order = json!({"product_id": product.to_string(), "serial": serial, "contents": contents});
    who.post("/api/v1/unpackings", &order)
}

/// What is in a pack.
fn contents<T>(who: &Actor, product: &Id<T>, serial: &str) -> Value {
    who.get(&format!(
        "/api/v1/products/{product}/unit/contents?serial={serial}"
    ))
    .expect(200)
}

/// The serial of the pack a unit is in.
fn parent<T>(who: &Actor, product: &Id<T>, serial: &str) -> Value {
    let unit = who.get(&format!("/api/v1/products/{product}/unit?serial={serial}"));
    unit.expect(200)["parent"]["serial"].clone()
}
