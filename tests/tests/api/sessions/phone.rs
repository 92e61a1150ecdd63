//! The phone that can reset a password changes only for whoever knows the password.

use super::{PHONE, bearer, registered, sign_in};
use serde_json::{Value, json};
use tests::{Actor, PASSWORD, Reply};

fn change(acme: &Actor, phone: &str, password: Option<&str>) -> Reply {
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
    acme.with("if-match", seen.header("etag"))
        .put("/api/v1/enterprise", &record)
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
    assert_eq!(change(&acme, OTHER, Some(PASSWORD)).status, 200);
    assert_eq!(acme.get("/api/v1/enterprise").expect(200)["contact_phone"], OTHER);
}
