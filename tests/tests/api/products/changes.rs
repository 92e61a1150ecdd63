//! 变更申请 (C2, F168, F173): what was reviewed changes by a change that is reviewed too.

use super::{at, broken, kinds, put, state};
use serde_json::{Value, json};
use std::fmt::Display;
use tests::{Actor, Reply, TestApp, pdf, png};

const GTIN: &str = "/01/06901234567892";

fn by_hand(app: &TestApp, of: &Actor) -> Actor {
    let operator = app.operator();
    let address = format!("/api/v1/platform/enterprises/{}/review-mode", of.enterprise());
    assert_eq!(
        operator.put(&address, &json!({"review_mode": "manual"})).status,
        204
    );
    operator
}

/// Asks for a change of a product's record.
fn ask(of: &Actor, id: &impl Display, reason: &str, change: impl FnOnce(&mut Value)) -> Reply {
    let view = of.get(&at(id, "")).expect(200);
    let mut record = view["record"].clone();
    change(&mut record);
    of.with("if-match", &format!("\"{}\"", view["version"])).post(
        &at(id, "/change-requests"),
        &json!({"record": record, "reason": reason}),
    )
}

fn decide(operator: &Actor, request: &Value, step: &str) -> Reply {
    let id = request["id"].as_str().unwrap();
    let body = match step {
        "reject" => json!({"reason": "新证书与型号不符"}),
        _ => json!({}),
    };
    operator.post(&format!("/api/v1/platform/change-requests/{id}/{step}"), &body)
}

pub(super) fn log(app: &TestApp) -> Vec<Value> {
    let told = app.scan(GTIN).expect(200);
    let chapters = told["chapters"].as_array().unwrap().clone();
    let log = chapters.iter().find(|c| c["key"] == "change_log");
    log.map_or_else(Vec::new, |c| c["entries"].as_array().unwrap().clone())
}

pub(super) fn row<'e>(entry: &'e Value, key: &str) -> &'e Value {
    let rows = entry["rows"].as_array().unwrap().iter();
    rows.clone()
        .find(|r| r["key"] == key)
        .map_or(&Value::Null, |r| &r["value"]["value"])
}

#[test]
fn where_the_rules_review_they_decide_a_change_at_once() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let id = app.product(&acme, "6901234567892");
    let locked = put(&acme, &id, |r| r["model"] = json!("25 mm"));
    assert_eq!(locked.expect_problem(409), "product.field_locked");
    assert!(locked.text().contains("变更申请"), "the lock names the way out");

    let made = ask(&acme, &id, "型号印刷有误", |r| {
        r["model"] = json!("25 mm");
        r["licence_number"] = json!("XK03-002-00123");
    })
    .expect(201);
    assert_eq!(made["state"], "approved");
    assert_eq!(made["changes"]["model"], json!({"from": "18 mm", "to": "25 mm"}));
    let now = acme.get(&at(&id, "")).expect(200);
    assert_eq!(
        (&now["state"], &now["revision"], &now["record"]["model"]),
        (&json!("activated"), &json!(2), &json!("25 mm"))
    );
    let versions = acme.get(&at(&id, "/revisions")).expect(200)["items"].clone();
    assert_eq!(
        (&versions[0]["reason"], &versions[1]["reason"]),
        (&json!("型号印刷有误"), &json!(null))
    );
    let history = acme.get(&at(&id, "/events")).expect(200);
    assert_eq!(
        kinds(&history)[4..],
        ["change_requested", "change_approved", "amended"]
    );
    // Everybody reads what changed, when, and why.
    assert_eq!(app.scan(GTIN).expect(200)["product"]["model"], "25 mm");
    let told = log(&app);
    assert_eq!(told.len(), 1);
    assert_eq!(row(&told[0], "model")["from"]["zh"], "18 mm");
    assert_eq!(row(&told[0], "licence_number")["from"], json!(null));
    assert_eq!(row(&told[0], "reason"), "型号印刷有误");
    assert_eq!(
        row(&told[0], "changed_on"),
        &json!(app.clock.now().beijing_date())
    );
    let page = app.anyone().with("accept", "text/html").get(GTIN).text();
    assert!(page.contains("变更记录") && page.contains("18 mm") && page.contains("型号印刷有误"));

    // The rules are asked.
    let refused = ask(&acme, &id, "换标准", |r| {
        r["standards"] = json!(["GB/T 5849-2016"])
    });
    assert_eq!(refused.expect_problem(422), "product.incomplete");
    // The trace code never changes, nothing is no change, and blank reasons are none.
    let refused = ask(&acme, &id, "换码", |r| r["trace_code"] = json!("6901234567885"));
    assert_eq!(refused.expect_problem(422), "product.trace_code_fixed");
    assert_eq!(
        ask(&acme, &id, "没有变", |_| {}).expect_problem(422),
        "product.nothing_changed"
    );
    assert_eq!(ask(&acme, &id, "  ", |r| r["model"] = json!("9 mm")).status, 422);
    assert_eq!(acme.get(&at(&id, "")).expect(200)["revision"], 2);

    let view = format!("/api/v1/change-requests/{}", made["id"].as_str().unwrap());
    acme.get(&view).expect(200);
    assert_eq!(rival.get(&view).status, 404);
    assert_eq!(rival.get(&at(&id, "/change-requests")).status, 404);
    assert_eq!(rival.post(&format!("{view}/withdraw"), &json!({})).status, 404);
    assert_eq!(
        acme.post(&format!("{view}/withdraw"), &json!({}))
            .expect_problem(409),
        "product.change_request_decided"
    );
    // A stale page asks for nothing.
    let record = acme.get(&at(&id, "")).expect(200)["record"].clone();
    let stale = acme.with("if-match", "\"1\"").post(
        &at(&id, "/change-requests"),
        &json!({"record": record, "reason": "旧页面"}),
    );
    assert_eq!(stale.status, 412);
}

#[test]
fn what_was_not_reviewed_is_changed_without_asking() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.draft(&acme, "6901234567892");
    assert_eq!(
        ask(&acme, &id, "改型号", |r| r["model"] = json!("9 mm")).expect_problem(409),
        "product.not_reviewed"
    );
    put(&acme, &id, |r| r["model"] = json!("9 mm")).expect(200);
}

/// B3: where a person reviews, what the rules make mandatory is reviewed too.
#[test]
fn a_reviewer_decides_and_until_then_the_old_version_is_public() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.product(&acme, "6901234567892");
    let operator = by_hand(&app, &acme);
    let file =
        |slot: &str, name: &str, content: &[u8]| acme.upload(slot, name, content).expect(201)["id"].clone();
    let report = file("inspection_report", "新报告.pdf", &pdf());
    let picture = file("product_picture", "新图.png", &png(464, 290));
    for (field, value) in [
        ("report_file_ids", json!([report])),
        ("picture_file_ids", json!([picture])),
        ("report_kind", json!("factory")),
        ("report_expires_on", json!("2028-01-01")),
        ("name", json!("别的板")),
    ] {
        let refused = put(&acme, &id, |r| r[field] = value);
        assert_eq!(refused.expect_problem(409), "product.field_locked", "{field}");
        assert_eq!(broken(&refused.json())[0].0, format!("/{field}"));
    }
    put(&acme, &id, |r| r["warranty_period"] = json!("12 个月")).expect(200);

    let change = |r: &mut Value| {
        r["report_file_ids"] = json!([report]);
        r["picture_file_ids"] = json!([picture]);
        r["is_report_public"] = json!(true);
        r["parts"] = json!([{"kind": "component", "name": "芯条", "supplier_name": "宁波真名木业有限公司",
                             "supplier_alias": "A 厂家", "is_public": true}]);
        r["evidence_file_ids"] = json!([file("evidence", "承诺书.pdf", &pdf())]);
    };
    let asked = ask(&acme, &id, "报告到期更换", change).expect(201);
    assert_eq!(asked["state"], "submitted");
    let told = || app.scan(GTIN).expect(200);
    assert_eq!(told()["product"]["documents"], json!([]), "not public yet");
    assert!(log(&app).iter().all(|e| row(e, "reason") == &Value::Null));
    // One at a time, and what it is about stays until it is decided; the rest goes on.
    assert_eq!(
        ask(&acme, &id, "再改", |r| r["model"] = json!("9 mm")).expect_problem(409),
        "product.change_request_open"
    );
    let waits = put(&acme, &id, |r| r["is_report_public"] = json!(true));
    assert_eq!(waits.expect_problem(409), "product.change_waits");
    put(&acme, &id, |r| r["warranty_period"] = json!("24 个月")).expect(200);
    // A file that waits in one product cannot be another's.
    let other = app.draft(&acme, "6901234567885");
    let taken = put(&acme, &other, |r| r["report_file_ids"] = json!([report]));
    assert_eq!(taken.expect_problem(409), "upload.taken");

    // The operator reads it, without the real names of suppliers.
    let queue = operator
        .get("/api/v1/platform/change-requests?state=submitted")
        .expect(200);
    assert_eq!(
        (&queue["total"], &queue["items"][0]["id"]),
        (&json!(1), &asked["id"])
    );
    let shown = operator
        .get(&format!(
            "/api/v1/platform/change-requests/{}",
            asked["id"].as_str().unwrap()
        ))
        .expect(200);
    assert_eq!(shown["changes"]["report_file_ids"]["to"], json!([report]));
    assert!(!shown.to_string().contains("真名"));
    let files = shown["files"].as_array().unwrap();
    let new = files.iter().find(|f| f["id"] == report).unwrap();
    assert_eq!(
        app.anyone().get(new["url"].as_str().unwrap()).status,
        200,
        "a signed link opens it"
    );

    assert_eq!(decide(&operator, &asked, "approve").status, 204);
    let now = acme.get(&at(&id, "")).expect(200);
    assert_eq!(
        (
            &now["record"]["warranty_period"],
            &now["record"]["report_file_ids"]
        ),
        (&json!("24 个月"), &json!([report])),
        "what changed meanwhile stays"
    );
    assert_eq!(told()["product"]["documents"][0]["name"], "新报告.pdf");
    let entries = log(&app);
    assert_eq!(row(&entries[0], "reason"), "报告到期更换");
    assert!(!entries[0].to_string().contains("真名"));
    for step in ["approve", "reject"] {
        assert_eq!(
            decide(&operator, &asked, step).expect_problem(409),
            "product.change_request_decided",
            "{step}"
        );
    }
    let notices = acme.get("/api/v1/notices").expect(200).to_string();
    assert!(notices.contains("变更申请已通过"), "{notices}");
}

#[test]
fn a_rejected_change_and_one_taken_back_leave_what_was() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.product(&acme, "6901234567892");
    let operator = by_hand(&app, &acme);
    let report = acme.upload("inspection_report", "新报告.pdf", &pdf()).expect(201)["id"].clone();
    let change = |r: &mut Value| {
        r["model"] = json!("25 mm");
        r["report_file_ids"] = json!([report]);
    };
    let asked = ask(&acme, &id, "型号印刷有误", change).expect(201);
    assert_eq!(decide(&operator, &asked, "reject").status, 204);
    let list = acme.get(&at(&id, "/change-requests")).expect(200);
    assert_eq!(
        (&list[0]["state"], &list[0]["state_reason"]),
        (&json!("rejected"), &json!("新证书与型号不符"))
    );
    assert_eq!(app.scan(GTIN).expect(200)["product"]["model"], "18 mm");
    assert!(
        acme.get("/api/v1/notices")
            .expect(200)
            .to_string()
            .contains("新证书与型号不符")
    );
    // Its file is free again, for the next one.
    let asked = ask(&acme, &id, "再次申请", change).expect(201);
    let path = format!(
        "/api/v1/change-requests/{}/withdraw",
        asked["id"].as_str().unwrap()
    );
    assert_eq!(acme.post(&path, &json!({})).expect(200)["state"], "withdrawn");
    assert_eq!(
        decide(&operator, &asked, "approve").expect_problem(409),
        "product.change_request_decided"
    );
    let history = acme.get(&at(&id, "/events")).expect(200);
    assert_eq!(
        kinds(&history)[4..],
        [
            "change_requested",
            "change_rejected",
            "change_requested",
            "change_withdrawn"
        ]
    );
    // A reviewer's name is not told.
    let rejected = history
        .as_array()
        .unwrap()
        .iter()
        .find(|e| e["kind"] == "change_rejected")
        .unwrap();
    assert_eq!(rejected["made_by"], "平台");
    assert_eq!(acme.get(&at(&id, "")).expect(200)["revision"], 1);
}

#[test]
fn what_was_approved_by_a_person_is_locked_before_it_is_activated_as_well() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let operator = by_hand(&app, &acme);
    let id = app.draft(&acme, "6901234567892");
    acme.post(&at(&id, "/submit"), &json!({"confirmed": true}))
        .expect(200);
    assert_eq!(
        ask(&acme, &id, "改型号", |r| r["model"] = json!("9 mm")).expect_problem(409),
        "product.under_review"
    );
    operator.post(&format!("/api/v1/platform/products/{id}/approve"), &json!({}));
    assert_eq!(state(&acme, &id), "approved");
    assert_eq!(
        put(&acme, &id, |r| r["model"] = json!("9 mm")).expect_problem(409),
        "product.field_locked"
    );
    let asked = ask(&acme, &id, "型号有误", |r| r["model"] = json!("9 mm")).expect(201);
    acme.post(&at(&id, "/activate"), &json!({})).expect(200);
    assert_eq!(app.scan(GTIN).expect(200)["product"]["model"], "18 mm");
    assert_eq!(decide(&operator, &asked, "approve").status, 204);
    let now = acme.get(&at(&id, "")).expect(200);
    assert_eq!(
        (&now["state"], &now["revision"], &now["record"]["model"]),
        (&json!("activated"), &json!(2), &json!("9 mm"))
    );
}

#[test]
fn a_product_that_is_paused_or_voided_meanwhile_has_a_defined_answer() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.product(&acme, "6901234567892");
    let operator = by_hand(&app, &acme);
    let asked = ask(&acme, &id, "型号有误", |r| r["model"] = json!("9 mm")).expect(201);
    acme.post(&at(&id, "/pause"), &json!({})).expect(200);
    assert_eq!(decide(&operator, &asked, "approve").status, 204);
    let now = acme.get(&at(&id, "")).expect(200);
    assert_eq!(
        (&now["is_paused"], &now["record"]["model"]),
        (&json!(true), &json!("9 mm"))
    );

    let asked = ask(&acme, &id, "名称有误", |r| r["name"] = json!("胶合板")).expect(201);
    acme.post(&at(&id, "/void"), &json!({"reason": "停产"}))
        .expect(200);
    let list = acme.get(&at(&id, "/change-requests")).expect(200);
    assert_eq!(
        (&list[0]["state"], &list[0]["state_reason"]),
        (&json!("withdrawn"), &json!("停产"))
    );
    assert_eq!(
        decide(&operator, &asked, "approve").expect_problem(409),
        "product.change_request_decided"
    );
    assert_eq!(
        ask(&acme, &id, "再改", |r| r["name"] = json!("胶合板")).expect_problem(409),
        "product.voided"
    );
}

#[test]
fn two_who_decide_at_once_decide_once() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.product(&acme, "6901234567892");
    let operator = by_hand(&app, &acme);
    let asked = ask(&acme, &id, "型号有误", |r| r["model"] = json!("9 mm")).expect(201);
    let statuses: Vec<u16> = std::thread::scope(|s| {
        let steps = ["approve", "reject", "approve", "reject"];
        let running: Vec<_> = steps
            .iter()
            .map(|step| s.spawn(|| decide(&operator, &asked, step).status))
            .collect();
        running.into_iter().map(|t| t.join().unwrap()).collect()
    });
    assert_eq!(statuses.iter().filter(|s| **s == 204).count(), 1, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|s| **s == 409).count(), 3, "{statuses:?}");
    // Two requests at once: one waits.
    let statuses: Vec<u16> = std::thread::scope(|s| {
        let running: Vec<_> = (0..3)
            .map(|n| {
                let (acme, id) = (&acme, &id);
                s.spawn(move || ask(acme, id, "名称有误", |r| r["name"] = json!(format!("板 {n}"))).status)
            })
            .collect();
        running.into_iter().map(|t| t.join().unwrap()).collect()
    });
    assert_eq!(statuses.iter().filter(|s| **s == 201).count(), 1, "{statuses:?}");
}
