//! What left the factory is corrected in the open, whoever noted that it left, and whatever of it is wrong.

use super::ex_factory::{row, world};
use serde_json::{Value, json};
use tests::pdf;

#[test]
fn units_that_left_change_only_by_a_correction_that_everybody_reads() {
    let w = world();
    w.acme.batch(&w.product, "B2");
    w.enter_units("A001", Some("A005"), "2026-11-10").expect(200);
    for with in [
        json!({"first_serial": "A005", "last_serial": "A006", "quantity": 2, "batch_no": "B2"}),
        json!({"first_serial": "A001", "made_on": "2026-11-02"}),
        json!({"first_serial": "A001", "expires_on": "2099-01-01"}),
    ] {
        let refused = w.associate(with.clone());
        assert_eq!(refused.expect_problem(409), "coding.correction_needed", "{with}");
    }
    w.associate(json!({"first_serial": "A006", "made_on": "2026-11-02"}))
        .expect(200);
    // A batch of which some left is fixed as well: they have its dates.
    assert_eq!(
        w.put(json!({"expires_on": "2030-01-01"})).expect_problem(409),
        "coding.correction_needed"
    );
    assert!(
        w.acme.get(&w.at("")).expect(200)["is_ex_factory"]
            .as_bool()
            .unwrap()
    );
    let reason = "装箱时批次登记错误";
    w.associate(
        json!({"first_serial": "A005", "last_serial": "A006", "quantity": 2, "batch_no": "B2",
                       "correction_reason": reason}),
    )
    .expect(200);
    let log = w.log("/21/A005");
    assert_eq!(log.len(), 1);
    assert_eq!(row(&log[0], "batch_no")["to"]["zh"], "B2");
    assert_eq!(row(&log[0], "reason"), reason);
    // A006 was still in the factory: associated anew, with the dates of its new batch, and the change before it.
    let titles: Vec<_> = w
        .log("/21/A006")
        .iter()
        .map(|e| e["title"]["zh"].clone())
        .collect();
    assert_eq!(titles, ["单品变更关联", "单品变更关联"]);
    assert_eq!(w.log("/21/A004"), Vec::<Value>::new());
}

#[test]
fn who_may_see_the_reports_of_a_batch_that_left_changes_with_a_reason() {
    let w = world();
    let report = w.acme.upload("inspection_report", "r.pdf", &pdf()).expect(201)["id"].clone();
    w.put(json!({"report_file_ids": [report], "report_kind": "factory", "is_report_public": true}))
        .expect(200);
    w.enter("2026-11-10").expect(200);
    let closed = json!({"report_file_ids": [report], "report_kind": "factory", "is_report_public": false});
    assert_eq!(
        w.put(closed.clone()).expect_problem(409),
        "coding.correction_needed"
    );
    let mut with_reason = closed;
    with_reason["correction_reason"] = json!("报告含商业信息");
    w.put(with_reason).expect(200);
    let log = w.log("/10/B1");
    assert_eq!(row(&log[0], "is_report_public")["to"]["zh"], "不公开");
    assert_eq!(row(&log[0], "reason"), "报告含商业信息");
}

/// B4: goods past their date do not become fresh.
#[test]
fn what_is_past_its_expiry_counts_as_left_though_nobody_entered_it() {
    let w = world();
    let expired = json!({"product_id": w.product, "batch_no": "OLD", "made_on": "2026-01-01",
                         "expires_on": "2026-01-02", "coding_mode": "unit", "quantity": 5, "serial_prefix": "O",
                         "first_serial": "1"});
    let old = w.acme.post("/api/v1/batches", &expired).expect(201);
    assert!(old["is_ex_factory"].as_bool().unwrap());
    let at = format!("/api/v1/batches/{}", old["id"].as_str().unwrap());
    let put = |body: Value| w.acme.with("if-match", "\"1\"").put(&at, &body);
    let fresh = json!({"made_on": "2026-11-01", "expires_on": "2027-11-01"});
    assert_eq!(put(fresh.clone()).expect_problem(409), "coding.correction_needed");
    assert_eq!(
        w.associate(json!({"first_serial": "O1", "expires_on": "2099-01-01"}))
            .expect_problem(409),
        "coding.correction_needed"
    );
    assert_eq!(
        w.associate(json!({"first_serial": "O1", "batch_no": "B1"}))
            .expect_problem(409),
        "coding.correction_needed"
    );
    // Late is still a day it may have left on, but not past its date.
    let entry = |day: &str| json!({"ex_factory_on": day});
    let late = w.acme.post(&format!("{at}/ex-factory"), &entry("2026-01-03"));
    assert_eq!(
        late.wrong_fields(),
        ["/ex_factory_on coding.ex_factory_after_expiry"]
    );
    w.acme
        .post(&format!("{at}/ex-factory"), &entry("2026-01-02"))
        .expect(200);
}

#[test]
fn a_report_that_takes_the_place_of_another_is_a_correction_too() {
    let w = world();
    let report = |name: &str| w.acme.upload("inspection_report", name, &pdf()).expect(201)["id"].clone();
    let (first, second) = (report("一.pdf"), report("二.pdf"));
    w.put(json!({"report_kind": "factory", "report_file_ids": [first], "is_report_public": true}))
        .expect(200);
    w.enter("2026-11-10").expect(200);
    assert_eq!(
        w.put(json!({"report_file_ids": [second]})).expect_problem(409),
        "coding.correction_needed"
    );
    w.put(json!({"report_file_ids": [second], "correction_reason": "报告上传错误"}))
        .expect(200);
    let log = w.log("/10/B1");
    assert_eq!(
        row(&log[0], "report_file_ids"),
        &json!({"from": null, "to": null}),
        "was replaced"
    );
    // Of reports that are closed nothing is told but that.
    w.put(json!({"report_file_ids": [], "is_report_public": false, "correction_reason": "报告作废"}))
        .expect(200);
    let log = w.log("/10/B1");
    assert_eq!(row(&log[0], "report_file_ids"), &Value::Null);
    assert_eq!(row(&log[0], "is_report_public")["to"]["zh"], "不公开");
}
