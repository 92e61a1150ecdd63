//! K3: a code that was never issued is free again; a voided one is taken up by a successor that says so.

use super::{CODE, SCAN, add, at, complete_and_activate, succeed, verdict, void};
use serde_json::{Value, json};
use tests::{Actor, TestApp};

fn issue_next(of: &Actor, product: &str, prefix: &str, quantity: i64) -> Value {
    let order = json!({"product_id": product, "serial_prefix": prefix, "quantity": quantity});
    of.post("/api/v1/unit-issues", &order).expect(201)
}

#[test]
fn a_mistyped_draft_frees_its_code_for_oneself_and_for_others() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let first = add(&acme, CODE).expect(201)["id"].as_str().unwrap().to_owned();
    assert_eq!(add(&acme, CODE).expect_problem(409), "product.trace_code_taken");
    assert_eq!(add(&rival, CODE).expect_problem(409), "product.trace_code_taken");
    assert_eq!(acme.delete(&at(&first, "")).status, 204);
    let second = add(&acme, CODE).expect(201)["id"].as_str().unwrap().to_owned();
    void(&acme, &second);
    let third = add(&acme, CODE).expect(201)["id"].as_str().unwrap().to_owned();
    void(&acme, &third);
    let theirs = add(&rival, CODE).expect(201);
    assert_eq!(theirs["succeeds_product_id"], Value::Null);
    assert_eq!(add(&acme, CODE).expect_problem(409), "product.trace_code_taken");
    // The former ones are still there, and stay voided.
    assert_eq!(acme.get(&at(&second, "")).expect(200)["state"], "voided");
    assert_eq!(verdict(&app, SCAN), "inactive");
}

#[test]
fn a_draft_with_batches_or_units_keeps_its_code_to_its_enterprise() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let id = app.draft(&acme, CODE);
    acme.issue(&id, "A", "001", 10);
    void(&acme, &id);
    assert_eq!(
        add(&rival, CODE).expect_problem(409),
        "product.trace_code_of_another"
    );
    assert_eq!(add(&acme, CODE).expect_problem(409), "product.trace_code_voided");
    succeed(&acme, &id).expect(201);
}

#[test]
fn the_successor_has_the_code_and_what_was_issued_before_stays_voided() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let old = app.product(&acme, CODE).to_string();
    acme.batch(&old, "B1");
    acme.issue(&old, "A", "00000001", 100);
    assert_eq!(succeed(&acme, &old).expect_problem(409), "product.not_voided");
    let voided = void(&acme, &old);
    assert_eq!(
        (&voided["may_be_succeeded"], &voided["voided_by"]),
        (&json!(true), &json!("maker"))
    );

    assert_eq!(add(&acme, CODE).expect_problem(409), "product.trace_code_voided");
    assert_eq!(
        add(&rival, CODE).expect_problem(409),
        "product.trace_code_of_another"
    );
    assert_eq!(succeed(&rival, &old).status, 404);
    let new = succeed(&acme, &old).expect(201);
    assert_eq!(
        (&new["succeeds_product_id"], &new["state"], &new["record"]["name"]),
        (&json!(old), &json!("draft"), &json!("细工木板"))
    );
    assert_eq!(new["record"]["report_file_ids"], json!([]));
    assert_eq!(
        succeed(&acme, &old).expect_problem(409),
        "product.trace_code_taken"
    );
    let seen = acme.get(&at(&old, "")).expect(200);
    assert_eq!(
        (&seen["successor_product_id"], &seen["may_be_succeeded"]),
        (&new["id"], &json!(false))
    );
    // Until the successor is activated the code answers what it did.
    assert_eq!(verdict(&app, SCAN), "voided");

    let new = new["id"].as_str().unwrap().to_owned();
    let issued = issue_next(&acme, &new, "A", 50);
    assert_eq!(issued["first_serial"], "A00000101", "{issued}");
    assert_eq!(verdict(&app, &format!("{SCAN}/21/A00000101")), "inactive");
    complete_and_activate(&app, &acme, &new);

    assert_eq!(verdict(&app, SCAN), "valid");
    for (code, expected) in [
        ("/21/A00000100", "voided"),
        ("/21/A00000001", "voided"),
        ("/10/B1", "voided"),
        ("/21/A00000101", "valid"),
        ("/21/A00000151", "not_issued"),
        ("/10/B9", "not_issued"),
    ] {
        assert_eq!(verdict(&app, &format!("{SCAN}{code}")), expected, "{code}");
    }
    // Serials and batch numbers are not issued twice.
    let again = json!({"product_id": new, "serial_prefix": "A", "first_serial": "00000090", "quantity": 5});
    assert_eq!(
        acme.post("/api/v1/unit-issues", &again).expect_problem(409),
        "coding.span_taken"
    );
    let batch = json!({"product_id": new, "batch_no": "B1", "made_on": "2026-11-01", "coding_mode": "batch"});
    assert_eq!(
        acme.post("/api/v1/batches", &batch).expect_problem(409),
        "coding.batch_taken_before"
    );
    acme.batch(&new, "B2");
    assert_eq!(verdict(&app, &format!("{SCAN}/10/B2")), "valid");

    // Each keeps its history and shows its own page.
    let page = |id: &str| acme.get(&at(&id, "/preview")).text();
    assert!(page(&old).contains("已作废") && !page(&new).contains("已作废"));
    let kinds = acme.get(&at(&old, "/events")).expect(200);
    assert_eq!(kinds[0]["kind"], "voided");
}

#[test]
fn generations_follow_each_other_and_only_the_last_is_succeeded() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let first = app.product(&acme, CODE).to_string();
    acme.issue(&first, "A", "1", 3);
    void(&acme, &first);
    let second = succeed(&acme, &first).expect(201)["id"]
        .as_str()
        .unwrap()
        .to_owned();
    // A successor that was voided before anything was issued leaves the code as it was.
    void(&acme, &second);
    let second = succeed(&acme, &first).expect(201)["id"]
        .as_str()
        .unwrap()
        .to_owned();
    acme.issue(&second, "B", "1", 3);
    complete_and_activate(&app, &acme, &second);
    void(&acme, &second);
    assert_eq!(succeed(&acme, &first).expect_problem(409), "product.not_the_last");
    let third = succeed(&acme, &second).expect(201)["id"]
        .as_str()
        .unwrap()
        .to_owned();
    complete_and_activate(&app, &acme, &third);
    acme.issue(&third, "C", "1", 3);
    for (serial, expected) in [
        ("A2", "voided"),
        ("B2", "voided"),
        ("C2", "valid"),
        ("D2", "not_issued"),
    ] {
        assert_eq!(
            verdict(&app, &format!("{SCAN}/21/{serial}")),
            expected,
            "{serial}"
        );
    }
    let old = json!({"product_id": third, "serial_prefix": "A", "first_serial": "3", "quantity": 2});
    assert_eq!(
        acme.post("/api/v1/unit-issues", &old).expect_problem(409),
        "coding.span_taken"
    );
}

#[test]
fn of_two_successors_at_once_there_is_one() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let old = app.product(&acme, CODE).to_string();
    void(&acme, &old);
    let mut answers: Vec<u16> = std::thread::scope(|s| {
        let all: Vec<_> = (0..4).map(|_| s.spawn(|| succeed(&acme, &old).status)).collect();
        all.into_iter().map(|t| t.join().unwrap()).collect()
    });
    answers.sort_unstable();
    assert_eq!(answers, [201, 409, 409, 409]);
}
