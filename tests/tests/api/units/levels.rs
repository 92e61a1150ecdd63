//! 追溯方式 (F143): a product takes no finer codes than its maker chose, until it chooses again.

use serde_json::json;
use tests::TestApp;

#[test]
fn f143_a_level_binds_until_it_is_raised() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let product = app.product_at(&acme, "6901234567892", "product").to_string();
    let batch = |mode: &str| {
        let batch = json!({"product_id": product, "batch_no": "B1", "made_on": "2026-11-01", "coding_mode": mode,
                           "quantity": 5, "serial_prefix": "A"});
        acme.post("/api/v1/batches", &batch)
    };
    let units = || {
        let order = json!({"product_id": product, "serial_prefix": "N", "first_serial": "1", "quantity": 3});
        acme.post("/api/v1/unit-issues", &order)
    };
    let raise = |to: &str, period: &str| {
        let at = format!("/api/v1/products/{product}");
        let view = acme.get(&at).expect(200);
        let mut record = view["record"].clone();
        record["coding_level"] = json!(to);
        record["filing_period"] = json!(period);
        let asked = json!({"record": record, "reason": "客户要求更细的追溯"});
        acme.with("if-match", &format!("\"{}\"", view["version"]))
            .post(&format!("{at}/change-requests"), &asked)
            .expect(201);
    };
    for refused in [batch("batch"), batch("unit"), units()] {
        assert_eq!(refused.expect_problem(409), "coding.level_binds");
        assert!(refused.text().contains("一品一码"));
    }
    raise("batch", "monthly");
    assert_eq!(batch("unit").expect_problem(409), "coding.level_binds");
    batch("batch").expect(201);
    assert_eq!(units().expect_problem(409), "coding.level_binds");
    raise("unit", "daily");
    units().expect(201);
    batch("unit").expect(201);
    // Raising it is filed: everybody sees that and why.
    let told = app.scan("/01/06901234567892").expect(200);
    assert!(told["chapters"].to_string().contains("客户要求更细的追溯"));
    let draft = app.draft(&rival, "6901234567885").to_string();
    rival.issue(&draft, "A", "1", 1);
}
