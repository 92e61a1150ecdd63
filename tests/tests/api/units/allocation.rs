//! F150: without a start the platform allocates the serials behind the last ones.

use product::ProductId;
use serde_json::{Value, json};
use std::{collections::BTreeSet, thread};
use tests::{Actor, TestApp};

/// First and last of an issue without a start.
fn issue(of: &Actor, product: &ProductId, prefix: &str, quantity: i64) -> (String, String) {
    let body = json!({"product_id": product, "serial_prefix": prefix, "quantity": quantity});
    let made = of.post("/api/v1/unit-issues", &body).expect(201);
    let text = |v: &Value| v.as_str().unwrap().to_owned();
    (text(&made["first_serial"]), text(&made["last_serial"]))
}

#[test]
fn f150_each_prefix_counts_on() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892");
    let run = |prefix: &str, quantity| issue(&acme, &product, prefix, quantity);
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(run("A", 3), pair("A00000001", "A00000003"));
    assert_eq!(run("A", 2), pair("A00000004", "A00000005"));
    assert_eq!(run("", 1), pair("00000001", "00000001"));
    assert_eq!(run("B-", 1), pair("B-00000001", "B-00000001"));
    // It goes on with the digits a prefix has, behind the highest number, not in a gap.
    acme.issue(&product, "C", "0001", 10);
    acme.issue(&product, "C", "0101", 10);
    assert_eq!(run("C", 5), pair("C0111", "C0115"));
    // Digits of the prefix stay, and are a series of their own.
    assert_eq!(run("26", 2), pair("2600000001", "2600000002"));
    assert_eq!(run("26", 2), pair("2600000003", "2600000004"));
    assert_eq!(run("", 1), pair("00000002", "00000002"));
    assert_eq!(run("A1", 1), pair("A100000001", "A100000001"));
    assert_eq!(run("A", 1), pair("A00000006", "A00000006"));
    // As many digits as there is room for.
    assert_eq!(
        run("ABCDEFGHIJKLMNOP", 9999),
        pair("ABCDEFGHIJKLMNOP0001", "ABCDEFGHIJKLMNOP9999")
    );
    // Behind the last number of so many digits it goes on with one more.
    acme.issue(&product, "D", "98", 2);
    assert_eq!(run("D", 2), pair("D100", "D101"));
    // So it does where fewer are left than are wanted; what is in the way is passed over.
    acme.issue(&product, "E", "0001", 9000);
    assert_eq!(run("E", 2000), pair("E10000", "E11999"));
    acme.issue(&product, "E", "012005", 5);
    assert_eq!(run("E", 2), pair("E012010", "E012011"));
    assert_eq!(run("F", 200_000_000), pair("F000000001", "F200000000"));
    let other = app.product(&acme, "6901234567908");
    assert_eq!(
        issue(&acme, &other, "A", 1),
        pair("A00000001", "A00000001"),
        "each product by itself"
    );
}

#[test]
fn f150_a_batch_of_units_needs_no_start() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892");
    let mut batch = json!({"product_id": product, "batch_no": "L1", "made_on": "2026-11-01", "coding_mode": "unit",
                           "serial_prefix": "A", "quantity": 4});
    assert_eq!(acme.post("/api/v1/batches", &batch).expect(201)["units"], 4);
    batch["batch_no"] = json!("L2");
    acme.post("/api/v1/batches", &batch).expect(201);
    let found = app.scan("/01/06901234567892/21/A00000005").expect(200);
    assert_eq!(
        (&found["verdict"], &found["batch_no"]),
        (&json!("valid"), &json!("L2"))
    );
}

#[test]
fn f150_many_who_ask_at_once_get_different_serials() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892");
    let got: Vec<_> = thread::scope(|s| {
        let askers: Vec<_> = (0..16)
            .map(|_| s.spawn(|| issue(&acme, &product, "A", 10).0))
            .collect();
        askers.into_iter().map(|t| t.join().unwrap()).collect()
    });
    let wanted: BTreeSet<_> = (0..16).map(|i| format!("A{:08}", i * 10 + 1)).collect();
    assert_eq!(got.into_iter().collect::<BTreeSet<_>>(), wanted);
}

#[test]
fn f150_a_prefix_that_is_used_up_or_none_is_told_at_its_field() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892");
    let refused = |prefix: &str, quantity: i64, code: &str| {
        let body = json!({"product_id": product, "serial_prefix": prefix, "quantity": quantity});
        let reply = acme.post("/api/v1/unit-issues", &body);
        assert_eq!(reply.json()["code"], code, "{prefix}");
        assert_eq!(reply.json()["errors"][0]["pointer"], "/serial_prefix", "{prefix}");
    };
    issue(&acme, &product, "ABCDEFGHIJKLMNOP", 9999);
    refused("ABCDEFGHIJKLMNOP", 1, "coding.serials_used_up");
    refused("ABCDEFGHIJKLMNOPQ", 1000, "coding.serials_used_up");
    // At most eighteen digits count, the prefix's own included.
    issue(&acme, &product, "202611210001", 999_999);
    refused("202611210001", 1, "coding.serials_used_up");
    acme.issue(&product, "A", "999999999999999999", 1);
    refused("A", 1, "coding.serials_used_up");
    refused("批", 1, "coding.not_a_prefix");
    refused("A B", 1, "coding.not_a_prefix");
}
