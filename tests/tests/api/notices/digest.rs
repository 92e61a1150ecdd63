//! One digest an enterprise, a kind and a day, by day: K5.

use super::{EMAIL, deliveries, items, overdue, run, wait_for, world};
use coding::filing::notice::FilingNotice;
use enterprise::{
    notice::{EnterpriseNotice, notify_enterprise},
    qualification::remind_of_qualifications,
};
use kernel::{Timestamp, days};
use notify::Notice;
use serde_json::{Value, json};
use std::{fs, os::unix::fs::PermissionsExt, path::Path, sync::atomic::AtomicBool, thread};
use tests::{Actor, TestApp, png};

const DAY: i64 = 86_400;

/// Moves the clock to this hour and minute in China, of tomorrow or so many days later.
fn at(app: &TestApp, later: i64, hour: i64, minute: i64) {
    let now: Timestamp = app.clock.now();
    let day = now.beijing_date() + chrono::Days::new(later.unsigned_abs());
    let then = days::start_of(day)
        .unwrap()
        .plus_seconds(hour * 3600 + minute * 60);
    app.clock.advance_seconds(then.seconds_since(now));
}

fn courier_passes(app: &TestApp) {
    let stopping = AtomicBool::new(false);
    app.state.courier().work(&app.state.db, &stopping).unwrap();
}

fn tell_all(app: &TestApp, whom: &Actor, count: i64) {
    app.state
        .db
        .write(whom.enterprise(), |c| {
            (0..count).try_for_each(|n| notify_enterprise(c, &overdue(n)))
        })
        .unwrap();
}

fn log(app: &TestApp, query: &str) -> Vec<Value> {
    deliveries(&app.sign_in("operator", None), query)
}

fn facts(found: &[Value]) -> Vec<(String, String, i64)> {
    let mut facts: Vec<_> = found
        .iter()
        .map(|d| {
            let text = |name: &str| d[name].as_str().unwrap().to_owned();
            (text("via"), text("state"), d["notices"].as_i64().unwrap())
        })
        .collect();
    facts.sort();
    facts
}

fn fact(via: &str, state: &str, notices: i64) -> (String, String, i64) {
    (via.to_owned(), state.to_owned(), notices)
}

#[test]
fn three_hundred_reminders_at_midnight_are_one_sms_and_one_mail_in_the_morning() {
    let (app, acme) = world(&[]);
    app.operator();
    at(&app, 1, 0, 2);
    tell_all(&app, &acme, 300);
    let due = Notice::new(FilingNotice::FilingDue {
        product: "细工木板".to_owned(),
        period: "11 月".to_owned(),
        due_on: "2026-12-05".to_owned(),
    });
    app.state
        .db
        .write(acme.enterprise(), |c| notify_enterprise(c, &due))
        .unwrap();
    courier_passes(&app);
    assert_eq!(
        facts(&log(&app, "")),
        [fact("email", "waiting", 301), fact("sms", "waiting", 300)],
        "nothing leaves at night"
    );
    at(&app, 0, 9, 0);
    let operator = app.sign_in("operator", None);
    let sent = wait_for(&operator, "", |d| d.iter().all(|d| d["state"] == "sent"));
    assert_eq!(sent.len(), 2);
    let sms = app.anyone().get("/api/v1/development/sms-messages").expect(200);
    assert_eq!(
        sms[0]["text"],
        "【品码】您有 300 条新消息：生产信息逾期未填报 300 条。请登录品码，在“消息”中查看。"
    );
    let mail = app.anyone().get("/api/v1/development/mails").expect(200)[0].clone();
    assert_eq!(
        (&mail["address"], &mail["subject"]),
        (
            &json!(EMAIL),
            &json!("【品码】生产信息逾期未填报 300 条、生产信息待填报 1 条")
        )
    );
    let text = mail["text"].as_str().unwrap();
    assert!(
        text.contains("20. ") && !text.contains("21. ") && text.contains("另有 281 条"),
        "{text}"
    );
    // What comes after that is told tomorrow; another kind has a digest of its own, in ten minutes.
    at(&app, 0, 10, 0);
    tell_all(&app, &acme, 2);
    let stale = Notice::new(EnterpriseNotice::ContactStale {
        contact: "李".to_owned(),
        days: 181,
    });
    app.state
        .db
        .write(acme.enterprise(), |c| notify_enterprise(c, &stale))
        .unwrap();
    at(&app, 0, 10, 11);
    let operator = app.sign_in("operator", None);
    wait_for(&operator, "notice_code=contact_stale", |d| {
        d.iter().all(|d| d["state"] == "sent")
    });
    at(&app, 0, 19, 59);
    courier_passes(&app);
    let waiting = log(&app, "notice_code=filing_overdue&state=waiting");
    assert_eq!(
        facts(&waiting),
        [fact("email", "waiting", 2), fact("sms", "waiting", 2)]
    );
    at(&app, 1, 9, 1);
    let operator = app.sign_in("operator", None);
    wait_for(&operator, "notice_code=filing_overdue", |d| {
        d.len() == 4 && d.iter().all(|d| d["state"] == "sent")
    });
    let acme = app.sign_in("91330109589891087U", Some(acme.enterprise().clone()));
    assert_eq!(
        acme.get("/api/v1/notices").expect(200)["total"],
        304,
        "the console has them all"
    );
}

#[test]
fn what_is_urgent_leaves_at_night() {
    let (app, acme) = world(&[]);
    app.operator();
    at(&app, 1, 2, 0);
    let urgent = Notice::new(EnterpriseNotice::EnterpriseEnabled {
        enterprise: "超尔".to_owned(),
    });
    app.state
        .db
        .write(acme.enterprise(), |c| notify_enterprise(c, &urgent))
        .unwrap();
    let operator = app.sign_in("operator", None);
    let sent = wait_for(&operator, "", |d| d.iter().all(|d| d["state"] == "sent"));
    assert_eq!(facts(&sent), [fact("email", "sent", 1), fact("sms", "sent", 1)]);
}

#[test]
fn a_single_notice_is_told_in_its_own_words() {
    let (app, acme) = world(&[]);
    app.operator();
    at(&app, 1, 0, 2);
    tell_all(&app, &acme, 1);
    at(&app, 0, 9, 1);
    let operator = app.sign_in("operator", None);
    wait_for(&operator, "", |d| d.iter().all(|d| d["state"] == "sent"));
    let mail = app.anyone().get("/api/v1/development/mails").expect(200)[0].clone();
    assert_eq!(mail["subject"], "【品码】生产信息逾期未填报");
    assert!(
        mail["text"]
            .as_str()
            .unwrap()
            .contains("https://q.example.com/filings")
    );
}

/// A program that sends while a file is there.
fn sending_while_up(folder: &Path) -> String {
    let (program, dir) = (folder.join("send"), folder.display());
    let script =
        format!("#!/bin/sh\ntext=$(cat)\n[ -e {dir}/up ] || exit 1\nprintf '%s\\n' \"$text\" >>{dir}/sent\n");
    fs::write(&program, script).unwrap();
    fs::set_permissions(&program, PermissionsExt::from_mode(0o700)).unwrap();
    format!("command:{}", program.display())
}

#[test]
fn a_digest_that_could_not_leave_for_a_day_comes_once_after() {
    let folder = tempfile::tempdir().unwrap();
    let (app, acme) = world(&[("PINMA_SMS", &sending_while_up(folder.path()))]);
    app.operator();
    at(&app, 1, 0, 2);
    tell_all(&app, &acme, 3);
    at(&app, 0, 9, 0);
    for _ in 0..11 {
        courier_passes(&app);
        app.clock.advance_seconds(7300);
    }
    let waiting = log(&app, "via=sms");
    assert_eq!(facts(&waiting), [fact("sms", "waiting", 3)]);
    let due = waiting[0]["due_at"].as_str().unwrap().to_owned();
    assert!(("01:00"..="12:00").contains(&&due[11..16]), "only by day: {due}");
    // The next day more is to be told.
    tell_all(&app, &acme, 2);
    courier_passes(&app);
    fs::write(folder.path().join("up"), "").unwrap();
    at(&app, 1, 11, 0);
    for _ in 0..3 {
        courier_passes(&app);
        app.clock.advance_seconds(7700);
    }
    let operator = app.sign_in("operator", None);
    let sent = wait_for(&operator, "via=sms", |d| d.iter().all(|d| d["state"] == "sent"));
    assert_eq!(facts(&sent), [fact("sms", "sent", 5)]);
    let texts = fs::read_to_string(folder.path().join("sent")).unwrap();
    assert_eq!(texts.lines().count(), 1, "{texts}");
    assert!(texts.contains("您有 5 条新消息"), "{texts}");
}

#[test]
fn who_opts_out_is_not_sent_what_waits() {
    let (app, acme) = world(&[]);
    app.operator();
    at(&app, 1, 0, 2);
    tell_all(&app, &acme, 4);
    let acme = app.sign_in("91330109589891087U", Some(acme.enterprise().clone()));
    let before = acme.get("/api/v1/notice-settings").expect(200);
    let sms: Vec<_> = before["wants_sms"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|k| **k != "filing")
        .collect();
    let quiet = json!({"wants_sms": sms, "wants_email": before["wants_email"]});
    acme.with("if-match", "\"0\"")
        .put("/api/v1/notice-settings", &quiet)
        .expect(200);
    tell_all(&app, &acme, 1);
    at(&app, 0, 9, 1);
    let operator = app.sign_in("operator", None);
    let sent = wait_for(&operator, "", |d| d.iter().all(|d| d["state"] == "sent"));
    assert_eq!(facts(&sent), [fact("email", "sent", 5)]);
}

#[test]
fn two_servers_that_tell_and_send_at_once_make_one_digest() {
    let (app, acme) = world(&[]);
    app.operator();
    at(&app, 1, 0, 2);
    thread::scope(|s| {
        for n in 0..8 {
            let (app, acme) = (&app, &acme);
            s.spawn(move || {
                let told = app.state.db.write(acme.enterprise(), |c| {
                    notify_enterprise(c, &overdue(n).once(format!("{}", n % 6)))
                });
                told.unwrap();
            });
        }
    });
    assert_eq!(
        facts(&log(&app, "")),
        [fact("email", "waiting", 6), fact("sms", "waiting", 6)]
    );
    at(&app, 0, 9, 1);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| courier_passes(&app));
        }
    });
    let operator = app.sign_in("operator", None);
    wait_for(&operator, "", |d| d.iter().all(|d| d["state"] == "sent"));
    let sms = app.anyone().get("/api/v1/development/sms-messages").expect(200);
    assert_eq!(sms.as_array().unwrap().len(), 1, "{sms}");
}

#[test]
fn a_clock_that_is_set_back_sends_nothing_twice() {
    let (app, acme) = world(&[]);
    app.operator();
    at(&app, 1, 0, 2);
    tell_all(&app, &acme, 2);
    at(&app, 0, 9, 1);
    let operator = app.sign_in("operator", None);
    wait_for(&operator, "", |d| d.iter().all(|d| d["state"] == "sent"));
    app.clock.advance_seconds(-7200);
    tell_all(&app, &acme, 1);
    app.clock.advance_seconds(9000);
    courier_passes(&app);
    assert_eq!(
        facts(&log(&app, "via=sms")),
        [fact("sms", "sent", 2), fact("sms", "waiting", 1)]
    );
    at(&app, 1, 9, 1);
    let operator = app.sign_in("operator", None);
    wait_for(&operator, "", |d| {
        d.len() == 4 && d.iter().all(|d| d["state"] == "sent")
    });
}

#[test]
fn a_qualification_is_reminded_of_four_times() {
    let (app, acme) = world(&[]);
    let ends = app.clock.now().beijing_date() + chrono::Days::new(70);
    let picture = acme
        .upload("qualification_picture", "d.png", &png(8, 8))
        .expect(201)["id"]
        .clone();
    let record = json!({"kind": "ccc", "number": "2016010706840003", "is_public": true, "expires_on": ends,
                        "picture_file_ids": [picture]});
    acme.post("/api/v1/qualifications", &record).expect(201);
    let told = || {
        remind_of_qualifications(&app.state.db).unwrap();
        remind_of_qualifications(&app.state.db).unwrap();
        let acme = app.sign_in("91330109589891087U", Some(acme.enterprise().clone()));
        items(&acme.get("/api/v1/notices?page_size=50").expect(200))
            .iter()
            .filter(|n| n["notice_code"] == "qualification_expiring")
            .count()
    };
    let after = |days: i64| {
        app.clock.advance_seconds(days * DAY);
        told()
    };
    // 70, 60, 59, 30, 7, 1, 0 days before, and after the end.
    assert_eq!(
        [0, 10, 1, 29, 23, 6, 1, 1, 30].map(after),
        [0, 1, 1, 2, 3, 3, 4, 4, 4]
    );
    let acme = app.sign_in("91330109589891087U", Some(acme.enterprise().clone()));
    let notice = items(&acme.get("/api/v1/notices").expect(200)).remove(0);
    assert!(
        notice["text"]
            .as_str()
            .unwrap()
            .contains(&format!("2016010706840003”将于 {ends} 到期")),
        "{notice}"
    );
    run(&app, "UPDATE enterprises SET state = 'disabled'");
}
