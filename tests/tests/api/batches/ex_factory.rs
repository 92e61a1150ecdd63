//! 出厂 (F141, F146, F172, F173): what was said of a batch or a unit when it left the factory stays, or is corrected in the
//! open.

use chrono::NaiveDate;
use serde_json::{Value, json};
use tests::{Actor, Reply, TestApp};

const GTIN: &str = "/01/06901234567892";

pub(super) struct World {
    pub(super) app: TestApp,
    pub(super) acme: Actor,
    pub(super) rival: Actor,
    pub(super) product: String,
    pub(super) batch: String,
}

/// A batch made on 2026-11-01 that expires on 2028-10-31, with units A001 to A010; N1 to N3 without a batch.
pub(super) fn world() -> World {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892").to_string();
    let batch = acme.batch(&product, "B1");
    let order = json!({"product_id": product, "batch_no": "B1", "serial_prefix": "A", "first_serial": "001",
                       "quantity": 10});
    acme.post("/api/v1/unit-issues", &order).expect(201);
    acme.issue(&product, "N", "1", 3);
    World {
        app,
        acme,
        rival,
        product,
        batch,
    }
}

impl World {
    pub(super) fn enter(&self, day: &str) -> Reply {
        self.acme
            .post(&self.at("/ex-factory"), &json!({"ex_factory_on": day}))
    }

    pub(super) fn enter_units(&self, first: &str, last: Option<&str>, day: &str) -> Reply {
        let quantity = last.map(|last| {
            let number = |serial: &str| serial.get(1..).unwrap().parse::<i64>().unwrap();
            number(last) - number(first) + 1
        });
        let units = json!({"product_id": self.product, "first_serial": first, "last_serial": last,
                           "quantity": quantity, "ex_factory_on": day});
        self.acme.post("/api/v1/unit-ex-factory", &units)
    }

    pub(super) fn at(&self, rest: &str) -> String {
        format!("/api/v1/batches/{}{rest}", self.batch)
    }

    pub(super) fn put(&self, change: Value) -> Reply {
        let view = self.acme.get(&self.at("")).expect(200);
        let mut to = json!({"made_on": view["made_on"], "expires_on": view["expires_on"],
                            "quantity": view["quantity"], "quantity_kind": view["quantity_kind"],
                            "report_kind": view["report_kind"], "report_file_ids": view["report_file_ids"],
                            "is_report_public": view["is_report_public"], "note": view["note"]});
        to.as_object_mut()
            .unwrap()
            .extend(change.as_object().unwrap().clone());
        self.acme
            .with("if-match", &format!("\"{}\"", view["version"]))
            .put(&self.at(""), &to)
    }

    pub(super) fn associate(&self, with: Value) -> Reply {
        let mut body = json!({"product_id": self.product});
        body.as_object_mut()
            .unwrap()
            .extend(with.as_object().unwrap().clone());
        self.acme.post("/api/v1/unit-associations", &body)
    }

    pub(super) fn unit(&self, serial: &str) -> Value {
        let path = format!("/api/v1/products/{}/unit?serial={serial}", self.product);
        self.acme.get(&path).expect(200)
    }

    pub(super) fn events(&self, of: &str) -> Value {
        self.acme.get(of).expect(200)
    }

    pub(super) fn today(&self) -> NaiveDate {
        self.app.clock.now().beijing_date()
    }

    pub(super) fn log(&self, code: &str) -> Vec<Value> {
        let answer = self.app.scan(&format!("{GTIN}{code}")).json();
        let chapters = answer["code_chapters"].as_array().unwrap().clone();
        let log = chapters.iter().find(|c| c["key"] == "change_log");
        log.map_or_else(Vec::new, |c| c["entries"].as_array().unwrap().clone())
    }
}

pub(super) fn row<'e>(entry: &'e Value, key: &str) -> &'e Value {
    let rows = entry["rows"].as_array().unwrap().iter();
    rows.clone()
        .find(|r| r["key"] == key)
        .map_or(&Value::Null, |r| &r["value"]["value"])
}

#[test]
fn f141_from_the_day_a_batch_left_the_factory_what_is_said_of_it_is_fixed() {
    let w = world();
    w.put(json!({"made_on": "2026-10-30"})).expect(200);
    let entered = w.enter("2026-11-10").expect(200);
    assert_eq!(
        (&entered["ex_factory_on"], &entered["is_ex_factory"]),
        (&json!("2026-11-10"), &json!(true))
    );
    for change in [
        json!({"made_on": "2026-11-05"}),
        json!({"expires_on": "2030-01-01"}),
        json!({"expires_on": null}),
        json!({"quantity": 10, "quantity_kind": "exact"}),
        json!({"report_kind": "factory"}),
    ] {
        let refused = w.put(change.clone());
        assert_eq!(
            refused.expect_problem(409),
            "coding.correction_needed",
            "{change}"
        );
        assert_eq!(
            refused.wrong_fields(),
            ["/correction_reason coding.correction_needed"]
        );
    }
    // What nobody reviews may be written still.
    w.put(json!({"note": "已发往杭州"})).expect(200);
    let blank = w.put(json!({"made_on": "2026-11-05", "correction_reason": "  "}));
    assert_eq!(blank.expect_problem(409), "coding.correction_needed");

    let reason = "生产日期录入错误";
    w.put(json!({"made_on": "2026-11-05", "correction_reason": reason}))
        .expect(200);
    let history = w.events(&w.at("/events"));
    assert_eq!(
        (&history[0]["kind"], &history[0]["reason"]),
        (&json!("corrected"), &json!(reason))
    );
    assert_eq!(
        history[0]["detail"]["changes"],
        json!({"made_on": {"from": "2026-10-30", "to": "2026-11-05"}})
    );
    // Everybody reads it, of the batch and of its units; the note stays in the enterprise.
    for code in ["/10/B1", "/21/A003"] {
        let log = w.log(code);
        assert_eq!(log.len(), 1, "{code}");
        assert_eq!(
            row(&log[0], "made_on"),
            &json!({"from": {"zh": "2026-10-30", "en": "2026-10-30"}, "to": {"zh": "2026-11-05", "en": "2026-11-05"}})
        );
        assert_eq!(row(&log[0], "reason"), reason);
        let page = w
            .app
            .anyone()
            .with("accept", "text/html")
            .get(&format!("{GTIN}{code}"))
            .text();
        assert!(page.contains("变更记录") && page.contains(reason) && !page.contains("已发往杭州"));
    }
    assert_eq!(w.log("/21/N1"), Vec::<Value>::new());
    let told = w.app.scan(&format!("{GTIN}/21/A003")).expect(200);
    assert_eq!(told["ex_factory_on"], "2026-11-10");
}

#[test]
fn a_day_is_entered_once_and_is_a_possible_one() {
    let w = world();
    let tomorrow = w.today().succ_opt().unwrap().to_string();
    for (day, code) in [
        ("2026-10-31", "coding.ex_factory_before_made"),
        (tomorrow.as_str(), "coding.ex_factory_in_future"),
    ] {
        assert_eq!(w.enter(day).wrong_fields(), [format!("/ex_factory_on {code}")]);
        assert_eq!(
            w.enter_units("A001", None, day).wrong_fields(),
            [format!("/ex_factory_on {code}")]
        );
    }
    w.enter("2026-11-01").expect(200);
    for day in ["2026-11-01", "2026-11-02"] {
        assert_eq!(w.enter(day).expect_problem(409), "coding.ex_factory_already");
        // Its units left with it.
        assert_eq!(
            w.enter_units("A001", Some("A003"), day).expect_problem(409),
            "coding.ex_factory_already"
        );
    }
    let corrected = json!({"ex_factory_on": "2026-11-03", "correction_reason": "出厂日期录入错误"});
    w.acme.post(&w.at("/ex-factory"), &corrected).expect(200);
    assert_eq!(
        w.acme.post(&w.at("/ex-factory"), &corrected).status,
        409,
        "nothing changes"
    );
    let history = w.events(&w.at("/events"));
    assert_eq!(
        (
            &history[0]["kind"],
            &history[0]["detail"]["changes"]["ex_factory_on"]
        ),
        (
            &json!("corrected"),
            &json!({"from": "2026-11-01", "to": "2026-11-03"})
        )
    );
    assert_eq!(row(&w.log("/10/B1")[0], "reason"), "出厂日期录入错误");
    // The days stay in order.
    assert_eq!(
        w.put(json!({"made_on": "2026-11-04", "correction_reason": "录入错误"}))
            .wrong_fields(),
        ["/ex_factory_on coding.ex_factory_before_made"]
    );
    assert_eq!(w.rival.post(&w.at("/ex-factory"), &corrected).status, 404);
}

#[test]
fn what_is_voided_or_not_activated_does_not_leave_the_factory() {
    let w = world();
    let draft = w.app.draft(&w.acme, "6901234567885");
    let batch = w.acme.batch(&draft, "D1");
    let entry = json!({"ex_factory_on": "2026-11-02"});
    let at = format!("/api/v1/batches/{batch}/ex-factory");
    assert_eq!(
        w.acme.post(&at, &entry).expect_problem(409),
        "coding.ex_factory_inactive"
    );
    w.acme
        .post(&w.at("/void"), &json!({"reason": "原料不合格"}))
        .expect(200);
    assert_eq!(w.enter("2026-11-02").expect_problem(409), "coding.batch_voided");
    assert_eq!(
        w.enter_units("A001", None, "2026-11-02").expect_problem(409),
        "coding.some_voided"
    );
    assert_eq!(
        w.enter_units("Z9", None, "2026-11-02").expect_problem(409),
        "coding.not_all_issued"
    );
    let void = format!("/api/v1/products/{}/void", w.product);
    w.acme.post(&void, &json!({"reason": "停产"})).expect(200);
    assert_eq!(w.enter("2026-11-02").expect_problem(409), "product.voided");
    let elsewhere = json!({"product_id": w.product, "first_serial": "A001", "ex_factory_on": "2026-11-02"});
    let reply = w.rival.post("/api/v1/unit-ex-factory", &elsewhere);
    assert_eq!(reply.wrong_fields(), ["/product_id product.not_found"]);
}

#[test]
fn f153_a_unit_without_a_day_of_its_making_does_not_leave_the_factory() {
    let w = world();
    assert_eq!(
        w.enter_units("N1", Some("N3"), "2026-11-10").expect_problem(409),
        "coding.ex_factory_undated"
    );
    w.associate(json!({"first_serial": "N1", "last_serial": "N3", "quantity": 3, "made_on": "2026-11-09"}))
        .expect(200);
    w.enter_units("N1", Some("N2"), "2026-11-10").expect(200);
    assert_eq!(w.unit("N1")["ex_factory_on"], "2026-11-10");
    assert_eq!(w.unit("N3")["ex_factory_on"], json!(null));
    let path = format!("/api/v1/products/{}/unit/events?serial=N2", w.product);
    assert_eq!(w.events(&path)[0]["kind"], "ex_factory");
    // One of them left, so not all can.
    assert_eq!(
        w.enter_units("N1", Some("N3"), "2026-11-10").expect_problem(409),
        "coding.ex_factory_already"
    );
    w.enter_units("N3", None, "2026-11-11").expect(200);
}

#[test]
fn two_who_enter_at_once_enter_once() {
    let w = world();
    let statuses: Vec<u16> = std::thread::scope(|s| {
        let running: Vec<_> = (0..4).map(|_| s.spawn(|| w.enter("2026-11-10").status)).collect();
        running.into_iter().map(|t| t.join().unwrap()).collect()
    });
    assert_eq!(statuses.iter().filter(|s| **s == 200).count(), 1, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|s| **s == 409).count(), 3, "{statuses:?}");
    let events = w.events(&w.at("/events"));
    let kinds = events
        .as_array()
        .unwrap()
        .iter()
        .filter(|e| e["kind"] == "ex_factory");
    assert_eq!(kinds.count(), 1);
}
