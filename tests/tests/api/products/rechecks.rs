//! F174: a maker looks over what it says of its products from time to time.

use super::{at, kinds, put};
use serde_json::{Value, json};
use tests::TestApp;

const DAY: i64 = 86_400;

#[test]
fn f174_what_nobody_looked_over_for_long_is_listed_until_somebody_does() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let board = app.product(&acme, "6901234567892");
    app.clock.advance_seconds(10 * DAY);
    let saw = app.product(&acme, "6901234567908");
    app.draft(&acme, "6901234567915");
    let sign_in = || app.sign_in("91330109589891087U", Some(acme.enterprise().clone()));
    let due = |query: &str| -> Vec<Value> {
        let list = sign_in().get(&format!("/api/v1/due-rechecks{query}")).expect(200);
        list["items"].as_array().unwrap().clone()
    };
    let ids =
        |list: Vec<Value>| -> Vec<Value> { list.into_iter().map(|d| d["product_id"].clone()).collect() };
    assert_eq!(due(""), [] as [Value; 0]);
    app.clock.advance_seconds(171 * DAY);
    let first = due("");
    assert_eq!((first.len(), &first[0]["days"]), (1, &json!(181)));
    app.clock.advance_seconds(10 * DAY);
    assert_eq!(
        ids(due("")),
        [json!(board), json!(saw)],
        "not the draft; the longest first"
    );
    assert_eq!(due("?keyword=%E6%B2%A1%E6%9C%89").len(), 0);
    assert_eq!(due("?keyword=6901234567908").len(), 1);

    let acme = sign_in();
    let refused = acme.post(&at(&board, "/recheck"), &json!({"confirmed": false}));
    assert_eq!(refused.expect_problem(422), "product.not_confirmed");
    assert_eq!(acme.get(&at(&board, "")).expect(200)["is_recheck_due"], true);
    let looked = acme
        .post(&at(&board, "/recheck"), &json!({"confirmed": true}))
        .expect(200);
    assert_eq!(looked["is_recheck_due"], false);
    assert_eq!(
        kinds(&acme.get(&at(&board, "/events")).expect(200))
            .last()
            .unwrap(),
        "rechecked"
    );
    // Whoever saves it has looked at it.
    put(&acme, &saw, |r| r["warranty_period"] = json!("12 个月")).expect(200);
    assert_eq!(due("").len(), 0);
    app.clock.advance_seconds(181 * DAY);
    assert_eq!(due("").len(), 2);
}

#[test]
fn f174_only_what_is_activated_is_looked_over() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let yes = json!({"confirmed": true});
    let draft = app.draft(&acme, "6901234567892");
    assert_eq!(
        acme.post(&at(&draft, "/recheck"), &yes).expect_problem(409),
        "product.wrong_state"
    );
    let id = app.product(&acme, "6901234567908");
    // What cannot be saved any more is not confirmed either.
    let soon = app.clock.now().plus_seconds(30 * DAY).beijing_date();
    put(&acme, &id, |r| {
        r["report_kind"] = json!("type_test");
        r["report_expires_on"] = json!(soon.to_string());
    })
    .expect(200);
    app.clock.advance_seconds(60 * DAY);
    let later = app.sign_in("91330109589891087U", Some(acme.enterprise().clone()));
    assert_eq!(
        later.post(&at(&id, "/recheck"), &yes).expect_problem(422),
        "product.incomplete"
    );
    let rival = app.sign_in("91330482746305409W", Some(rival.enterprise().clone()));
    assert_eq!(rival.post(&at(&id, "/recheck"), &yes).status, 404);
}
