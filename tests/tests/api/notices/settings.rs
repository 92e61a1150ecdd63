//! What is sent by SMS and by mail, as the enterprise chooses.

use super::{overdue, tell, wait_for, world};
use serde_json::{Value, json};

const PATH: &str = "/api/v1/notice-settings";

/// Whether a kind is sent by SMS and by mail.
fn wants(settings: &Value, kind: &str) -> [bool; 2] {
    ["wants_sms", "wants_email"].map(|way| settings[way].as_array().unwrap().contains(&json!(kind)))
}

/// A list of kinds but for some.
fn without(kinds: &Value, some: &[&str]) -> Value {
    let kinds = kinds.as_array().unwrap().iter();
    kinds
        .filter(|kind| !some.contains(&kind.as_str().unwrap()))
        .cloned()
        .collect()
}

#[test]
fn a_channel_that_is_switched_off_stays_silent_and_the_console_does_not() {
    let (app, acme) = world(&[]);
    let operator = app.operator();
    let before = acme.get(PATH).expect(200);
    assert_eq!(
        (wants(&before, "filing"), &before["version"]),
        ([true, true], &json!(0))
    );
    let kinds = before["kinds"].as_array().unwrap();
    let filing = kinds.iter().find(|k| k["kind"] == "filing").unwrap();
    assert_eq!((&filing["sms"], &filing["email"]), (&json!(true), &json!(true)));
    let feedback = kinds.iter().find(|k| k["kind"] == "feedback").unwrap();
    assert_eq!(feedback["sms"], false, "no template of it asks for an SMS");

    let quiet = json!({"wants_sms": without(&before["wants_sms"], &["filing"]), "wants_email": before["wants_email"]});
    let first = acme.with("if-match", "\"0\"");
    let after = first.put(PATH, &quiet).expect(200);
    assert_eq!(
        (wants(&after, "filing"), &after["version"]),
        ([false, true], &json!(1))
    );
    assert_eq!(first.put(PATH, &quiet).expect_problem(412), "request.stale");
    assert_eq!(acme.put(PATH, &quiet).status, 428);

    tell(&app, &acme, &overdue(3));
    let sent = wait_for(&operator, "", |d| d.len() == 1 && d[0]["state"] == "sent");
    assert_eq!(sent[0]["via"], "email");
    assert_eq!(acme.get("/api/v1/notices").expect(200)["total"], 1);

    let silent = json!({"wants_sms": after["wants_sms"], "wants_email": without(&after["wants_email"], &["filing", "expiry"])});
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
    let wrong = json!({"wants_sms": ["filing", "weather"], "wants_email": []});
    let reply = acme.with("if-match", "\"0\"").put(PATH, &wrong);
    assert_eq!(reply.status, 422);
    assert_eq!(reply.wrong_fields(), ["/wants_sms/1 not_in_list"]);
}

#[test]
fn without_a_mail_address_there_is_no_mail() {
    let (app, acme) = world(&[]);
    super::run(&app, "UPDATE enterprises SET email = NULL");
    tell(&app, &acme, &overdue(3));
    let log = app.operator().get("/api/v1/platform/deliveries").expect(200);
    assert_eq!(
        (&log["total"], &log["items"][0]["via"]),
        (&json!(1), &json!("sms"))
    );
}
