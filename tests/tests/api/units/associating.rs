//! 赋码后关联 and what its histories tell (F096–F099).

use serde_json::{Value, json};
use tests::{Actor, Reply, TestApp};

struct World {
    app: TestApp,
    acme: Actor,
    product: String,
    batches: [String; 2],
}

/// Batches B1 and B2 with dates of their own; units A001 to A010 in B1.
fn world() -> World {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892").to_string();
    let batch = |no: &str, made: &str, expires: &str| {
        let batch = json!({"product_id": product, "batch_no": no, "made_on": made, "expires_on": expires,
                           "coding_mode": "batch"});
        acme.post("/api/v1/batches", &batch).expect(201)["id"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let batches = [
        batch("B1", "2026-11-01", "2028-10-31"),
        batch("B2", "2026-11-02", "2028-11-01"),
    ];
    let order = json!({"product_id": product, "batch_no": "B1", "serial_prefix": "A", "first_serial": "001",
                       "quantity": 10});
    acme.post("/api/v1/unit-issues", &order).expect(201);
    World {
        app,
        acme,
        product,
        batches,
    }
}

impl World {
    fn associate(&self, with: Value) -> Reply {
        let mut body = json!({"product_id": self.product});
        body.as_object_mut()
            .unwrap()
            .extend(with.as_object().unwrap().clone());
        self.acme.post("/api/v1/unit-associations", &body)
    }

    fn unit(&self, serial: &str) -> (Value, Value, Value) {
        let path = format!("/api/v1/products/{}/unit?serial={serial}", self.product);
        let u = self.acme.get(&path).expect(200);
        (
            u["batch_no"].clone(),
            u["made_on"].clone(),
            u["expires_on"].clone(),
        )
    }

    fn history(&self, serial: &str) -> Vec<Value> {
        let path = format!("/api/v1/products/{}/unit/events?serial={serial}", self.product);
        self.acme.get(&path).expect(200).as_array().unwrap().clone()
    }

    fn history_of_batch(&self, n: usize) -> Vec<Value> {
        let path = format!("/api/v1/batches/{}/events", self.batches[n]);
        self.acme.get(&path).expect(200).as_array().unwrap().clone()
    }
}

#[test]
fn dates_nobody_touched_stay() {
    let w = world();
    w.associate(json!({"first_serial": "A001", "made_on": "2026-11-05", "expires_on": "2027-01-01"}))
        .expect(200);
    let own = (json!("B1"), json!("2026-11-05"), json!("2027-01-01"));
    assert_eq!(w.unit("A001"), own);
    // The dialog submits what it was filled with: the batch it is in, and the dates that hold.
    let before = w.history("A001").len();
    for with in [
        json!({"first_serial": "A001", "batch_no": "B1"}),
        json!({"first_serial": "A001", "batch_no": "B1", "made_on": "2026-11-05", "expires_on": "2027-01-01"}),
        json!({"first_serial": "A001", "expires_on": "2027-01-01"}),
    ] {
        assert_eq!(w.associate(with).expect(200)["quantity"], 1);
        assert_eq!(w.unit("A001"), own);
    }
    assert_eq!(w.history("A001").len(), before, "nothing happened");
    // One date alone.
    w.associate(json!({"first_serial": "A001", "batch_no": "B1", "expires_on": "2027-02-01"}))
        .expect(200);
    assert_eq!(
        w.unit("A001"),
        (json!("B1"), json!("2026-11-05"), json!("2027-02-01"))
    );
    // What a unit has from its batch stays the batch's when it is sent along.
    w.associate(json!({"first_serial": "A002", "batch_no": "B1", "made_on": "2026-11-01", "expires_on": "2028-10-31"}))
        .expect(200);
    let put = json!({"made_on": "2026-11-03", "expires_on": "2028-10-31"});
    w.acme
        .with("if-match", "\"1\"")
        .put(&format!("/api/v1/batches/{}", w.batches[0]), &put)
        .expect(200);
    assert_eq!(w.unit("A002").1, "2026-11-03");
    // Another batch brings its own.
    w.associate(json!({"first_serial": "A001", "batch_no": "B2"}))
        .expect(200);
    assert_eq!(
        w.unit("A001"),
        (json!("B2"), json!("2026-11-02"), json!("2028-11-01"))
    );
}

#[test]
fn both_batches_and_the_unit_tell_it() {
    let w = world();
    w.associate(json!({"first_serial": "A003", "made_on": "2026-11-05"}))
        .expect(200);
    w.associate(json!({"first_serial": "A002", "last_serial": "A004", "quantity": 3, "batch_no": "B2"}))
        .expect(200);
    let told = &w.history("A003")[0];
    assert_eq!(
        (&told["kind"], &told["first_serial"], &told["last_serial"]),
        (&json!("reassociated"), &json!("A003"), &json!("A003"))
    );
    assert_eq!(
        told["detail"]["changes"],
        json!({"batch_no": {"from": "B1", "to": "B2"}, "made_on": {"from": "2026-11-05", "to": "2026-11-02"},
               "expires_on": {"from": "2028-10-31", "to": "2028-11-01"}})
    );
    assert_eq!(
        w.history("A002")[0]["detail"]["changes"]["made_on"],
        json!({"from": "2026-11-01", "to": "2026-11-02"})
    );
    let runs = |events: Vec<Value>, kind: &str| {
        let mut runs: Vec<_> = events
            .iter()
            .filter(|e| e["kind"] == kind)
            .map(|e| {
                format!(
                    "{}-{}",
                    e["first_serial"].as_str().unwrap(),
                    e["last_serial"].as_str().unwrap()
                )
            })
            .collect();
        runs.sort();
        runs
    };
    assert_eq!(
        runs(w.history_of_batch(0), "moved_out"),
        ["A002-A002", "A003-A003", "A004-A004"]
    );
    assert_eq!(
        runs(w.history_of_batch(1), "reassociated"),
        ["A002-A002", "A003-A003", "A004-A004"]
    );
    assert_eq!(w.history_of_batch(0)[0]["detail"]["batch_no"], "B2");
    // The first time is no change: nothing was there before.
    w.acme.issue(&w.product, "N", "1", 2);
    w.associate(json!({"first_serial": "N1", "batch_no": "B2"}))
        .expect(200);
    assert_eq!(w.history("N1")[0]["kind"], "associated");
    let log = |serial: &str| {
        let answer = w.app.scan(&format!("/01/06901234567892/21/{serial}")).expect(200);
        let chapters = answer["code_chapters"].as_array().unwrap().clone();
        chapters
            .iter()
            .find(|c| c["key"] == "change_log")
            .map_or(0, |c| c["entries"].as_array().unwrap().len())
    };
    // Two of A003: its own date, and the batch.
    assert_eq!((log("A003"), log("A002"), log("N1"), log("A001")), (2, 1, 0, 0));
    // Voiding shows in the history of the batch as well.
    let void = json!({"product_id": w.product, "first_serial": "A002", "reason": "标签印刷错误"});
    w.acme.post("/api/v1/unit-voids", &void).expect(200);
    assert_eq!(runs(w.history_of_batch(1), "voided"), ["A002-A002"]);
}
