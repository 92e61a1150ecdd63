//! Bad input by name: each is refused with a problem that says what is wrong and where, and nothing is written.

mod addresses;
mod entered;
mod fields;
mod json;

use serde_json::{Value, json};
use tests::{Actor, TestApp};

const JSON: Option<&str> = Some("application/json");

/// A product with a batch of 100 units, `A00000001` to `A00000100`.
struct World {
    app: TestApp,
    acme: Actor,
    product: String,
    batch: String,
    foreign_product: String,
    foreign_batch: String,
}

fn world() -> World {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892").to_string();
    let batch = acme.batch(&product, "B1");
    let units = json!({"product_id": product, "batch_no": "B1", "serial_prefix": "A", "first_serial": "00000001",
                       "quantity": 100});
    acme.post("/api/v1/unit-issues", &units).expect(201);
    let foreign_product = app.product(&rival, "6902083881405").to_string();
    let foreign_batch = rival.batch(&foreign_product, "F1");
    World {
        app,
        acme,
        product,
        batch,
        foreign_product,
        foreign_batch,
    }
}

impl World {
    fn issue(&self, edit: Value) -> Value {
        edited(
            json!({"product_id": self.product, "serial_prefix": "B", "first_serial": "0001", "quantity": 10}),
            edit,
        )
    }

    fn new_batch(&self, edit: Value) -> Value {
        edited(
            json!({"product_id": self.product, "batch_no": "B2", "made_on": "2026-11-01", "coding_mode": "batch"}),
            edit,
        )
    }

    fn units(&self, edit: Value) -> Value {
        edited(
            json!({"product_id": self.product, "first_serial": "A00000001", "reason": "印刷错误"}),
            edit,
        )
    }

    fn association(&self, edit: Value) -> Value {
        edited(
            json!({"product_id": self.product, "first_serial": "A00000001", "batch_no": "B1"}),
            edit,
        )
    }
}

/// The body with some fields changed; null takes a field away.
fn edited(mut body: Value, edit: Value) -> Value {
    for (field, value) in edit.as_object().unwrap() {
        match value {
            Value::Null => drop(body.as_object_mut().unwrap().remove(field)),
            value => body[field] = value.clone(),
        }
    }
    body
}
