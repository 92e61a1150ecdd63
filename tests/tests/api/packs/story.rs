use super::{contents, pack, parent, units, unpack};
use serde_json::json;
use std::time::Instant;
use tests::TestApp;

#[test]
fn f144_a_pack_holds_units_batches_products_and_packs_and_all_is_in_the_history() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let goods = app.product(&acme, "6901234567892");
    let boxes = app.product_at(&acme, "6901234567908", "combination");
    let by_batch = app.product_at(&acme, "6901234567915", "batch");
    acme.issue(&goods, "A", "0001", 100);
    acme.issue(&boxes, "B", "001", 20);
    acme.batch(&by_batch, "20261101A");
    let batch = json!({"product_id": by_batch.to_string(), "batch_no": "20261101A", "quantity": 3});
    let class = json!({"product_id": by_batch.to_string(), "quantity": 2});
    let made = pack(
        &acme,
        &boxes,
        "B001",
        &[units(&goods, "A0001", "A0012", 12), batch, class],
    )
    .expect(201);
    assert_eq!((&made["contents"], &made["quantity"]), (&json!(3), &json!(17)));
    assert_eq!(parent(&acme, &goods, "A0012"), "B001");
    assert_eq!(parent(&acme, &goods, "A0013"), json!(null));
    // Beside what is there: one row.
    pack(&acme, &boxes, "B001", &[units(&goods, "A0013", "A0020", 8)]).expect(201);
    assert_eq!(contents(&acme, &boxes, "B001")["total"], 3);
    pack(&acme, &boxes, "B010", &[units(&boxes, "B001", "B003", 3)]).expect(201);
    let inside = contents(&acme, &boxes, "B010");
    let row = &inside["items"][0];
    assert_eq!(
        (&row["is_pack"], &row["quantity"], &row["inner_quantity"]),
        (&json!(true), &json!(3), &json!(25))
    );
    assert_eq!(parent(&acme, &boxes, "B001"), "B010");
    assert_eq!(acme.total("/api/v1/packs"), 2);

    unpack(&acme, &boxes, "B001", &[units(&goods, "A0005", "A0006", 2)]).expect(200);
    assert_eq!(parent(&acme, &goods, "A0005"), json!(null));
    assert_eq!(parent(&acme, &goods, "A0004"), "B001");
    assert_eq!(parent(&acme, &goods, "A0007"), "B001");
    let gone = unpack(&acme, &boxes, "B001", &[]).expect(200);
    assert_eq!((&gone["contents"], &gone["quantity"]), (&json!(0), &json!(0)));
    assert_eq!(acme.total("/api/v1/packs"), 1);
    let told = |product: &dyn std::fmt::Display, serial: &str| {
        let events = acme
            .get(&format!("/api/v1/products/{product}/unit/events?serial={serial}"))
            .expect(200);
        let kinds: Vec<_> = events
            .as_array()
            .unwrap()
            .iter()
            .map(|e| e["kind"].as_str().unwrap().to_owned())
            .collect();
        kinds
    };
    assert_eq!(told(&goods, "A0005"), ["unpacked", "packed", "issued"]);
    assert_eq!(
        told(&boxes, "B001"),
        ["unpacked", "unpacked", "packed", "packed", "packed", "issued"]
    );
    assert_eq!(told(&boxes, "B010"), ["packed", "issued"]);
}

#[test]
fn f144_a_million_units_are_packed_as_quickly_as_one() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let goods = app.product(&acme, "6901234567892");
    let boxes = app.product_at(&acme, "6901234567908", "combination");
    acme.issue(&goods, "A", "0000001", 1_000_001);
    acme.issue(&boxes, "B", "001", 2);
    let start = Instant::now();
    pack(&acme, &boxes, "B001", &[units(&goods, "A0000001", "A0000001", 1)]).expect(201);
    let one = start.elapsed();
    let start = Instant::now();
    pack(
        &acme,
        &boxes,
        "B002",
        &[units(&goods, "A0000002", "A1000001", 1_000_000)],
    )
    .expect(201);
    let million = start.elapsed();
    assert_eq!(contents(&acme, &boxes, "B002")["total"], 1);
    assert!(
        million < one * 20 + std::time::Duration::from_millis(200),
        "{million:?} against {one:?}"
    );
}

#[test]
fn f144_a_scan_of_a_pack_tells_what_is_in_it_and_of_a_unit_which_pack_it_is_in() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let goods = app.product(&acme, "6901234567892");
    let boxes = app.product_at(&acme, "6901234567908", "combination");
    acme.issue(&goods, "A", "001", 100);
    acme.issue(&boxes, "B", "01", 5);
    let scan = |gtin: &str, serial: &str| app.scan(&format!("/01/{gtin}/21/{serial}")).expect(200);
    assert_eq!(scan("06901234567892", "A001")["parent"], json!(null));
    assert_eq!(scan("06901234567908", "B01")["contents"], json!([]));
    pack(&acme, &boxes, "B01", &[units(&goods, "A001", "A012", 12)]).expect(201);
    pack(&acme, &boxes, "B05", &[units(&boxes, "B01", "B02", 2)]).expect(201);
    assert_eq!(scan("06901234567892", "A012")["parent"]["serial"], "B01");
    assert_eq!(scan("06901234567892", "A013")["parent"], json!(null));
    let inner = scan("06901234567908", "B01");
    assert_eq!(inner["parent"]["serial"], "B05");
    let row = &inner["contents"][0];
    assert_eq!(
        (&row["product_name"], &row["first_serial"], &row["last_serial"]),
        (&json!("细工木板"), &json!("A001"), &json!("A012"))
    );
    let outer = scan("06901234567908", "B05");
    assert_eq!(
        outer["contents"][0]["inside"],
        json!([{"trace_code": "6901234567892", "product_name": "细工木板", "quantity": 12}])
    );
    unpack(&acme, &boxes, "B01", &[]).expect(200);
    assert_eq!(scan("06901234567892", "A012")["parent"], json!(null));
    assert_eq!(scan("06901234567908", "B01")["contents_total"], 0);
}
