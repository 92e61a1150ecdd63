//! Rows that a newer program wrote: read for what is known, never written back with loss, never called valid when their
//! state is not known.

use super::{CODE, GTIN, loosen, put, say, texts, world};
use product::ProductId;
use serde_json::{Value, json};
use tests::{PASSWORD, TestApp};

/// What a newer program would have written.
fn newer(text: &str) -> String {
    let mut record: Value = serde_json::from_str(text).unwrap();
    record["shape"] = json!(99);
    record["of_tomorrow"] = json!("something");
    record.to_string()
}

#[test]
fn a_newer_record_is_shown_and_not_written_back() {
    let world = world();
    let stored = newer(texts(&world.app, "product_revisions.record").last().unwrap());
    put(&world.app, "product_revisions.record", &stored);
    let told = world.again().scan(CODE).expect(200);
    assert_eq!(
        (
            &told["verdict"],
            &told["product"]["warranty_period"],
            &told["product"]["unreadable"]
        ),
        (&json!("valid"), &json!("24 个月"), &json!([]))
    );
    let path = format!("/api/v1/products/{}", world.product);
    let view = world.acme.get(&path).expect(200);
    let refused = world
        .acme
        .with("if-match", &format!("\"{}\"", view["version"]))
        .put(&path, &view["record"]);
    assert_eq!(refused.expect_problem(409), "record.newer");
    assert_eq!(
        texts(&world.app, "product_revisions.record").last(),
        Some(&stored)
    );

    let stored = newer(texts(&world.app, "product_templates.record").last().unwrap());
    put(&world.app, "product_templates.record", &stored);
    let path = format!("/api/v1/product-templates/{}", world.template);
    let view = world.acme.get(&path).expect(200);
    let refused = world.acme.with("if-match", "\"1\"").put(&path, &view["record"]);
    assert_eq!(refused.expect_problem(409), "record.newer");
    assert_eq!(texts(&world.app, "product_templates.record"), [stored]);
}

#[test]
fn a_state_that_is_not_known_cannot_be_judged() {
    for (table, code) in [
        ("products", ""),
        ("batches", "/10/B1"),
        ("unit_ranges", "/21/A001"),
    ] {
        let world = world();
        loosen(&world.app, table, "state");
        say(&world.app, &format!("UPDATE {table} SET state = 'of_tomorrow'"));
        world.stands(table);
        let again = world.again();
        assert_eq!(
            again.scan(&format!("{CODE}{code}")).expect(200)["verdict"],
            "undecided",
            "{table}"
        );
        let page = again
            .anyone()
            .with("accept", "text/html")
            .get(&format!("{CODE}{code}"));
        assert!(page.text().contains("暂时无法判断"), "{table}");
    }
}

#[test]
fn codes_that_are_not_known_leave_everything_standing() {
    let world = world();
    for (table, column) in [
        ("files", "slot"),
        ("products", "category"),
        ("products", "code_reach"),
        ("products", "coding_level"),
        ("products", "filing_period"),
        ("batches", "quantity_kind"),
        ("batches", "report_kind"),
        ("enterprises", "review_mode"),
    ] {
        loosen(&world.app, table, column);
        say(
            &world.app,
            &format!("UPDATE {table} SET {column} = 'of_tomorrow'"),
        );
        world.stands(&format!("{table}.{column}"));
    }
}

#[test]
fn a_brand_of_a_state_that_is_not_known_is_shown_and_not_chosen() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let brand = acme.post("/api/v1/brands", &json!({"name": "超尔"})).expect(201)["id"].clone();
    let choose = |product: ProductId| {
        let path = format!("/api/v1/products/{product}");
        let mut record = acme.get(&path).expect(200)["record"].clone();
        record["brand_id"] = brand.clone();
        (acme.with("if-match", "\"1\"").put(&path, &record), path)
    };
    let (chosen, path) = choose(app.draft(&acme, GTIN));
    chosen.expect(200);
    acme.post(&format!("{path}/submit"), &json!({"confirmed": true}))
        .expect(200);
    acme.post(&format!("{path}/activate"), &json!({})).expect(200);
    loosen(&app, "brands", "state");
    say(&app, "UPDATE brands SET state = 'of_tomorrow'");
    assert_eq!(app.scan(CODE).expect(200)["product"]["brand"]["name"], "超尔");
    assert_eq!(
        acme.get("/api/v1/brands").expect(200)["items"][0]["state"],
        "of_tomorrow"
    );
    let (refused, _) = choose(app.draft(&acme, "6902083881405"));
    assert_eq!(refused.wrong_fields(), ["/brand_id brand.voided"]);
}

#[test]
fn an_enterprise_of_a_state_that_is_not_known_may_do_nothing_and_is_scanned_as_before() {
    let world = world();
    loosen(&world.app, "enterprises", "state");
    say(&world.app, "UPDATE enterprises SET state = 'of_tomorrow'");
    world.scans_stand("enterprises.state");
    let hints = world.app.scan(CODE).expect(200)["hints"].to_string();
    assert!(!hints.contains("maker_disabled"), "{hints}");
    let app = TestApp::new();
    let uscc = "91330109589891087U";
    app.register(uscc, "13800138000");
    loosen(&app, "enterprises", "state");
    say(&app, "UPDATE enterprises SET state = 'of_tomorrow'");
    let signing_in = json!({"login_name": uscc, "password": PASSWORD});
    let refused = app.anyone().post("/api/v1/sessions", &signing_in);
    assert_eq!(refused.expect_problem(403), "auth.account_disabled");
}

#[test]
fn an_event_of_a_newer_kind_is_told_and_makes_an_earlier_day_undecided() {
    let world = world();
    let day = world.app.clock.now().beijing_date();
    let as_of = format!("/api/v1/products/{}/as-of?on={day}", world.product);
    assert!(!world.acme.get(&as_of).text().contains("暂时无法判断"));
    // What another crate does to codes is named after it and never decides.
    say(
        &world.app,
        "UPDATE code_events SET kind = 'ebike.bound' WHERE kind = 'amended'",
    );
    assert!(!world.acme.get(&as_of).text().contains("暂时无法判断"));
    say(
        &world.app,
        "UPDATE code_events SET kind = 'suspended' WHERE kind = 'ebike.bound'",
    );
    world.stands("code_events.kind");
    assert!(world.acme.get(&as_of).text().contains("暂时无法判断"));
    let history = world
        .acme
        .get(&format!("/api/v1/products/{}/events", world.product))
        .expect(200);
    let newest = &history.as_array().unwrap()[0];
    assert_eq!(
        (&newest["kind"], &newest["is_unreadable"]),
        (&json!("suspended"), &json!(true))
    );
}

#[test]
fn what_was_saved_and_what_was_changed_are_told_apart() {
    let world = world();
    let of = |path: &str| world.acme.get(&format!("/api/v1{path}/events")).expect(200);
    let saved = of(&format!("/products/{}", world.product));
    let told = |events: &Value, kind: &str| {
        let all = events.as_array().unwrap().iter().rev();
        all.map(|e| e["detail"].clone())
            .find(|d| d["type"] == kind)
            .unwrap()
    };
    assert_eq!(
        told(&saved, "product_saved")["changed_fields"],
        json!(["warranty_period"])
    );
    let saved = of(&format!("/batches/{}", world.batch));
    assert_eq!(
        told(&saved, "batch_saved")["changes"]["made_on"],
        json!({"from": "2026-11-01", "to": "2026-11-02"})
    );
}
