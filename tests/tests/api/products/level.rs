//! F143: a product is not coded coarser than what was issued of it.

use super::put;
use serde_json::json;
use tests::TestApp;

#[test]
fn a_level_is_not_lowered_below_codes_that_were_issued() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.draft(&acme, "6901234567892");
    let set = |level: &str| {
        put(&acme, &id, |r| {
            r["coding_level"] = json!(level);
            r["filing_period"] = json!(if level == "unit" { "daily" } else { "monthly" });
        })
    };
    for level in ["product", "batch", "unit"] {
        set(level).expect(200);
    }
    acme.batch(&id, "B1");
    set("batch").expect(200);
    assert_eq!(set("product").expect_problem(409), "product.level_below_codes");
    set("unit").expect(200);
    acme.issue(&id, "A", "001", 3);
    for level in ["product", "batch"] {
        let refused = set(level);
        assert_eq!(
            refused.expect_problem(409),
            "product.level_below_codes",
            "{level}"
        );
        assert_eq!(refused.json()["errors"][0]["pointer"], "/coding_level");
    }
    // Voided codes go on answering.
    let run = json!({"product_id": id, "first_serial": "A001", "last_serial": "A003", "quantity": 3, "reason": "错误"});
    acme.post("/api/v1/unit-voids", &run).expect(200);
    assert_eq!(set("batch").expect_problem(409), "product.level_below_codes");
}
