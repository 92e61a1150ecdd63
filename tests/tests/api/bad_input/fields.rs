//! Fields beyond their limits, and fields that do not go together.

use super::world;
use serde_json::json;

/// F089, F090, F091, F095, F096, F097, F098.
#[test]
fn wrong_fields_are_named_all_at_once_and_nothing_is_written() {
    let w = world();
    let before = w.acme.holdings();
    let long = "9".repeat(101);
    let tomorrow = w.app.clock.now().plus_seconds(86_400).beijing_date().to_string();
    let (issues, batches) = ("/api/v1/unit-issues", "/api/v1/batches");
    let (voids, links) = ("/api/v1/unit-voids", "/api/v1/unit-associations");
    #[rustfmt::skip]
    let cases = [
        (issues, w.issue(json!({"quantity": 0})), "/quantity too_small"),
        (issues, w.issue(json!({"quantity": -5})), "/quantity too_small"),
        (issues, w.issue(json!({"quantity": 1_000_000_001})), "/quantity too_big"),
        (issues, w.issue(json!({"quantity": 9_223_372_036_854_775_807_i64})), "/quantity too_big"),
        (issues, w.issue(json!({"quantity": 18_446_744_073_709_551_615_u64})), "/quantity type"),
        (issues, w.issue(json!({"quantity": 1.5})), "/quantity type"),
        (issues, w.issue(json!({"quantity": "10"})), "/quantity type"),
        (issues, w.issue(json!({"quantity": [10]})), "/quantity type"),
        (issues, w.issue(json!({"quantity": null})), "/quantity required"),
        (issues, w.issue(json!({"first_serial": "12a"})), "/first_serial pattern"),
        (issues, w.issue(json!({"first_serial": "１２３"})), "/first_serial pattern"),
        (issues, w.issue(json!({"first_serial": long})), "/first_serial pattern"),
        (issues, w.issue(json!({"serial_prefix": "序"})), "/first_serial coding.not_a_serial"),
        (issues, w.issue(json!({"serial_prefix": "A B"})), "/first_serial coding.not_a_serial"),
        (issues, w.issue(json!({"serial_prefix": "A#"})), "/first_serial coding.not_a_serial"),
        (issues, w.issue(json!({"serial_prefix": "A^"})), "/first_serial coding.not_a_serial"),
        (issues, w.issue(json!({"serial_prefix": "ABCDEFGHIJKLMNOPQ"})), "/first_serial coding.not_a_serial"),
        (issues, w.issue(json!({"serial_prefix": long})), "/serial_prefix too_long"),
        (issues, w.issue(json!({"serial_prefix": "A\u{0}"})), "/serial_prefix control_character"),
        (issues, w.issue(json!({"serial_prefix": "A\u{85}B"})), "/serial_prefix control_character"),
        (issues, w.issue(json!({"first_serial": "9995", "quantity": 10})), "/quantity coding.span_outgrown"),
        (issues, w.issue(json!({"batch_no": "批次"})), "/batch_no batch_no.*"),
        (issues, w.issue(json!({"made_on": "2026-02-30"})), "/made_on date"),
        (issues, w.issue(json!({"made_on": "2026/11/01"})), "/made_on date"),
        (issues, w.issue(json!({"made_on": 20_261_101})), "/made_on type"),
        (issues, w.issue(json!({"made_on": tomorrow})), "/made_on coding.made_in_future"),
        (issues, w.issue(json!({"made_on": "2026-11-02", "expires_on": "2026-11-01"})), "/expires_on coding.expires_before_made"),
        (issues, w.issue(json!({"state": "voided"})), "/state unknown_field"),
        (issues, w.issue(json!({"a/b~c": 1})), "/a~1b~0c unknown_field"),
        (batches, w.new_batch(json!({"coding_mode": "both"})), "/coding_mode not_in_list"),
        (batches, w.new_batch(json!({"coding_mode": "Unit"})), "/coding_mode not_in_list"),
        (batches, w.new_batch(json!({"coding_mode": 1})), "/coding_mode not_in_list"),
        (batches, w.new_batch(json!({"coding_mode": "unit", "first_serial": "1"})), "/quantity required"),
        (batches, w.new_batch(json!({"made_on": tomorrow})), "/made_on coding.made_in_future"),
        (batches, w.new_batch(json!({"expires_on": "2026-10-31"})), "/expires_on coding.expires_before_made"),
        (batches, w.new_batch(json!({"batch_no": "A234567890123456789012"})), "/batch_no batch_no.*"),
        (batches, w.new_batch(json!({"batch_no": "   "})), "/batch_no required"),
        (batches, w.new_batch(json!({"batch_no": "\u{200b}\u{3164}"})), "/batch_no required"),
        (batches, w.new_batch(json!({"batch_no": "."})), "/batch_no batch_no.dot_segment"),
        (batches, w.new_batch(json!({"batch_no": "．．"})), "/batch_no batch_no.dot_segment"),
        (batches, w.new_batch(json!({"made_on": "0026-11-01"})), "/made_on date"),
        (batches, w.new_batch(json!({"made_on": "-2026-11-01"})), "/made_on date"),
        (batches, w.new_batch(json!({"expires_on": "+12027-11-30"})), "/expires_on date"),
        (links, w.association(json!({"first_serial": ".."})), "/first_serial serial_no.dot_segment"),
        (links, w.association(json!({"expires_on": "-262142-01-01"})), "/expires_on date"),
        (batches, w.new_batch(json!({"coding_mode": "unit", "quantity": 0, "first_serial": "1"})), "/quantity too_small"),
        (links, w.association(json!({"first_serial": "A0000000000000000000001"})), "/first_serial serial_no.*"),
        (links, w.association(json!({"first_serial": "A 1"})), "/first_serial serial_no.*"),
        (links, w.association(json!({"batch_no": null})), "/batch_no coding.nothing_to_associate"),
        (links, w.association(json!({"last_serial": "A00000010"})), "/quantity required"),
        (links, w.association(json!({"last_serial": "A00000010", "quantity": 9})), "/quantity coding.count_mismatch"),
        (links, w.association(json!({"last_serial": "B00000010", "quantity": 10})), "/last_serial coding.not_one_run"),
        (links, w.association(json!({"first_serial": "A00000010", "last_serial": "A00000001", "quantity": 10})), "/last_serial coding.span_reversed"),
        (links, w.association(json!({"made_on": tomorrow})), "/made_on coding.made_in_future"),
        (voids, w.units(json!({"reason": "x"})), "/reason too_short"),
        (voids, w.units(json!({"reason": "字".repeat(201)})), "/reason too_long"),
    ];
    for (path, body, wrong) in cases {
        let reply = w.acme.post(path, &body);
        reply.expect_problem(422);
        let found = reply.wrong_fields();
        let fits = |f: &String| {
            wrong
                .strip_suffix('*')
                .map_or(f == wrong, |start| f.starts_with(start))
        };
        assert!(
            found.len() == 1 && fits(&found[0]),
            "{path} {body}: {found:?}, not {wrong}"
        );
    }
    let all = json!({"product_id": "x", "serial_prefix": 5, "first_serial": "a", "quantity": 0, "made_on": "never",
                     "extra": 1});
    let mut found = w.acme.post(issues, &all).wrong_fields();
    found.sort();
    assert_eq!(
        found,
        [
            "/extra unknown_field",
            "/first_serial pattern",
            "/made_on date",
            "/product_id uuid",
            "/quantity too_small",
            "/serial_prefix type"
        ]
    );
    assert_eq!(w.acme.holdings(), before);
}

/// What contradicts the records there are is a conflict, and as empty of effect.
#[test]
fn conflicts_name_their_field_and_nothing_is_written() {
    let w = world();
    let before = w.acme.holdings();
    let (issues, links, voids) = (
        "/api/v1/unit-issues",
        "/api/v1/unit-associations",
        "/api/v1/unit-voids",
    );
    let beyond = json!({"first_serial": "A00000050", "last_serial": "A00000150", "quantity": 101});
    #[rustfmt::skip]
    let cases = [
        (issues, w.issue(json!({"serial_prefix": "A", "first_serial": "00000100"})), "/first_serial coding.span_taken"),
        (issues, w.issue(json!({"serial_prefix": "", "first_serial": "1", "quantity": 9, "batch_no": "NONE"})), "/batch_no coding.batch_not_found"),
        (links, w.association(beyond.clone()), "/first_serial coding.not_all_issued"),
        (links, w.association(json!({"first_serial": "Z1"})), "/first_serial coding.not_all_issued"),
        (voids, w.units(beyond), "/first_serial coding.not_all_issued"),
        ("/api/v1/batches", w.new_batch(json!({"batch_no": "B1"})), "/batch_no coding.batch_taken"),
        ("/api/v1/batches", w.new_batch(json!({"batch_no": "B1", "coding_mode": "unit", "quantity": 5, "first_serial": "77", "made_on": "2026-10-01"})), "/made_on coding.batch_dates_differ"),
    ];
    for (path, body, wrong) in cases {
        let reply = w.acme.post(path, &body);
        assert!(
            matches!(reply.status, 404 | 409),
            "{path} {body}: {}",
            reply.text()
        );
        reply.expect_problem(reply.status);
        assert_eq!(reply.wrong_fields(), [wrong], "{path} {body}");
    }
    assert_eq!(w.acme.holdings(), before);
}

/// A unit takes the dates it has not from its batch: the pair must be in order whoever gave which.
#[test]
fn nothing_expires_before_it_was_made_whichever_way_its_dates_come() {
    let w = world();
    let before = w.acme.holdings();
    let issue = |made: Option<&str>, expires: Option<&str>| {
        let dates = json!({"batch_no": "B1", "made_on": made, "expires_on": expires});
        w.acme.post("/api/v1/unit-issues", &w.issue(dates))
    };
    let associate = |batch: Option<&str>, made: Option<&str>, expires: Option<&str>| {
        // Some of these days have passed, so that what changes is corrected.
        let with = json!({"batch_no": batch, "made_on": made, "expires_on": expires,
                          "correction_reason": "录入错误"});
        w.acme.post("/api/v1/unit-associations", &w.association(with))
    };
    let short = json!({"batch_no": "B3", "made_on": "2026-01-01", "expires_on": "2026-02-01"});
    w.acme.post("/api/v1/batches", &w.new_batch(short)).expect(201);
    let refused = |reply: tests::Reply| {
        reply.expect_problem(422);
        assert_eq!(reply.wrong_fields(), ["/expires_on coding.expires_before_made"]);
    };
    refused(issue(None, Some("2026-10-31")));
    refused(associate(None, None, Some("2026-10-31")));
    refused(associate(Some("B1"), None, Some("2026-10-31")));
    refused(associate(Some("B3"), Some("2026-02-02"), None));
    associate(None, None, Some("2026-11-05")).expect(200);
    refused(associate(None, Some("2026-11-06"), None));
    associate(None, Some("2026-11-05"), None).expect(200);
    associate(Some("B3"), None, None).expect(200);
    let mut after = w.acme.holdings();
    after["batches"] = before["batches"].clone();
    after["codes"]["batches"] = before["codes"]["batches"].clone();
    assert_eq!(after, before);
}

/// A batch's dates are those of its units that have none of their own.
#[test]
fn a_batch_does_not_get_dates_that_contradict_its_units() {
    let w = world();
    let own = |first: &str, dates: serde_json::Value| {
        let mut with = json!({"product_id": w.product, "first_serial": first});
        with.as_object_mut()
            .unwrap()
            .extend(dates.as_object().unwrap().clone());
        w.acme.post("/api/v1/unit-associations", &with).expect(200);
    };
    own("A00000005", json!({"expires_on": "2026-11-05"}));
    own("A00000007", json!({"made_on": "2026-11-03"}));
    own(
        "A00000009",
        json!({"made_on": "2026-10-01", "expires_on": "2026-10-02"}),
    );
    let change = |version: i64, made_on: &str, expires_on: Option<&str>| {
        let actor = w.acme.with("if-match", &format!("\"{version}\""));
        let dates = json!({"made_on": made_on, "expires_on": expires_on, "correction_reason": "录入错误"});
        actor.put(&format!("/api/v1/batches/{}", w.batch), &dates)
    };
    for (made_on, expires_on, wrong) in [
        ("2026-11-06", None, "/made_on coding.unit_dates_contradict"),
        (
            "2026-11-01",
            Some("2026-11-02"),
            "/expires_on coding.unit_dates_contradict",
        ),
    ] {
        let reply = change(1, made_on, expires_on);
        reply.expect_problem(409);
        assert_eq!(reply.wrong_fields(), [wrong]);
    }
    change(1, "2026-11-05", Some("2026-11-05")).expect(200);
    let ended = w.units(json!({"first_serial": "A00000005"}));
    w.acme.post("/api/v1/unit-voids", &ended).expect(200);
    change(2, "2026-11-06", None).expect(200);
}

#[test]
fn the_answer_does_not_outgrow_the_body() {
    let w = world();
    let body: serde_json::Map<_, _> = (0..50_000).map(|i| (format!("k{i}"), json!(1))).collect();
    let reply = w.app.anyone().post("/api/v1/sessions", &body.into());
    reply.expect_problem(422);
    assert_eq!(reply.wrong_fields().len(), 100);
}

#[test]
fn voiding_what_is_void_is_refused_in_words_that_fit() {
    let w = world();
    w.acme.post("/api/v1/unit-voids", &w.units(json!({}))).expect(200);
    let again = w.acme.post("/api/v1/unit-voids", &w.units(json!({})));
    assert_eq!(again.expect_problem(409), "coding.some_voided");
    assert!(!again.text().contains("关联"), "{}", again.text());
}
