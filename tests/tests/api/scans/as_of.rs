//! The page of an earlier day, for everyone: the printed address with `on`.

use super::world;
use serde_json::json;

#[test]
fn everybody_sees_what_a_code_was_answered_on_a_day_and_it_is_no_scan() {
    let w = world();
    let before = w.app.clock.now().beijing_date();
    w.app.clock.advance_seconds(86_400);
    let acme = w
        .app
        .sign_in("91330109589891087U", Some(w.acme.enterprise().clone()));
    let today = w.app.clock.now().beijing_date();
    let moved = json!({"product_id": w.product, "first_serial": "A003", "made_on": "2026-11-10"});
    acme.post("/api/v1/unit-associations", &moved).expect(200);

    let at = |on: &str| format!("/01/06901234567892/21/A003?on={on}");
    for _ in 0..2 {
        let then = w.app.scan(&at(&before.to_string())).expect(200);
        assert_eq!(
            (&then["as_of"], &then["made_on"], &then["scans"]),
            (&json!(before), &json!("2026-11-01"), &json!(null))
        );
        assert_eq!(
            w.app.scan(&at(&today.to_string())).expect(200)["made_on"],
            "2026-11-10"
        );
    }
    let page = w.page(&at(&before.to_string()));
    assert_eq!(page.status, 200);
    let text = page.text();
    assert!(text.contains(&format!("这是 {before} 结束时的页面")) && text.contains("查看当前页面"));
    assert!(
        text.contains(&format!("&amp;on={before}")),
        "the other language is of the same day"
    );
    assert!(!text.contains("累计查询"));
    // The page of today leads to the day before the change, and is the first scan.
    let now = w.page("/01/06901234567892/21/A003").text();
    assert!(now.contains(&format!("?on={before}")) && now.contains("变更记录"));
    assert_eq!(w.app.scan("/01/06901234567892/21/A003").expect(200)["scans"], 2);
    assert_eq!(acme.total("/api/v1/scans"), 2);
}

#[test]
fn a_day_that_is_none_or_has_not_come_is_refused() {
    let w = world();
    let tomorrow = w.app.clock.now().beijing_date().succ_opt().unwrap();
    for (on, code) in [
        (tomorrow.to_string(), "scan.day_to_come"),
        ("2026-02-30".to_owned(), "scan.no_day"),
        (String::new(), "scan.no_day"),
    ] {
        let path = format!("/01/06901234567892/21/A003?on={on}");
        assert_eq!(w.app.scan(&path).expect_problem(422), code);
        let page = w.page(&path);
        assert_eq!(page.status, 422);
        assert!(page.text().contains("没有这一天的页面") && page.text().contains("查看当前页面"));
    }
    // Before it was registered there is no such code; what nobody has registered is the same on every day.
    assert_eq!(w.app.scan("/01/06901234567892?on=2020-01-01").status, 404);
    assert_eq!(w.app.scan("/01/06901234567885?on=2020-01-01").status, 404);
    assert_eq!(w.acme.total("/api/v1/scans"), 0);
}

#[test]
fn what_was_not_activated_then_tells_nothing() {
    let w = world();
    let draft = w.app.draft(&w.acme, "6901234567885");
    let then = w.app.clock.now().beijing_date();
    w.app.clock.advance_seconds(86_400);
    w.app
        .sign_in("91330109589891087U", Some(w.acme.enterprise().clone()))
        .activate(&draft);
    let told = w.app.scan(&format!("/01/06901234567885?on={then}")).expect(200);
    assert_eq!(
        (&told["verdict"], &told["product"]),
        (&json!("inactive"), &json!(null))
    );
    assert!(told["chapters"].as_array().unwrap().is_empty());
}

/// F153: a unit nobody gave a day does not pass in silence.
#[test]
fn a_unit_without_a_production_date_says_so() {
    let w = world();
    let hints =
        |code: &str| w.app.scan(&format!("/01/06901234567892/21/{code}")).expect(200)["hints"].clone();
    assert_eq!(hints("N1"), json!(["made_on_missing"]));
    assert_eq!(hints("A001"), json!([]));
    assert!(
        w.page("/01/06901234567892/21/N1")
            .text()
            .contains("生产日期未登记")
    );
    let dated = json!({"product_id": w.product, "first_serial": "N1", "made_on": "2026-11-10"});
    w.acme.post("/api/v1/unit-associations", &dated).expect(200);
    assert_eq!(hints("N1"), json!([]));
}
