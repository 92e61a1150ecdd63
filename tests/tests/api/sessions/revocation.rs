//! What ends access, within a second, on every server of a database.

use super::{PASSWORD, PHONE, USCC, bearer, cookie, registered, sign_in, sign_in_as};
use serde_json::json;
use std::{
    sync::atomic::{AtomicBool, Ordering::SeqCst},
    thread,
    time::Duration,
};
use tests::{Actor, Reply, TestApp, wait_for};

/// Opens a session that both servers believe in, pulls the trigger, and waits for the second server to refuse it.
fn refused_within_a_second(app: &TestApp, beside: &TestApp, trigger: impl FnOnce(&Actor, &Reply)) {
    let opened = sign_in(app);
    let here = bearer(app, &opened);
    let there = beside.anyone().with_token(here.token());
    here.get("/api/v1/me").expect(200);
    there.get("/api/v1/products").expect(200);
    trigger(&here, &opened);
    assert!(
        matches!(here.get("/api/v1/products").status, 401 | 403),
        "at once where it happened"
    );
    wait_for(
        "the other server to refuse",
        Duration::from_secs(1),
        || match there.get("/api/v1/products").status {
            200 => Err("it believes"),
            _ => Ok(()),
        },
    );
    assert!(matches!(there.get("/api/v1/products").status, 401 | 403));
}

#[test]
fn leaving_changing_resetting_disabling_and_copying_end_access() {
    let app = registered();
    let beside = app.beside();
    let operator = app.operator();
    refused_within_a_second(&app, &beside, |acme, _| {
        assert_eq!(acme.delete("/api/v1/sessions/current").status, 204)
    });
    refused_within_a_second(&app, &beside, |_, opened| {
        let token = cookie(opened, "pinma_refresh");
        let browser = app
            .anyone()
            .with("cookie", &token)
            .with("x-requested-with", "pinma");
        let renew = || browser.post("/api/v1/sessions/refresh", &json!({})).status;
        assert_eq!([renew(), renew()], [200, 200], "the answer may have been lost");
        app.clock.advance_seconds(60);
        assert_eq!(renew(), 401);
    });
    let enterprises = operator.get("/api/v1/platform/enterprises").expect(200);
    let enterprise = format!(
        "/api/v1/platform/enterprises/{}",
        enterprises["items"][0]["id"].as_str().unwrap()
    );
    refused_within_a_second(&app, &beside, |_, _| {
        let disabled = operator.post(
            &format!("{enterprise}/disable"),
            &json!({"reason": "主体资格已注销"}),
        );
        assert_eq!(disabled.status, 204);
    });
    assert_eq!(sign_in(&app).expect_problem(403), "auth.account_disabled");
    assert_eq!(
        operator.post(&format!("{enterprise}/enable"), &json!({})).status,
        204
    );
    refused_within_a_second(&app, &beside, |acme, _| {
        let new = json!({"old_password": PASSWORD, "new_password": "Zx8#qWe4rT"});
        assert_eq!(acme.put("/api/v1/me/password", &new).status, 204);
    });
    let back = |password: &str, code: &str| json!({"login_name": USCC, "phone": PHONE, "sms_code": code, "new_password": password});
    app.clock.advance_seconds(61);
    let code = app.send_sms(PHONE, "password_reset");
    assert_eq!(
        app.anyone()
            .post("/api/v1/password-resets", &back(PASSWORD, &code))
            .status,
        204
    );
    refused_within_a_second(&app, &beside, |_, _| {
        app.clock.advance_seconds(61);
        let code = app.send_sms(PHONE, "password_reset");
        assert_eq!(
            app.anyone()
                .post("/api/v1/password-resets", &back("Zx8#qWe4rT", &code))
                .status,
            204
        );
    });
    assert_eq!(sign_in_as(&app.anyone(), USCC, PASSWORD).status, 401);
}

/// The rights of an enterprise follow its types, also for those who are signed in.
#[test]
fn rights_that_are_taken_away_are_gone_within_a_second() {
    let app = registered();
    let beside = app.beside();
    refused_within_a_second(&app, &beside, |acme, _| {
        let open = acme.get("/api/v1/identity-requests?state=submitted").expect(200);
        let withdrawn = format!(
            "/api/v1/identity-requests/{}/withdraw",
            open["items"][0]["id"].as_str().unwrap()
        );
        acme.post(&withdrawn, &json!({})).expect(200);
        let asked = acme
            .ask_identity(|r| r["enterprise_types"] = json!(["sales"]))
            .expect(201);
        app.operator().approve_identity(&asked).expect(204);
        wait_for("the right to be gone", Duration::from_secs(1), || {
            match acme.get("/api/v1/products").status {
                200 => Err("it is there"),
                _ => Ok(()),
            }
        });
    });
}

/// Whoever knows the old password signs in again and again while it is replaced: nothing that was opened with it lives on, whichever
/// was judged, hashed or written first.
#[test]
fn no_session_of_the_old_password_outlives_its_change() {
    let app = registered();
    let passwords = [PASSWORD, "Zx8#qWe4rT", PASSWORD, "Zx8#qWe4rT", PASSWORD];
    let mut opened_meanwhile = 0;
    for pair in passwords.windows(2) {
        let (old, new) = (pair[0], pair[1]);
        let own = sign_in_as(&app.anyone(), USCC, old);
        let (owner, device) = (bearer(&app, &own), cookie(&own, "pinma_device"));
        let done = AtomicBool::new(false);
        let replies: Vec<Reply> = thread::scope(|threads| {
            let thieves: Vec<_> = (0..4)
                .map(|_| {
                    threads.spawn(|| {
                        let thief = app.anyone().with("cookie", &device);
                        let mut replies = vec![];
                        while !done.load(SeqCst) {
                            replies.push(sign_in_as(&thief, USCC, old));
                        }
                        replies
                    })
                })
                .collect();
            let body = json!({"old_password": old, "new_password": new});
            assert_eq!(owner.put("/api/v1/me/password", &body).status, 204);
            done.store(true, SeqCst);
            thieves.into_iter().flat_map(|t| t.join().unwrap()).collect()
        });
        for reply in replies.iter().filter(|r| r.status == 201) {
            opened_meanwhile += 1;
            let browser = app
                .anyone()
                .with("cookie", &cookie(reply, "pinma_refresh"))
                .with("x-requested-with", "pinma");
            assert_eq!(browser.post("/api/v1/sessions/refresh", &json!({})).status, 401);
        }
        app.clock.advance_seconds(901);
    }
    assert!(
        opened_meanwhile > 0,
        "nobody got in before the change, so nothing was shown"
    );
}

/// A stolen token and the old password, while the owner changes it, must not set another phone to reset it with.
#[test]
fn the_phone_does_not_change_by_a_password_that_was_changed_meanwhile() {
    let app = registered();
    let passwords = [PASSWORD, "Zx8#qWe4rT", PASSWORD, "Zx8#qWe4rT"];
    for pair in passwords.windows(2) {
        let (old, new) = (pair[0], pair[1]);
        let (owner, thief) = (
            sign_in_as(&app.anyone(), USCC, old),
            sign_in_as(&app.anyone(), USCC, old),
        );
        let (owner, thief) = (bearer(&app, &owner), bearer(&app, &thief));
        let seen = thief.get("/api/v1/enterprise");
        let shown = seen.json();
        let mut record = json!({"enterprise_types": ["production"], "company_prefixes": [], "password": old});
        for field in ["name", "region_code", "registered_address", "contact_name"] {
            record[field] = shown[field].clone();
        }
        record["contact_phone"] = json!("13900139999");
        record["sms_code"] = json!(app.send_sms("13900139999", "phone_change"));
        let thief = thief.with("if-match", seen.header("etag"));
        let (changed, taken) = thread::scope(|threads| {
            let change = threads.spawn(|| {
                owner.put(
                    "/api/v1/me/password",
                    &json!({"old_password": old, "new_password": new}),
                )
            });
            let take = threads.spawn(|| thief.put("/api/v1/enterprise", &record));
            (change.join().unwrap(), take.join().unwrap())
        });
        assert!(
            matches!((changed.status, taken.status), (204, 200 | 401 | 422)),
            "{} {}",
            changed.status,
            taken.text()
        );
        if taken.status == 200 {
            // It was before the change then, with a session that lived.
            let back = bearer(&app, &sign_in_as(&app.anyone(), USCC, new));
            record["contact_phone"] = json!(PHONE);
            record["password"] = json!(new);
            app.clock.advance_seconds(61);
            record["sms_code"] = json!(app.send_sms(PHONE, "phone_change"));
            let etag = back.get("/api/v1/enterprise").header("etag").to_owned();
            assert_eq!(
                back.with("if-match", &etag)
                    .put("/api/v1/enterprise", &record)
                    .status,
                200
            );
        }
        app.clock.advance_seconds(901);
    }
}
