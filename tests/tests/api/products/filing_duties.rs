//! Duties to file that cannot be erased (K6): what was owed stays owed, whatever is changed later.

use super::filings::{due, pass};
use super::{at, put};
use chrono::{Datelike, NaiveDate};
use product::ProductId;
use serde_json::{Value, json};
use std::thread;
use tests::{Actor, TestApp};

const DAY: i64 = 86_400;

fn rhythm(of: &Actor, id: &ProductId, period: Value) {
    put(of, id, |r| r["filing_period"] = period).expect(200);
}

/// First and last days of what is owed.
fn owed(of: &Actor) -> Vec<(String, String)> {
    let day = |v: &Value| v.as_str().unwrap().to_owned();
    let list = due(of);
    list.iter()
        .map(|d| (day(&d["starts_on"]), day(&d["ends_on"])))
        .collect()
}

/// The scratch clock begins whenever it is; a story of months begins on the tenth of one.
fn on_the_tenth(app: &TestApp) -> NaiveDate {
    while app.clock.now().beijing_date().day() != 10 {
        app.clock.advance_seconds(DAY);
    }
    app.clock.now().beijing_date()
}

#[test]
fn k6_what_is_owed_is_what_the_rhythm_of_its_time_asks_however_it_is_changed_later() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let start = on_the_tenth(&app);
    let acme = pass(&app, &acme, 0);
    let id = app.draft(&acme, "6901234567892");
    put(&acme, &id, |r| r["coding_level"] = json!("batch")).expect(200);
    acme.activate(&id);
    let filing = |day: NaiveDate| json!({"product_id": id.to_string(), "day": day, "quantity": 1});
    let acme = pass(&app, &acme, 62);
    assert_eq!(due(&acme).len(), 0, "no rhythm, nothing owed");
    let today = app.clock.now().beijing_date();
    assert_eq!(
        acme.post("/api/v1/filings", &filing(today)).expect_problem(409),
        "coding.no_rhythm"
    );
    rhythm(&acme, &id, json!("monthly"));
    assert_eq!(due(&acme).len(), 0, "it asks for nothing of before it was chosen");
    assert_eq!(
        acme.post("/api/v1/filings", &filing(start)).expect_problem(409),
        "coding.no_rhythm"
    );
    assert_eq!(
        acme.post("/api/v1/filings", &filing(today)).expect_problem(422),
        "coding.filing_running"
    );
    let acme = pass(&app, &acme, 95);
    let before = owed(&acme);
    assert!(before.len() >= 3, "{before:?}");
    rhythm(&acme, &id, json!("yearly"));
    assert_eq!(owed(&acme), before);
    rhythm(&acme, &id, Value::Null);
    assert_eq!(owed(&acme), before, "twice on one day");
    acme.post(&at(&id, "/pause"), &json!({})).expect(200);
    assert_eq!(owed(&acme), before);
    let acme = pass(&app, &acme, 400);
    let after = owed(&acme);
    assert_eq!(
        after.len(),
        before.len() + 1,
        "the month that ran is owed whole, and nothing after it"
    );
    let month: NaiveDate = before[0].0.parse().unwrap();
    let filed = acme.post("/api/v1/filings", &filing(month)).expect(201);
    assert_eq!(
        (&filed["is_exact"], &filed["coded_quantity"]),
        (&json!(false), &Value::Null)
    );
    let void = json!({"reason": "停止生产"});
    acme.post(&at(&id, "/void"), &void).expect(200);
    assert_eq!(
        owed(&acme),
        after[1..],
        "what was owed of a voided product still is"
    );
    let second: NaiveDate = after[1].0.parse().unwrap();
    acme.post("/api/v1/filings", &filing(second)).expect(201);
    assert_eq!(owed(&acme), after[2..]);
}

#[test]
fn k6_nothing_is_too_old_to_be_owed_and_the_operator_sees_who_is_behind() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let operator = app.operator();
    app.product(&acme, "6901234567892");
    let saw = app.product(&acme, "6901234567908");
    app.product(&rival, "6901234567915");
    let arrears = "/api/v1/platform/filing-arrears";
    assert_eq!(operator.get(arrears).expect(200)["total"], 0);
    let acme = pass(&app, &acme, 43);
    assert_eq!(acme.get("/api/v1/due-filings").expect(200)["total"], 86);
    assert_eq!(
        acme.get("/api/v1/due-filings?is_overdue=false").expect(200)["total"],
        2
    );
    let of_saw = acme
        .get(&format!("/api/v1/due-filings?product_id={saw}"))
        .expect(200);
    assert_eq!(of_saw["total"], 43);
    let groups = acme.get("/api/v1/due-filing-products").expect(200);
    assert_eq!(groups["total"], 2);
    let first = &groups["items"][0];
    assert_eq!(
        (
            &first["periods"],
            &first["overdue"],
            &first["zeros"],
            &first["expected"]
        ),
        (&json!(43), &json!(42), &json!(43), &json!(0))
    );
    assert_eq!(
        acme.get("/api/v1/due-filing-products?keyword=908").expect(200)["total"],
        1
    );
    coding::arrears::count(&app.state.db).unwrap();
    let operator = app.sign_in("operator", None);
    let told = operator.get(arrears).expect(200);
    assert_eq!(told["total"], 2);
    let worst = &told["items"][0];
    assert_eq!(
        (&worst["overdue"], &worst["products"], &worst["days"]),
        (&json!(84), &json!(2), &json!(42))
    );
    assert_eq!(acme.get(arrears).status, 403);
    let all = json!({"periods": 86, "zeros": 86});
    acme.post("/api/v1/filing-batches", &all).expect(201);
    coding::arrears::count(&app.state.db).unwrap();
    assert_eq!(
        operator.get(arrears).expect(200)["total"],
        1,
        "whoever filed is no longer behind"
    );
}

#[test]
fn k6_a_day_ends_at_midnight_in_beijing() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.product(&acme, "6901234567892");
    let midnight = kernel::days::end_of(app.clock.now().beijing_date()).unwrap();
    app.clock
        .advance_seconds(midnight.seconds_since(app.clock.now()) - 5);
    let acme = pass(&app, &acme, 0);
    acme.issue(&id, "A", "001", 3);
    assert_eq!(due(&acme).len(), 0);
    app.clock.advance_seconds(10);
    assert_eq!(due(&acme).len(), 1);
    acme.issue(&id, "A", "101", 5);
    let acme = pass(&app, &acme, 1);
    let days = due(&acme);
    assert_eq!(
        (&days[0]["expected"], &days[1]["expected"]),
        (&json!(3), &json!(5))
    );
}

#[test]
fn k6_codes_that_were_spoilt_are_no_products() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.product(&acme, "6901234567892");
    acme.issue(&id, "A", "001", 100);
    let void = |of: &Actor, first: &str, last: &str| {
        let number = |serial: &str| serial[1..].parse::<i64>().unwrap();
        let units = json!({"product_id": id, "first_serial": first, "last_serial": last,
                           "quantity": number(last) - number(first) + 1, "reason": "印坏"});
        of.post("/api/v1/unit-voids", &units).expect(200);
    };
    void(&acme, "A001", "A030");
    void(&acme, "A021", "A040");
    let acme = pass(&app, &acme, 1);
    let day = &due(&acme)[0];
    assert_eq!(
        (&day["issued"], &day["voided"], &day["expected"]),
        (&json!(100), &json!(40), &json!(60))
    );
    void(&acme, "A041", "A041");
    assert_eq!(due(&acme)[0]["expected"], 59, "it can still be filed in time");
    let batch = json!({"product_id": id, "batch_no": "B1", "made_on": "2026-11-01", "coding_mode": "unit",
                       "quantity": 10, "serial_prefix": "B", "first_serial": "01"});
    let batch = acme.post("/api/v1/batches", &batch).expect(201)["id"]
        .as_str()
        .unwrap()
        .to_owned();
    void(&acme, "B01", "B01");
    let acme = pass(&app, &acme, 1);
    let ended = json!({"reason": "整批报废"});
    acme.post(&format!("/api/v1/batches/{batch}/void"), &ended)
        .expect(200);
    void(&acme, "A042", "A050");
    let days = due(&acme);
    assert_eq!(days[0]["expected"], 59, "what is voided later was made");
    assert_eq!(
        days[1]["expected"], 0,
        "units are voided with their batch, and once"
    );
    let numbers = json!({"product_id": id, "periods": 2, "zeros": 1});
    let filed = acme.post("/api/v1/filing-batches", &numbers).expect(201);
    assert_eq!((&filed["quantity"], &filed["zeros"]), (&json!(59), &json!(1)));
}

#[test]
fn k6_a_filing_batch_is_filed_as_confirmed_and_can_be_taken_back() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let id = app.product(&acme, "6901234567892");
    acme.issue(&id, "A", "001", 25);
    let acme = pass(&app, &acme, 30);
    let batches = "/api/v1/filing-batches";
    let seen = acme.get("/api/v1/filing-batches/preview").expect(200);
    let numbers =
        |v: &Value| [&v["products"], &v["periods"], &v["zeros"], &v["quantity"]].map(|n| n.as_i64().unwrap());
    assert_eq!(numbers(&seen), [1, 30, 29, 25]);
    for wrong in [
        json!({"periods": 30, "zeros": 28}),
        json!({"periods": 29, "zeros": 29}),
    ] {
        assert_eq!(
            acme.post(batches, &wrong).expect_problem(409),
            "coding.filing_batch_differs"
        );
    }
    assert_eq!(
        acme.post(batches, &json!({})).status,
        422,
        "numbers are to be confirmed"
    );
    assert_eq!(due(&acme).len(), 30);
    let confirmed = json!({"periods": 30, "zeros": 29});
    let batch = acme.post(batches, &confirmed).expect(201);
    assert_eq!(
        acme.post(batches, &confirmed).expect_problem(409),
        "coding.filing_batch_empty"
    );
    let batch_id = batch["id"].as_str().unwrap();
    let address = format!("{batches}/{batch_id}");
    let of_batch = acme
        .get(&format!(
            "/api/v1/filings?filing_batch_id={batch_id}&page_size=100"
        ))
        .expect(200);
    assert_eq!(of_batch["total"], 30);
    let one = &of_batch["items"][0];
    let one = format!("/api/v1/filings/{}", one["id"].as_str().unwrap());
    acme.with("if-match", "\"1\"")
        .put(&one, &json!({"quantity": 2, "reason": "手工件"}))
        .expect(200);
    assert_eq!(acme.get(&address).expect(200)["standing"], 29);

    let withdraw = format!("{address}/withdraw");
    let why = json!({"reason": "误将停产期间填为 0"});
    let rival = app.sign_in("91330482746305409W", Some(rival.enterprise().clone()));
    assert_eq!(rival.get(&address).status, 404);
    assert_eq!(
        rival.post(&withdraw, &why).expect_problem(404),
        "coding.filing_batch_not_found"
    );
    let gone = acme.post(&withdraw, &why).expect(200);
    assert_eq!(
        (&gone["withdrawn_periods"], &gone["standing"]),
        (&json!(29), &json!(0))
    );
    assert_eq!(
        acme.post(&withdraw, &why).expect_problem(409),
        "coding.filing_batch_withdrawn"
    );
    assert_eq!(due(&acme).len(), 29, "what was corrected meanwhile stays");
    let kept = acme.get("/api/v1/filings?page_size=100").expect(200);
    assert_eq!(kept["total"], 30, "nothing is erased");
    let withdrawn = kept["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|f| f["is_withdrawn"] == true)
        .unwrap();
    let (id_of, day) = (withdrawn["id"].as_str().unwrap(), &withdrawn["starts_on"]);
    let refused = acme.with("if-match", "\"2\"").put(
        &format!("/api/v1/filings/{id_of}"),
        &json!({"quantity": 2, "reason": "手工件"}),
    );
    assert_eq!(refused.expect_problem(409), "coding.filing_withdrawn");
    let again = acme
        .post(
            "/api/v1/filings",
            &json!({"product_id": id, "day": day, "quantity": 7}),
        )
        .expect(201);
    assert_eq!((&again["id"], &again["version"]), (&json!(id_of), &json!(3)));
    let history = acme
        .get(&format!("/api/v1/filings/{id_of}/corrections"))
        .expect(200);
    assert_eq!(
        (
            &history[0]["old_quantity"],
            &history[0]["new_quantity"],
            &history[1]["new_quantity"]
        ),
        (&Value::Null, &json!(7), &Value::Null)
    );
    assert_eq!(history[1]["reason"], why["reason"]);
    assert_eq!(acme.get(batches).expect(200)["total"], 1);
}

#[test]
fn k6_two_clerks_who_file_at_once_file_once() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.product(&acme, "6901234567892");
    acme.issue(&id, "A", "001", 25);
    let acme = pass(&app, &acme, 20);
    let both = |path: &str, body: &Value| {
        let mut statuses: Vec<u16> = thread::scope(|s| {
            let clerks: Vec<_> = (0..4).map(|_| s.spawn(|| acme.post(path, body).status)).collect();
            clerks.into_iter().map(|t| t.join().unwrap()).collect()
        });
        statuses.sort_unstable();
        statuses
    };
    let day = due(&acme)[0]["starts_on"].clone();
    let one = json!({"product_id": id, "day": day, "quantity": 25});
    assert_eq!(both("/api/v1/filings", &one), [201, 409, 409, 409]);
    let rest = json!({"periods": 19, "zeros": 19});
    assert_eq!(both("/api/v1/filing-batches", &rest), [201, 409, 409, 409]);
    assert_eq!(acme.get("/api/v1/filings").expect(200)["total"], 20);
    assert_eq!(due(&acme).len(), 0);
}
