//! The phone that can reset a password changes only for whoever knows the password.

use super::{PHONE, bearer, registered, sign_in};
use serde_json::{Value, json};
use tests::{Actor, PASSWORD, Reply};

fn change_with(acme: &Actor, phone: &str, password: Option<&str>, code: Option<&str>) -> Reply {
    let seen = acme.get("/api/v1/enterprise");
    let shown = seen.json();
    let mut record = json!({"company_prefixes": [], "contact_phone": phone});
    for field in [
        "name",
        "region_code",
        "enterprise_types",
        "registered_address",
        "contact_name",
    ] {
        record[field] = shown[field].clone();
    }
    if let Some(password) = password {
        record["password"] = Value::from(password);
    }
    if let Some(code) = code {
        record["sms_code"] = Value::from(code);
    }
    acme.with("if-match", seen.header("etag"))
        .put("/api/v1/enterprise", &record)
}

/// With a code that was never sent.
fn change(acme: &Actor, phone: &str, password: Option<&str>) -> Reply {
    change_with(acme, phone, password, Some("000000"))
}

// K9: whoever types somebody else's number would give away the account.
#[test]
fn a_new_phone_has_to_be_in_hand() {
    let app = registered();
    let acme = bearer(&app, &sign_in(&app));
    const NEW: &str = "13700137001";
    let with = |code: Option<&str>| change_with(&acme, NEW, Some(PASSWORD), code);
    assert_eq!(with(None).wrong_fields(), ["/sms_code sms.code_needed"]);
    assert_eq!(
        with(Some("000000")).wrong_fields(),
        ["/sms_code sms.code_expired"]
    );
    // A code for something else, or of another phone, is none.
    let other = app.send_sms("13700137002", "phone_change");
    assert_eq!(with(Some(&other)).wrong_fields(), ["/sms_code sms.code_expired"]);
    let for_reset = app.send_sms(NEW, "password_reset");
    assert_eq!(
        with(Some(&for_reset)).wrong_fields(),
        ["/sms_code sms.code_expired"]
    );
    app.clock.advance_seconds(60);
    let code = app.send_sms(NEW, "phone_change");
    let wrong = if code == "000000" { "000001" } else { "000000" };
    assert_eq!(with(Some(wrong)).wrong_fields(), ["/sms_code sms.code_wrong"]);
    assert_eq!(acme.get("/api/v1/enterprise").expect(200)["contact_phone"], PHONE);
    with(Some(&code)).expect(200);
    assert_eq!(acme.get("/api/v1/enterprise").expect(200)["contact_phone"], NEW);
    // It is used up: back and forth needs another one.
    app.clock.advance_seconds(60);
    let back = app.send_sms(PHONE, "phone_change");
    change_with(&acme, PHONE, Some(PASSWORD), Some(&back)).expect(200);
    assert_eq!(with(Some(&code)).wrong_fields(), ["/sms_code sms.code_expired"]);
}

#[test]
fn a_stolen_token_does_not_become_a_password() {
    let app = registered();
    let acme = bearer(&app, &sign_in(&app));
    const OTHER: &str = "13700137000";
    assert_eq!(
        change(&acme, OTHER, None).wrong_fields(),
        ["/password password.needed"]
    );
    for _ in 0..5 {
        assert_eq!(
            change(&acme, OTHER, Some("Wrong1!pw")).wrong_fields(),
            ["/password password.wrong"]
        );
    }
    assert_eq!(
        change(&acme, OTHER, Some(PASSWORD)).status,
        429,
        "guesses are counted"
    );
    let shown = acme.get("/api/v1/enterprise").expect(200);
    assert_eq!(shown["contact_phone"], PHONE);

    app.clock.advance_seconds(901);
    let acme = bearer(&app, &sign_in(&app));
    assert_eq!(
        change(&acme, PHONE, None).status,
        200,
        "the same phone needs no proof"
    );
    let code = app.send_sms(OTHER, "phone_change");
    assert_eq!(change_with(&acme, OTHER, Some(PASSWORD), Some(&code)).status, 200);
    assert_eq!(acme.get("/api/v1/enterprise").expect(200)["contact_phone"], OTHER);
}
