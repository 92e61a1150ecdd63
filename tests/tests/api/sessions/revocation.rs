//! What ends access, within a second, on every server of a database.

use super::{PASSWORD, PHONE, USCC, bearer, cookie, registered, sign_in, sign_in_as};
use serde_json::json;
use std::time::Duration;
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
        let seen = acme.get("/api/v1/enterprise");
        let shown = seen.json();
        let mut record = json!({"enterprise_types": ["sales"]});
        for field in [
            "name",
            "region_code",
            "registered_address",
            "contact_name",
            "contact_phone",
        ] {
            record[field] = shown[field].clone();
        }
        record["company_prefixes"] = json!([]);
        let changed = acme
            .with("if-match", seen.header("etag"))
            .put("/api/v1/enterprise", &record);
        assert_eq!(changed.status, 200, "{}", changed.text());
        wait_for("the right to be gone", Duration::from_secs(1), || {
            match acme.get("/api/v1/products").status {
                200 => Err("it is there"),
                _ => Ok(()),
            }
        });
    });
}
