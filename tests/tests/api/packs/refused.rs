use super::{pack, units, unpack};
use serde_json::{Value, json};
use tests::{Reply, TestApp};

#[track_caller]
fn refused(reply: &Reply, status: u16, code: &str, pointer: &str) {
    let body = reply.json();
    assert_eq!(
        (reply.status, body["code"].as_str()),
        (status, Some(code)),
        "{body}"
    );
    let found = body["errors"][0]["pointer"].as_str();
    assert_eq!(found, Some(pointer), "{body}");
}

#[test]
fn f144_what_cannot_be_packed_is_refused_at_its_place() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let goods = app.product(&acme, "6901234567892");
    let boxes = app.product_at(&acme, "6901234567908", "combination");
    let foreign = app.product(&rival, "6902083881405");
    rival.issue(&foreign, "A", "0001", 10);
    acme.issue(&goods, "A", "0001", 10);
    acme.issue(&boxes, "B", "001", 10);
    let put = |serial: &str, content: Value| pack(&acme, &boxes, serial, &[content]);
    let unit = |serial: &str| units(&goods, serial, serial, 1);

    // A unit in two parents.
    put("B001", unit("A0001")).expect(201);
    refused(
        &put("B002", unit("A0001")),
        409,
        "coding.packed_already",
        "/contents/0/first_serial",
    );
    refused(
        &put("B001", units(&goods, "A0001", "A0002", 2)),
        409,
        "coding.packed_already",
        "/contents/0/first_serial",
    );
    // Cyclic parent codes: itself, and what is in it.
    refused(
        &put("B001", units(&boxes, "B001", "B001", 1)),
        409,
        "coding.pack_in_itself",
        "/contents/0/first_serial",
    );
    put("B002", units(&boxes, "B001", "B001", 1)).expect(201);
    put("B003", units(&boxes, "B002", "B002", 1)).expect(201);
    refused(
        &put("B001", units(&boxes, "B003", "B003", 1)),
        409,
        "coding.pack_in_itself",
        "/contents/0/first_serial",
    );
    // Five within each other, and not a sixth, from either end.
    put("B004", units(&boxes, "B003", "B003", 1)).expect(201);
    put("B005", units(&boxes, "B004", "B004", 1)).expect(201);
    refused(
        &put("B006", units(&boxes, "B005", "B005", 1)),
        409,
        "coding.pack_too_deep",
        "/contents/0/first_serial",
    );
    refused(
        &put("B001", units(&boxes, "B007", "B007", 1)),
        409,
        "coding.pack_too_deep",
        "/contents/0/first_serial",
    );
    put("B001", unit("A0002")).expect(201);
    // Unknown serials, of the pack and of what goes in.
    refused(
        &put("B999", unit("A0003")),
        404,
        "coding.unit_not_found",
        "/serial",
    );
    refused(
        &put("B006", units(&goods, "A0009", "A0011", 3)),
        409,
        "coding.not_all_issued",
        "/contents/0/first_serial",
    );
    refused(
        &put("B006", units(&goods, "A0009", "A0010", 3)),
        422,
        "coding.count_mismatch",
        "/contents/0/quantity",
    );
    // Another enterprise's codes.
    refused(
        &put("B006", units(&foreign, "A0001", "A0001", 1)),
        404,
        "product.not_found",
        "/contents/0/product_id",
    );
    refused(
        &pack(&rival, &boxes, "B006", &[unit("A0003")]),
        404,
        "product.not_found",
        "/product_id",
    );
    rival
        .get(&format!("/api/v1/products/{boxes}/unit/contents?serial=B001"))
        .expect(404);
    // What has ended.
    let ended = json!({"product_id": goods.to_string(), "first_serial": "A0005", "reason": "标签印刷错误"});
    acme.post("/api/v1/unit-voids", &ended).expect(200);
    refused(
        &put("B006", units(&goods, "A0004", "A0006", 3)),
        409,
        "coding.content_voided",
        "/contents/0/first_serial",
    );
    // No pack at all.
    refused(
        &pack(&acme, &goods, "A0007", &[unit("A0008")]),
        409,
        "coding.not_a_pack",
        "/product_id",
    );
    // All or nothing: the first entry is not kept when the second fails.
    let both = [unit("A0007"), unit("A0001")];
    refused(
        &pack(&acme, &boxes, "B006", &both),
        409,
        "coding.packed_already",
        "/contents/1/first_serial",
    );
    put("B006", unit("A0007")).expect(201);
    // Out comes only what is in.
    refused(
        &unpack(&acme, &boxes, "B006", &[unit("A0001")]),
        409,
        "coding.not_in_pack",
        "/contents/0/first_serial",
    );
    refused(
        &unpack(&acme, &boxes, "B010", &[]),
        409,
        "coding.pack_empty",
        "/serial",
    );
}

#[test]
fn what_is_packed_is_not_coded_otherwise() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let goods = app.draft(&acme, "6901234567892");
    let boxes = app.product_at(&acme, "6901234567908", "combination");
    acme.issue(&goods, "A", "0001", 10);
    acme.issue(&boxes, "B", "001", 10);
    let some = [units(&goods, "A0001", "A0003", 3)];
    pack(&acme, &boxes, "B001", &some).expect(201);
    let address = format!("/api/v1/products/{goods}");
    let code_as_packs = || {
        let view = acme.get(&address).expect(200);
        let mut record = view["record"].clone();
        record["coding_level"] = json!("combination");
        acme.with("if-match", &format!("\"{}\"", view["version"]))
            .put(&address, &record)
    };
    refused(&code_as_packs(), 409, "product.pack_level_fixed", "/coding_level");
    unpack(&acme, &boxes, "B001", &some).expect(200);
    code_as_packs().expect(200);
}
