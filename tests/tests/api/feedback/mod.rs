//! What consumers write, and what becomes of it: F105, F106, F179.

mod form;
mod maker;
mod notices;
mod pictures;
mod privacy;
mod refusals;
mod statistics;

use serde_json::{Value, json};
use tests::{Actor, FeedbackForm, TestApp};

const CODE: &str = "/01/06901234567892";
const ACME: &str = "91330109589891087U";

/// A manufacturer with units A001 to A100, of which the first ten are in batch B1, and its rival with none.
fn world() -> (TestApp, Actor, Actor) {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892").to_string();
    acme.batch(&product, "B1");
    acme.issue(&product, "A", "001", 100);
    let associated = json!({"product_id": product, "batch_no": "B1", "first_serial": "A001", "last_serial": "A010",
                            "quantity": 10});
    acme.post("/api/v1/unit-associations", &associated).expect(200);
    (app, acme, rival)
}

/// A form that was looked at long enough.
fn form(app: &TestApp, code: &str) -> FeedbackForm {
    let form = FeedbackForm::of(app, &format!("{CODE}{code}"));
    app.clock.advance_seconds(3);
    form
}

/// The only message an enterprise has, in full.
#[track_caller]
fn only_message(of: &Actor) -> Value {
    let list = of.get("/api/v1/feedback").expect(200);
    assert_eq!(list["total"], 1, "{list}");
    let id = list["items"][0]["id"].as_str().unwrap().to_owned();
    of.get(&format!("/api/v1/feedback/{id}")).expect(200)
}

/// The manufacturer signed in anew, after so long that the old token has died.
fn later(app: &TestApp, seconds: i64) -> Actor {
    app.clock.advance_seconds(seconds);
    let acme = app.state.db.read_platform(|c| {
        use db::{diesel::prelude::*, schema::enterprises::dsl};
        Ok::<_, db::Fault>(
            dsl::enterprises
                .filter(dsl::uscc.eq(ACME))
                .select(dsl::id)
                .first(c.conn())?,
        )
    });
    app.sign_in(ACME, Some(acme.unwrap()))
}
