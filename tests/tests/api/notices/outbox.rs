//! The outbox: with its caller's transaction or not at all, once, again, and given up.

use super::{EMAIL, PHONE, all_are, deliveries, items, overdue, run, set_email, tell, wait_for, world};
use enterprise::notice::notify_enterprise;
use notify::Error;
use serde_json::json;
use std::{
    collections::BTreeSet, fs, os::unix::fs::PermissionsExt, path::Path, sync::atomic::AtomicBool, thread,
};
use tests::TestApp;

#[test]
fn a_notice_leaves_by_sms_and_by_mail() {
    let (app, acme) = world(&[]);
    let operator = app.operator();
    tell(&app, &acme, &overdue(3));
    let sent = wait_for(&operator, "", all_are("sent"));
    let via: BTreeSet<_> = sent.iter().map(|d| d["via"].as_str().unwrap()).collect();
    assert_eq!(via, BTreeSet::from(["email", "sms"]));
    for d in &sent {
        assert_eq!((&d["tries"], &d["last_error"]), (&json!(1), &json!(null)), "{d}");
        assert_eq!(
            (&d["enterprise_name"], &d["notice_code"]),
            (&json!("杭州超尔切削工具有限公司"), &json!("filing_overdue"))
        );
    }
    let sms = app.anyone().get("/api/v1/development/sms-messages").expect(200);
    assert_eq!(sms[0]["phone"], PHONE);
    assert!(
        sms[0]["text"]
            .as_str()
            .unwrap()
            .starts_with("【品码】产品“细工木板”")
    );
    let mails = app.anyone().get("/api/v1/development/mails").expect(200);
    assert_eq!(
        (&mails[0]["address"], &mails[0]["subject"]),
        (&json!(EMAIL), &json!("【品码】生产信息逾期未填报"))
    );
    assert!(
        mails[0]["text"]
            .as_str()
            .unwrap()
            .contains("https://q.example.com/filings")
    );
}

#[test]
fn addresses_are_masked_in_every_answer() {
    let (app, acme) = world(&[("PINMA_SMS", "command:/bin/false")]);
    let operator = app.operator();
    tell(&app, &acme, &overdue(3));
    wait_for(&operator, "via=sms", |d| {
        d[0]["tries"] == 1 && d[0]["state"] == "waiting"
    });
    for answer in [
        operator.get("/api/v1/platform/deliveries"),
        acme.get("/api/v1/notices"),
        acme.get("/api/v1/notice-settings"),
    ] {
        let text = answer.text();
        assert!(!text.contains(PHONE) && !text.contains(EMAIL), "{text}");
    }
    let settings = acme.get("/api/v1/notice-settings").expect(200);
    assert_eq!(
        (&settings["phone"], &settings["email"]),
        (&json!("138****8000"), &json!("o***@example.com"))
    );
}

#[test]
fn what_is_rolled_back_was_never_said() {
    let (app, acme) = world(&[]);
    let operator = app.operator();
    let undone = app.state.db.write(acme.enterprise(), |c| {
        notify_enterprise(c, &overdue(3))?;
        Err::<(), _>(Error::NoticeNotFound)
    });
    assert!(matches!(undone, Err(Error::NoticeNotFound)));
    assert_eq!(acme.get("/api/v1/notices").expect(200)["total"], 0);
    assert!(deliveries(&operator, "").is_empty());
}

#[test]
fn a_key_is_told_once_to_each_enterprise() {
    let (app, acme) = world(&[]);
    let rival = app.enterprise("91330482746305409W", "平湖市三鑫金属制品厂", &[]);
    let operator = app.operator();
    let october = overdue(3).once("product/2026-10");
    for _ in 0..3 {
        tell(&app, &acme, &october);
    }
    tell(&app, &rival, &october);
    tell(&app, &acme, &overdue(3).once("product/2026-11"));
    assert_eq!(acme.get("/api/v1/notices").expect(200)["total"], 2);
    assert_eq!(rival.get("/api/v1/notices").expect(200)["total"], 1);
    let sms = wait_for(&operator, "via=sms", all_are("sent"));
    assert_eq!(sms.len(), 3);
}

#[test]
fn the_key_holds_when_two_tell_at_once() {
    let (app, acme) = world(&[]);
    thread::scope(|s| {
        for _ in 0..4 {
            s.spawn(|| tell(&app, &acme, &overdue(3).once("2026-10")));
        }
    });
    assert_eq!(acme.get("/api/v1/notices").expect(200)["total"], 1);
    assert_eq!(deliveries(&app.operator(), "").len(), 2);
}

#[test]
fn what_fails_is_tried_again_ever_later_and_given_up() {
    let (app, acme) = world(&[("PINMA_SMS", "command:/bin/false")]);
    let mut operator = app.operator();
    tell(&app, &acme, &overdue(3));
    for (tries, wait) in [(1, 30), (2, 120), (3, 480), (4, 1920), (5, 7680)] {
        let seen = wait_for(&operator, "via=sms", |d| {
            d[0]["tries"] == tries && d[0]["state"] == "waiting"
        });
        assert!(seen[0]["last_error"].as_str().unwrap().contains("exit status: 1"));
        app.clock.advance_seconds(wait - 10);
        operator = app.sign_in("operator", None);
        courier_passes(&app);
        assert_eq!(
            deliveries(&operator, "via=sms")[0]["tries"],
            tries,
            "not before its time"
        );
        app.clock.advance_seconds(11);
    }
    // Two hours at a time for three days.
    run(
        &app,
        "UPDATE deliveries SET tries = 37, due_at = '2020-01-01 00:00:00' WHERE via = 'sms'",
    );
    let given_up = wait_for(&operator, "via=sms", all_are("failed"));
    assert_eq!(given_up[0]["tries"], 38);
    assert_ne!(given_up[0]["ended_at"], json!(null));
    // The operator sends it again, and only what failed.
    let retry = |d: &serde_json::Value| {
        let path = format!("/api/v1/platform/deliveries/{}/retry", d["id"].as_str().unwrap());
        operator.post(&path, &json!({}))
    };
    retry(&given_up[0]).expect(204);
    wait_for(&operator, "via=sms", |d| {
        d[0]["tries"] == 1 && d[0]["state"] == "waiting"
    });
    let mail = wait_for(&operator, "via=email", all_are("sent"));
    assert_eq!(retry(&mail[0]).expect_problem(409), "delivery.not_failed");
    let missing = format!("/api/v1/platform/deliveries/{}/retry", kernel::Id::<()>::new());
    assert_eq!(
        operator.post(&missing, &json!({})).expect_problem(404),
        "delivery.not_found"
    );
}

#[test]
fn a_second_attempt_goes_to_the_address_of_today() {
    let (app, acme) = world(&[("PINMA_SMTP_URL", "off")]);
    let operator = app.operator();
    tell(&app, &acme, &overdue(3));
    let failed = wait_for(&operator, "via=email", all_are("failed"));
    assert_eq!(
        failed[0]["tries"], 1,
        "without a sender there is nothing to wait for"
    );
    set_email(&app, "quality@example.com");
    let path = format!(
        "/api/v1/platform/deliveries/{}/retry",
        failed[0]["id"].as_str().unwrap()
    );
    operator.post(&path, &json!({})).expect(204);
    assert_eq!(
        deliveries(&operator, "via=email")[0]["address"],
        "q***@example.com"
    );
}

/// A courier sends all that is due, and only that.
fn courier_passes(app: &TestApp) {
    let stopping = AtomicBool::new(false);
    app.state.courier().work(&app.state.db, &stopping).unwrap();
}

/// A program that notes each text it is given.
fn noting(folder: &Path) -> String {
    let program = folder.join("send");
    // A line is one write: two of them may run at the same time.
    let script = format!(
        "#!/bin/sh\ntext=$(cat)\nprintf '%s\\n' \"$text\" >>{}/sent\n",
        folder.display()
    );
    fs::write(&program, script).unwrap();
    fs::set_permissions(&program, PermissionsExt::from_mode(0o700)).unwrap();
    format!("command:{}", program.display())
}

#[test]
fn two_couriers_never_send_the_same_message() {
    const MESSAGES: i64 = 40;
    let folder = tempfile::tempdir().unwrap();
    let (app, acme) = world(&[("PINMA_SMS", &noting(folder.path()))]);
    let operator = app.operator();
    (0..MESSAGES).for_each(|n| tell(&app, &acme, &overdue(n)));
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| courier_passes(&app));
        }
    });
    wait_for(&operator, "via=sms&page_size=200", all_are("sent"));
    let sent = fs::read_to_string(folder.path().join("sent")).unwrap();
    let texts: Vec<_> = sent.lines().collect();
    let different: BTreeSet<_> = texts.iter().collect();
    assert_eq!((texts.len(), different.len()), (40, 40));
}

#[test]
fn a_message_whose_courier_died_is_taken_up_when_its_lease_is_over() {
    let (app, acme) = world(&[]);
    let operator = app.operator();
    tell(&app, &acme, &overdue(3));
    wait_for(&operator, "", all_are("sent"));
    // As a process leaves it that was killed while it sent.
    run(
        &app,
        "UPDATE deliveries SET state = 'sending', ended_at = NULL, due_at = '2999-01-01 00:00:00'",
    );
    courier_passes(&app);
    assert!(
        all_are("sending")(&deliveries(&operator, "")),
        "nobody takes what another holds"
    );
    run(&app, "UPDATE deliveries SET due_at = '2020-01-01 00:00:00'");
    let sent = wait_for(&operator, "via=sms", all_are("sent"));
    assert_eq!(sent[0]["tries"], 2);
}

#[test]
fn the_log_is_filtered_and_forgets_after_half_a_year() {
    let (app, acme) = world(&[]);
    let operator = app.operator();
    tell(&app, &acme, &overdue(3));
    wait_for(&operator, "", all_are("sent"));
    let found = |query: &str| deliveries(&operator, query).len();
    for (query, count) in [
        ("enterprise_name=%E8%B6%85%E5%B0%94", 2),
        ("enterprise_name=nobody", 0),
        ("via=email", 1),
        ("state=failed", 0),
        ("notice_code=filing_overdue", 2),
        ("notice_code=contact_stale", 0),
        ("created_from=2000-01-01", 2),
        ("created_to=2000-01-01", 0),
    ] {
        assert_eq!(found(query), count, "{query}");
    }
    app.clock.advance_seconds(181 * 86_400);
    let operator = app.sign_in("operator", None);
    notify::sweep_send_log(&app.state.db).unwrap();
    assert_eq!(deliveries(&operator, "").len(), 0);
    let acme = app.sign_in("91330109589891087U", Some(acme.enterprise().clone()));
    assert_eq!(
        items(&acme.get("/api/v1/notices").expect(200)).len(),
        1,
        "the notice stays"
    );
}
