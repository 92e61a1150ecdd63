//! What is sent by SMS and by mail, as the enterprise chooses.

use super::{overdue, tell, wait_for, world};
use serde_json::json;

const PATH: &str = "/api/v1/notice-settings";

#[test]
fn a_channel_that_is_switched_off_stays_silent_and_the_console_does_not() {
    let (app, acme) = world(&[]);
    let operator = app.operator();
    let before = acme.get(PATH).expect(200);
    assert_eq!((&before["sms_off"], &before["version"]), (&json!([]), &json!(0)));
    let kinds = before["kinds"].as_array().unwrap();
    let filing = kinds.iter().find(|k| k["kind"] == "filing").unwrap();
    assert_eq!((&filing["sms"], &filing["email"]), (&json!(true), &json!(true)));
    let feedback = kinds.iter().find(|k| k["kind"] == "feedback").unwrap();
    assert_eq!(feedback["sms"], false, "no template of it asks for an SMS");

    let quiet = json!({"sms_off": ["filing"], "email_off": []});
    let first = acme.with("if-match", "\"0\"");
    assert_eq!(first.put(PATH, &quiet).expect(200)["version"], 1);
    assert_eq!(first.put(PATH, &quiet).expect_problem(412), "request.stale");
    assert_eq!(acme.put(PATH, &quiet).status, 428);

    tell(&app, &acme, &overdue(3));
    let sent = wait_for(&operator, "", |d| d.len() == 1 && d[0]["state"] == "sent");
    assert_eq!(sent[0]["channel"], "email");
    assert_eq!(acme.get("/api/v1/notices").expect(200)["total"], 1);

    let silent = json!({"sms_off": ["filing"], "email_off": ["filing", "expiry"]});
    acme.with("if-match", "\"1\"").put(PATH, &silent).expect(200);
    tell(&app, &acme, &overdue(4));
    assert_eq!(acme.get("/api/v1/notices").expect(200)["total"], 2);
    assert_eq!(
        operator.get("/api/v1/platform/deliveries").expect(200)["total"],
        1
    );
}

#[test]
fn an_unknown_kind_is_refused_at_its_place() {
    let (_app, acme) = world(&[]);
    let wrong = json!({"sms_off": ["filing", "weather"], "email_off": []});
    let reply = acme.with("if-match", "\"0\"").put(PATH, &wrong);
    assert_eq!(reply.status, 422);
    assert_eq!(reply.wrong_fields(), ["/sms_off/1 not_in_list"]);
}

#[test]
fn without_a_mail_address_there_is_no_mail() {
    let (app, acme) = world(&[]);
    super::run(&app, "UPDATE enterprises SET email = NULL");
    tell(&app, &acme, &overdue(3));
    let log = app.operator().get("/api/v1/platform/deliveries").expect(200);
    assert_eq!(
        (&log["total"], &log["items"][0]["channel"]),
        (&json!(1), &json!("sms"))
    );
}
