//! F156, F158–F160: quantities in the rhythm of a product, and reminders of what is missing.

use super::{at, put};
use product::ProductId;
use serde_json::{Value, json};
use tests::{Actor, TestApp};

const DAY: i64 = 86_400;

pub(super) fn due(of: &Actor) -> Vec<Value> {
    of.get("/api/v1/due-filings?page_size=100").expect(200)["items"]
        .as_array()
        .unwrap()
        .clone()
}

/// Lets days go by and signs in again.
pub(super) fn pass(app: &TestApp, who: &Actor, days: i64) -> Actor {
    app.clock.advance_seconds(days * DAY);
    app.sign_in("91330109589891087U", Some(who.enterprise().clone()))
}

#[test]
fn units_are_filed_daily_and_what_is_missing_is_told() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let id = app.product(&acme, "6901234567892");
    acme.issue(&id, "A", "001", 25);
    assert_eq!(due(&acme), Vec::<Value>::new(), "today has not ended");
    assert_eq!(due(&rival), Vec::<Value>::new());
    let acme = pass(&app, &acme, 3);
    let missing = due(&acme);
    assert_eq!(missing.len(), 3);
    assert_eq!(
        (
            &missing[0]["issued"],
            &missing[0]["is_overdue"],
            &missing[2]["is_overdue"]
        ),
        (&json!(25), &json!(true), &json!(false))
    );

    let file = |day: &Value, quantity: i64| {
        acme.post(
            "/api/v1/filings",
            &json!({"product_id": id.to_string(), "day": day, "quantity": quantity}),
        )
    };
    let first = &missing[0]["starts_on"];
    let filed = file(first, 25).expect(201);
    assert_eq!(
        (&filed["is_exact"], &filed["period"]),
        (&json!(true), &json!("daily"))
    );
    assert_eq!(file(first, 30).expect_problem(409), "coding.filing_taken");
    assert_eq!(
        file(&json!("2099-01-01"), 1).expect_problem(422),
        "coding.filing_too_early"
    );
    assert_eq!(
        file(&json!("2020-01-01"), 1).expect_problem(422),
        "coding.filing_before_activation"
    );
    let today = json!(app.clock.now().beijing_date());
    let running = file(&today, 5);
    assert_eq!(
        running.expect_problem(422),
        "coding.filing_running",
        "the day is not over"
    );
    assert_eq!(due(&acme).len(), 2);
    let address = format!("/api/v1/filings/{}", filed["id"].as_str().unwrap());
    let correct = |version: &str, body: &Value| acme.with("if-match", version).put(&address, body);
    assert_eq!(
        correct("\"1\"", &json!({"quantity": 24})).status,
        422,
        "a reason is needed"
    );
    let body = json!({"quantity": 24, "note": "返工 1 件", "reason": "复核入库单，多计 1 件"});
    let corrected = correct("\"1\"", &body).expect(200);
    assert_eq!(
        (
            &corrected["quantity"],
            &corrected["version"],
            &corrected["is_different"]
        ),
        (&json!(24), &json!(2), &json!(true)),
        "another number than that of the codes is told of"
    );
    assert_eq!(
        correct("\"1\"", &json!({"quantity": 1, "reason": "迟到的更正"})).status,
        412
    );
    correct("\"2\"", &json!({"quantity": 25, "reason": "找到 1 件"})).expect(200);
    let kept = acme.get(&format!("{address}/corrections")).expect(200);
    let numbers: Vec<_> = kept
        .as_array()
        .unwrap()
        .iter()
        .map(|c| {
            (
                c["old_quantity"].as_i64().unwrap(),
                c["new_quantity"].as_i64().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        numbers,
        [(24, 25), (25, 24)],
        "the newest first, and nothing is lost"
    );
    assert_eq!(kept[1]["reason"], "复核入库单，多计 1 件");
    assert!(kept[1]["made_by"].is_string() && filed["filed_by"].is_string());
    let different = |is: bool| {
        acme.get(&format!("/api/v1/filings?is_different={is}"))
            .expect(200)["total"]
            .clone()
    };
    assert_eq!((different(true), different(false)), (json!(0), json!(1)));
    assert_eq!(acme.get("/api/v1/filings").expect(200)["total"], 1);

    coding::filing::remind(&app.state.db).unwrap();
    coding::filing::remind(&app.state.db).unwrap();
    let told = acme.get("/api/v1/notices").expect(200);
    let overdue = told["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|n| n.to_string().contains("逾期"));
    assert_eq!(overdue.count(), 1, "{told}");
}

#[test]
fn nothing_is_to_be_filed_while_production_rests() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.product(&acme, "6901234567892");
    let acme = pass(&app, &acme, 1);
    acme.post(&at(&id, "/pause"), &json!({})).expect(200);
    let acme = pass(&app, &acme, 5);
    assert_eq!(
        due(&acme).len(),
        2,
        "what was owed before the rest is not forgotten; on its first day something was made"
    );
    for (path, body) in [
        (
            "/api/v1/unit-issues",
            json!({"product_id": id, "serial_prefix": "B", "first_serial": "1", "quantity": 1}),
        ),
        (
            "/api/v1/batches",
            json!({"product_id": id, "batch_no": "B1", "made_on": "2026-11-01", "coding_mode": "batch"}),
        ),
    ] {
        assert_eq!(
            acme.post(path, &body).expect_problem(409),
            "coding.paused",
            "{path}"
        );
    }
    acme.post(&at(&id, "/resume"), &json!({})).expect(200);
    acme.issue(&id, "B", "1", 1);
    let acme = pass(&app, &acme, 2);
    assert_eq!(
        due(&acme).len(),
        4,
        "four whole days of rest are left out, and nothing else"
    );
    acme.post(&at(&id, "/pause"), &json!({})).expect(200);
    acme.post(&at(&id, "/resume"), &json!({})).expect(200);
    let acme = pass(&app, &acme, 1);
    assert_eq!(due(&acme).len(), 5, "a pause within a day rests no day");
}

/// F155: a report that ends is told of a month before.
#[test]
fn a_report_that_ends_is_told_of() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.draft(&acme, "6901234567892");
    let ends = app.clock.now().plus_seconds(20 * DAY).beijing_date();
    put(&acme, &id, |r| r["report_expires_on"] = json!(ends)).expect(200);
    acme.activate(&id);
    coding::filing::remind(&app.state.db).unwrap();
    coding::filing::remind(&app.state.db).unwrap();
    let told = acme.get("/api/v1/notices").expect(200);
    let ending = told["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|n| n["template"] == "report_expiring" || n.to_string().contains("即将到期"));
    assert_eq!(ending.count(), 1, "{told}");
}

#[test]
fn f158_all_that_is_missing_is_filed_as_it_was_coded() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let board = app.product(&acme, "6901234567892");
    let saw = app.product(&acme, "6901234567908");
    acme.issue(&board, "A", "001", 25);
    app.clock.advance_seconds(DAY);
    let acme = pass(&app, &acme, 0);
    acme.issue(&saw, "A", "001", 7);
    let acme = pass(&app, &acme, 1);
    assert_eq!(due(&acme).len(), 4, "two products, two days");
    let issued = "/api/v1/filing-batches";
    let rival = app.sign_in("91330482746305409W", Some(rival.enterprise().clone()));
    assert_eq!(
        rival
            .post(issued, &json!({"product_id": board, "periods": 2, "zeros": 1}))
            .expect_problem(404),
        "product.not_found"
    );
    let part = json!({"product_id": board, "periods": 2, "zeros": 1});
    let some = acme.post(issued, &part).expect(201);
    assert_eq!(
        (&some["periods"], &some["product_name"].is_string()),
        (&json!(2), &true)
    );
    acme.post(issued, &json!({"periods": 2, "zeros": 1})).expect(201);
    assert_eq!(due(&acme), Vec::<Value>::new());
    let quantities = |id: &ProductId| -> Vec<i64> {
        let list = acme.get(&format!("/api/v1/filings?product_id={id}")).expect(200);
        let items = list["items"].as_array().unwrap().iter();
        items.map(|f| f["quantity"].as_i64().unwrap()).collect()
    };
    assert_eq!(quantities(&board), [0, 25], "the newest first");
    assert_eq!(quantities(&saw), [7, 0]);
}
