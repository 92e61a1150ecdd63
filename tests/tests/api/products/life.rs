//! F146, F148, F153–F157, F167–F170: what is asked before codes are valid, and the way there.

use super::{at, broken, kinds, put, state};
use serde_json::json;
use tests::TestApp;

const GTIN: &str = "/01/06901234567892";

#[test]
fn a_product_goes_from_draft_to_valid_codes_and_its_history_tells_so() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.draft(&acme, "6901234567892");
    acme.issue(&id, "A", "001", 10);
    assert_eq!(
        app.scan(&format!("{GTIN}/21/A001")).expect(200)["verdict"],
        "inactive"
    );
    assert_eq!(
        app.scan(&format!("{GTIN}/21/A999")).expect(404)["verdict"],
        "not_issued"
    );

    let checks = acme.get(&at(&id, "/checks")).expect(200);
    assert!(
        checks
            .as_array()
            .unwrap()
            .iter()
            .all(|c| c["passed"] == true || c["is_required"] == false),
        "{checks}"
    );
    let early = acme.post(&at(&id, "/activate"), &json!({}));
    assert_eq!(early.expect_problem(409), "product.wrong_state");
    acme.activate(&id);
    assert_eq!(state(&acme, &id), "activated");
    let answer = app.scan(&format!("{GTIN}/21/A001")).expect(200);
    assert_eq!(
        (&answer["verdict"], &answer["product"]["name"]),
        (&json!("valid"), &json!("细工木板"))
    );

    let history = acme.get(&at(&id, "/events")).expect(200);
    assert_eq!(kinds(&history), ["created", "submitted", "approved", "activated"]);
    assert_eq!(history[1]["made_by"], "平台");
    let unit = acme.get(&at(&id, "/unit/events?serial=A005")).expect(200);
    assert_eq!(kinds(&unit), ["issued"]);
    assert_eq!(
        (&unit[0]["first_serial"], &unit[0]["last_serial"]),
        (&json!("A001"), &json!("A010"))
    );
}

#[test]
fn what_is_not_told_of_a_code_that_is_not_activated() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    app.draft(&acme, "6901234567892");
    let page = app.anyone().with("accept", "text/html").get(GTIN);
    assert_eq!(page.status, 200);
    assert!(page.text().contains("未激活") && !page.text().contains("细工木板"));
}

#[test]
fn a_product_that_is_not_complete_is_not_submitted_and_each_rule_says_how_to_mend_it() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.draft(&acme, "6901234567892");
    put(&acme, &id, |r| {
        for list in ["picture_file_ids", "report_file_ids", "standards"] {
            r[list] = json!([]);
        }
        r["coding_level"] = json!("unit");
        r["filing_period"] = json!("yearly");
        r["report_kind"] = json!("type_test");
    })
    .expect(200);
    let sent = acme.post(&at(&id, "/submit"), &json!({"confirmed": true}));
    assert_eq!(sent.expect_problem(422), "product.incomplete");
    let wanted = [
        ("/standards", "check.standard"),
        ("/standards", "check.mandatory_standard"),
        ("/picture_file_ids", "check.picture"),
        ("/report_file_ids", "check.report"),
        ("/report_expires_on", "check.report_expiry"),
        ("/filing_period", "check.filing_period"),
    ];
    let wanted = wanted.map(|(p, c)| (p.to_owned(), c.to_owned()));
    assert_eq!(broken(&sent.json()), wanted);
    let failed = acme.get(&at(&id, "/checks")).expect(200);
    let failed = failed
        .as_array()
        .unwrap()
        .iter()
        .filter(|c| c["passed"] == false && c["is_required"] == true);
    assert_eq!(
        failed
            .filter(|c| !c["message"].as_str().unwrap().is_empty())
            .count(),
        wanted.len()
    );

    // A recommended standard is not a mandatory one; an expired report is none.
    put(&acme, &id, |r| {
        r["standards"] = json!(["GB/T 5849-2016"]);
        r["report_expires_on"] = json!("2020-01-01");
    })
    .expect(200);
    let sent = acme.post(&at(&id, "/submit"), &json!({"confirmed": true})).json();
    let codes: Vec<_> = broken(&sent).into_iter().map(|(_, code)| code).collect();
    assert!(
        codes.contains(&"check.mandatory_standard".to_owned())
            && codes.contains(&"check.report_current".to_owned())
    );
    assert_eq!(state(&acme, &id), "draft");
}

#[test]
fn submitting_needs_the_makers_own_word() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.draft(&acme, "6901234567892");
    let sent = acme.post(&at(&id, "/submit"), &json!({"confirmed": false}));
    assert_eq!(sent.expect_problem(422), "product.not_confirmed");
}

/// C3: what nobody ever saw may go; everything else is voided.
#[test]
fn only_an_untouched_draft_can_be_deleted() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let id = app.draft(&acme, "6901234567892");
    assert_eq!(rival.delete(&at(&id, "")).status, 404);
    assert_eq!(acme.delete(&at(&id, "")).status, 204);
    assert_eq!(acme.get(&at(&id, "")).status, 404);
    assert_eq!(app.scan(GTIN).expect(404)["verdict"], "unknown");

    let coded = app.draft(&acme, "6901234567892");
    acme.issue(&coded, "A", "001", 1);
    assert_eq!(
        acme.delete(&at(&coded, "")).expect_problem(409),
        "product.not_removable"
    );
    let sent = app.product(&acme, "2058989108994");
    assert_eq!(
        acme.delete(&at(&sent, "")).expect_problem(409),
        "product.not_removable"
    );
    acme.post(&at(&sent, "/void"), &json!({"reason": "型号停产"}))
        .expect(200);
    let events = acme.get(&at(&sent, "/events")).expect(200);
    assert_eq!(
        (&events[0]["kind"], &events[0]["reason"]),
        (&json!("voided"), &json!("型号停产"))
    );
    for step in ["/submit", "/activate", "/withdraw", "/pause"] {
        let body = json!({"confirmed": true});
        assert_eq!(acme.post(&at(&sent, step), &body).status, 409, "{step}");
    }
}
