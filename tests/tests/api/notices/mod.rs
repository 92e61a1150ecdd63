//! Telling people: F267, F160, F014.

mod digest;
mod inbox;
mod outbox;
mod settings;
mod smtp;
mod stale;

use coding::filing::notice::FilingNotice;
use diesel::{RunQueryDsl, sql_query};
use enterprise::{EnterpriseType, notice::notify_enterprise};
use notify::{Notice, text::ForEnterprises};
use serde_json::Value;
use std::time::Duration;
use tests::{Actor, TestApp};

const PHONE: &str = "13800138000";
const EMAIL: &str = "office@example.com";

/// A server with these settings and an enterprise that can be reached by phone and mail.
fn world(settings: &[(&'static str, &str)]) -> (TestApp, Actor) {
    let app = TestApp::with(settings);
    let acme = app.enterprise(
        "91330109589891087U",
        "杭州超尔切削工具有限公司",
        EnterpriseType::PRODUCERS,
    );
    set_email(&app, EMAIL);
    (app, acme)
}

fn set_email(app: &TestApp, email: &str) {
    run(app, &format!("UPDATE enterprises SET email = '{email}'"));
}

fn run(app: &TestApp, sql: &str) {
    app.state
        .db
        .write_platform(|c| sql_query(sql).execute(c.conn()).map_err(db::Fault::from))
        .unwrap();
}

/// Goes by SMS and by mail.
fn overdue(days: i64) -> Notice<FilingNotice> {
    Notice::new(FilingNotice::FilingOverdue {
        product: "细工木板".to_owned(),
        period: "2026 年 10 月".to_owned(),
        days,
    })
    .link("/filings")
}

/// Tells something and sends it at once, as what is urgent is: for tests of how messages leave, whenever they run.
fn tell<T: ForEnterprises>(app: &TestApp, whom: &Actor, notice: &Notice<T>) {
    app.state
        .db
        .write(whom.enterprise(), |c| {
            notify_enterprise(c, notice)?;
            sql_query(
                "UPDATE deliveries SET digest_on = NULL, due_at = created_at WHERE digest_on IS NOT NULL",
            )
            .execute(c.unscoped())?;
            Ok::<_, notify::Error>(())
        })
        .unwrap();
}

fn items(reply: &Value) -> Vec<Value> {
    reply["items"].as_array().unwrap().clone()
}

fn deliveries(operator: &Actor, query: &str) -> Vec<Value> {
    items(
        &operator
            .get(&format!("/api/v1/platform/deliveries?{query}"))
            .expect(200),
    )
}

/// Waits until the send log is as it should be.
#[track_caller]
fn wait_for(operator: &Actor, query: &str, until: impl Fn(&[Value]) -> bool) -> Vec<Value> {
    tests::wait_for(&format!("the send log ?{query}"), Duration::from_secs(30), || {
        let seen = deliveries(operator, query);
        if until(&seen) {
            Ok(seen)
        } else {
            Err(format!("{seen:?}"))
        }
    })
}

fn all_are(state: &'static str) -> impl Fn(&[Value]) -> bool {
    move |seen| !seen.is_empty() && seen.iter().all(|d| d["state"] == state)
}
