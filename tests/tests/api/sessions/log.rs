//! What is written down at once of attacks, and of what attackers would change; nothing personal is in it.

use super::{PHONE, USCC, sign_in_as};
use serde_json::json;
use std::fs;
use tests::{PASSWORD, Program, TestApp, log_of};

#[test]
fn attacks_and_changes_of_what_gives_access_are_in_the_log_at_once() {
    let program = Program::find();
    let app = TestApp::new();
    app.register(USCC, PHONE);
    let operator = app.operator();
    let anyone = app.anyone();
    let enterprise = operator.get("/api/v1/platform/enterprises").expect(200)["items"][0]["id"].clone();
    let (scratch, _) = app.stop();
    let running = Program::start(
        &program,
        scratch.folder(),
        scratch.location(),
        &[("PINMA_LOG", "info"), ("PINMA_SMS", "development")],
    );
    let (anyone, operator) = (anyone.at(running.address), operator.at(running.address));

    let opened = sign_in_as(&anyone, USCC, PASSWORD).expect(201);
    let acme = anyone.with_token(opened["access_token"].as_str().unwrap());
    for _ in 0..5 {
        sign_in_as(&anyone, USCC, "Wrong8#word").expect(401);
    }
    sign_in_as(&anyone, USCC, "Wrong8#word").expect(429);
    sign_in_as(&anyone, "13912345678", "Secret8#word").expect(401);
    acme.get("/api/v1/platform/enterprises").expect(403);
    let seen = acme.get("/api/v1/enterprise");
    let (etag, shown) = (seen.header("etag").to_owned(), seen.json());
    let mut record = json!({"enterprise_types": ["production"], "company_prefixes": [], "password": PASSWORD,
                            "name": "国家市场监督管理总局", "contact_phone": "13900139999"});
    for field in ["region_code", "registered_address", "contact_name"] {
        record[field] = shown[field].clone();
    }
    let mut renamed = record.clone();
    renamed["contact_phone"] = shown["contact_phone"].clone();
    acme.with("if-match", &etag)
        .put("/api/v1/enterprise", &renamed)
        .expect(409);
    record["name"] = shown["name"].clone();
    let ask = json!({"phone": "13900139999", "purpose": "phone_change"});
    anyone.post("/api/v1/sms-codes", &ask).expect(202);
    let sent = anyone.get("/api/v1/development/sms-messages").expect(200)[0]["text"].clone();
    record["sms_code"] = json!(sent.as_str().unwrap().split("为 ").nth(1).unwrap()[..6]);
    acme.with("if-match", &etag)
        .put("/api/v1/enterprise", &record)
        .expect(200);
    let first = operator.get("/api/v1/platform/identity-requests").expect(200)["items"][0].clone();
    operator.approve_identity(&first).expect(204);
    let asked = acme
        .ask_identity(|r| r["name"] = json!("国家市场监督管理总局"))
        .expect(201);
    operator.approve_identity(&asked).expect(204);
    let change = json!({"old_password": "Wrong8#word", "new_password": "Zx8#qWe4rT"});
    acme.put("/api/v1/me/password", &change).expect(422);
    let change = json!({"old_password": PASSWORD, "new_password": "Zx8#qWe4rT"});
    assert_eq!(acme.put("/api/v1/me/password", &change).status, 204);
    let path = format!(
        "/api/v1/platform/enterprises/{}/disable",
        enterprise.as_str().unwrap()
    );
    assert_eq!(
        operator.post(&path, &json!({"reason": "主体资格已注销"})).status,
        204
    );

    let log = fs::read_to_string(log_of(scratch.folder())).unwrap();
    let lines = |event: &str| log.lines().filter(|l| l.contains(event)).count();
    for (event, times) in [
        ("signed_in", 1),
        ("sign_in_failed", 6),
        ("sign_in_locked", 1),
        ("forbidden", 1),
        ("identity_requested", 1),
        ("enterprise_renamed", 1),
        ("phone_changed", 1),
        ("password_wrong", 1),
        ("password_changed", 1),
        ("enterprise_disabled", 1),
    ] {
        assert_eq!(lines(event), times, "{event} in\n{log}");
    }
    for named in [
        "127.0.0.1",
        USCC,
        "platform.enterprise.read",
        "国家市场监督管理总局",
        "138****8000",
        "139****9999",
    ] {
        assert!(log.contains(named), "{named} in\n{log}");
    }
    // What the development sender shows instead of sending it is meant to be seen.
    let log: Vec<&str> = log
        .lines()
        .filter(|l| !l.contains("(development, not sent)"))
        .collect();
    let log = log.join("\n");
    for hidden in [
        PHONE,
        "13900139999",
        "13912345678",
        "Wrong8#word",
        "Secret8#word",
        PASSWORD,
        "Zx8#qWe4rT",
    ] {
        assert!(!log.contains(hidden), "{hidden} in\n{log}");
    }
}
