//! What a maker says of a batch 维护 (F093, F153, F157–F159).

use serde_json::{Value, json};
use tests::{TestApp, pdf};

#[test]
fn f093_a_batch_says_how_many_there_are_and_shows_its_own_reports() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let product = app.product_at(&acme, "6901234567892", "batch");
    let batch = acme.batch(&product, "20261101A");
    let other = acme.batch(&product, "20261102A");
    let path = |id: &str| format!("/api/v1/batches/{id}");
    let report = acme
        .upload("inspection_report", "批次报告.pdf", &pdf())
        .expect(201)["id"]
        .clone();
    let facts = |public: bool, reports: Value| {
        json!({"made_on": "2026-11-02", "expires_on": "2028-10-31", "quantity": 5000, "quantity_kind": "estimate",
               "report_kind": "factory", "report_file_ids": reports, "is_report_public": public, "note": "夜班"})
    };
    let put = |id: &str, version: i64, body: &Value| {
        acme.with("if-match", &format!("\"{version}\""))
            .put(&path(id), body)
    };
    let kept = put(&batch, 1, &facts(false, json!([report]))).expect(200);
    assert_eq!(
        (&kept["quantity"], &kept["quantity_kind"], &kept["files"][0]["id"]),
        (&json!(5000), &json!("estimate"), &report)
    );
    let scan = || app.scan("/01/06901234567892/10/20261101A").expect(200);
    let told = scan();
    assert_eq!(
        (&told["batch_quantity"], &told["quantity_kind"]),
        (&json!(5000), &json!("estimate"))
    );
    assert_eq!(told["batch_documents"], json!([]));
    // One report, one batch.
    let taken = put(&other, 1, &facts(false, json!([report])));
    assert_eq!(
        (taken.status, &taken.json()["errors"][0]["pointer"]),
        (409, &json!("/report_file_ids/0"))
    );
    assert_eq!(taken.json()["code"], "upload.taken");
    // Opened and closed.
    put(&batch, 2, &facts(true, json!([report]))).expect(200);
    let url = scan()["batch_documents"][0]["url"].as_str().unwrap().to_owned();
    assert_eq!(app.anyone().get(&url).status, 200);
    put(&batch, 3, &facts(false, json!([report]))).expect(200);
    assert_eq!(scan()["batch_documents"], json!([]));
    assert_ne!(app.anyone().get(&url).status, 200);
    // An old version changes nothing.
    assert_eq!(
        put(&batch, 2, &facts(true, json!([report]))).expect(412)["code"],
        "request.stale"
    );
    put(&batch, 4, &facts(false, json!([]))).expect(200);
    // The history says what changed.
    let history = acme.get(&format!("{}/events", path(&batch))).expect(200);
    assert_eq!(
        history[0]["detail"]["changes"],
        json!({"report_file_ids": {"from": 1, "to": 0}})
    );
    assert_eq!(
        history[1]["detail"]["changes"],
        json!({"is_report_public": {"from": true, "to": false}})
    );
    let first = &history[3]["detail"]["changes"];
    assert_eq!(
        first["made_on"],
        json!({"from": "2026-11-01", "to": "2026-11-02"})
    );
    assert_eq!(first["quantity"], json!({"from": null, "to": 5000}));
}

#[test]
fn f158_where_each_thing_has_a_code_the_quantity_is_exact() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892");
    let batch = acme.batch(&product, "20261101A");
    let put = |body: &Value| {
        acme.with("if-match", "\"1\"")
            .put(&format!("/api/v1/batches/{batch}"), body)
    };
    let refused = put(&json!({"made_on": "2026-11-01", "quantity": 10, "quantity_kind": "estimate"}));
    assert_eq!(
        refused.expect(422)["errors"][0]["code"],
        "coding.quantity_not_exact"
    );
    assert_eq!(
        put(&json!({"made_on": "2026-11-01", "quantity": 10})).expect(422)["errors"][0]["pointer"],
        "/quantity_kind"
    );
    put(&json!({"made_on": "2026-11-01", "quantity": 10, "quantity_kind": "exact"})).expect(200);
}
