//! Random serials: nobody can guess one from another, and everything else goes on as with those in a row.

use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::{Actor, TestApp};

const GTIN: &str = "/01/06901234567892";

fn world() -> (TestApp, Actor, Actor, String) {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892").to_string();
    (app, acme, rival, product)
}

fn issue(of: &Actor, product: &str, more: &Value) -> tests::Reply {
    let mut order = json!({"product_id": product, "quantity": 50, "serial_style": "random"});
    for (field, value) in more.as_object().unwrap() {
        order[field] = value.clone();
    }
    of.post("/api/v1/unit-issues", &order)
}

fn serials(of: &Actor, product: &str) -> Vec<String> {
    let found = of
        .get(&format!("/api/v1/units?product_id={product}&page_size=200"))
        .expect(200);
    let items = found["items"].as_array().unwrap();
    items
        .iter()
        .map(|u| u["serial"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn random_serials_are_issued_scanned_voided_and_exported_like_others() {
    let (app, acme, _, product) = world();
    acme.batch(&product, "B1");
    let issued = issue(&acme, &product, &json!({"serial_prefix": "R", "batch_no": "B1"})).expect(201);
    assert_eq!(issued["quantity"], 50);
    let all = serials(&acme, &product);
    let different: BTreeSet<_> = all.iter().collect();
    assert_eq!((all.len(), different.len()), (50, 50));
    assert!(all.iter().all(|s| s.len() == 17 && s.starts_with('R')), "{all:?}");
    let mut numbers: Vec<u64> = all.iter().map(|s| s[1..].parse().unwrap()).collect();
    numbers.sort_unstable();
    assert!(
        numbers.windows(2).all(|w| w[1] - w[0] > 1),
        "none follows another"
    );
    assert_eq!(
        (&issued["first_serial"], &issued["last_serial"]),
        (
            &json!(format!("R{:016}", numbers[0])),
            &json!(format!("R{:016}", numbers[49]))
        )
    );
    let told = app.scan(&format!("{GTIN}/21/{}", all[7])).expect(200);
    assert_eq!(
        (&told["verdict"], &told["batch_no"], &told["scans"]),
        (&json!("valid"), &json!("B1"), &json!(1))
    );
    // Between two of them nothing was issued, though the issue reaches from the lowest to the highest.
    let between = app
        .scan(&format!("{GTIN}/21/R{:016}", numbers[3] + 1))
        .expect(404);
    assert_eq!(between["verdict"], "not_issued");
    let history = acme
        .get(&format!(
            "/api/v1/products/{product}/unit/events?serial={}",
            all[7]
        ))
        .expect(200);
    assert_eq!(
        history.as_array().unwrap().len(),
        1,
        "its own issue alone: {history}"
    );
    let voided = json!({"product_id": product, "first_serial": all[9], "last_serial": all[9], "quantity": 1, "reason": "印坏"});
    acme.post("/api/v1/unit-voids", &voided).expect(200);
    let csv = acme
        .get(&format!(
            "/api/v1/unit-exports/stream?product_id={product}&format=csv"
        ))
        .text();
    assert_eq!(csv.lines().count(), 50);
    assert!(!csv.contains(&all[9]) && csv.contains(&all[7]));
}

#[test]
fn numbering_on_does_not_go_on_behind_random_serials() {
    let (_app, acme, _, product) = world();
    issue(&acme, &product, &json!({"serial_prefix": "R"})).expect(201);
    let next = json!({"product_id": product, "serial_prefix": "R", "quantity": 3});
    let issued = acme.post("/api/v1/unit-issues", &next).expect(201);
    assert_eq!(
        (&issued["first_serial"], &issued["last_serial"]),
        (&json!("R00000001"), &json!("R00000003"))
    );
    issue(&acme, &product, &json!({"serial_prefix": "R"})).expect(201);
    let issued = acme.post("/api/v1/unit-issues", &next).expect(201);
    assert_eq!(issued["first_serial"], "R00000004");
    assert_eq!(acme.total(&format!("/api/v1/units?product_id={product}")), 106);
}

#[test]
fn what_does_not_go_with_random_serials_is_refused_at_its_field() {
    let (_app, acme, rival, product) = world();
    let wrong = |more: Value| issue(&acme, &product, &more).wrong_fields();
    assert_eq!(
        wrong(json!({"first_serial": "001"})),
        ["/first_serial not_with_random"]
    );
    assert_eq!(wrong(json!({"quantity": 2001})), ["/quantity too_many_random"]);
    for long in ["ABCDEFGHI", "A1234567"] {
        let reply = issue(&acme, &product, &json!({"serial_prefix": long}));
        assert_eq!(reply.expect_problem(422), "coding.prefix_too_long", "{long}");
    }
    for (prefix, length) in [("ABCDEFGH", 20), ("A123456", 19), ("", 16)] {
        issue(&acme, &product, &json!({"serial_prefix": prefix, "quantity": 1})).expect(201);
        assert!(
            serials(&acme, &product)
                .iter()
                .any(|s| s.len() == length && s.starts_with(prefix)),
            "{prefix}"
        );
    }
    assert_eq!(
        issue(&rival, &product, &json!({})).status,
        404,
        "another's product"
    );
    assert_eq!(
        issue(&acme, &product, &json!({"quantity": 2000})).expect(201)["quantity"],
        2000
    );
}

#[test]
fn a_lost_answer_issues_nothing_twice() {
    let (_app, acme, _, product) = world();
    let once = acme.with("idempotency-key", "random-1");
    let first = issue(&once, &product, &json!({})).expect(201);
    let again = issue(&once, &product, &json!({})).expect(201);
    assert_eq!(first, again);
    assert_eq!(acme.total(&format!("/api/v1/units?product_id={product}")), 50);
}
