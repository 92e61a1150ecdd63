//! The reminder to confirm the contact: F014.

use super::{deliveries, items, world};
use enterprise::remind_of_stale_contacts;
use serde_json::json;

const DAY: i64 = 86_400;

#[test]
fn who_did_not_confirm_for_long_is_reminded_every_thirty_days() {
    let (app, acme) = world(&[]);
    let operator = app.operator();
    let remind = || remind_of_stale_contacts(&app.state.db).unwrap();
    let acme = || app.sign_in("91330109589891087U", Some(acme.enterprise().clone()));
    let notices = || items(&acme().get("/api/v1/notices").expect(200)).len();
    remind();
    assert_eq!(notices(), 0, "just confirmed");
    app.clock.advance_seconds(181 * DAY);
    for _ in 0..3 {
        remind();
    }
    assert_eq!(notices(), 1, "once, however often the chore runs");
    let told = items(&acme().get("/api/v1/notices").expect(200)).remove(0);
    assert_eq!(
        (&told["notice_code"], &told["link"]),
        (&json!("contact_stale"), &json!("/enterprise"))
    );
    assert!(
        told["text"].as_str().unwrap().contains("已 181 天未确认"),
        "{told}"
    );
    app.clock.advance_seconds(29 * DAY);
    let first = app.sign_in("operator", None);
    super::wait_for(&first, "notice_code=contact_stale", super::all_are("sent"));
    remind();
    assert_eq!(notices(), 1);
    app.clock.advance_seconds(2 * DAY);
    remind();
    assert_eq!(notices(), 2, "again after thirty days");
    acme()
        .post("/api/v1/enterprise/confirm-contact", &json!({}))
        .expect(200);
    app.clock.advance_seconds(60 * DAY);
    remind();
    assert_eq!(notices(), 2, "until someone confirms");
    drop(operator);
    let operator = app.sign_in("operator", None);
    assert!(
        deliveries(&operator, "notice_code=contact_stale").len() >= 4,
        "by SMS and by mail"
    );
}

#[test]
fn a_disabled_enterprise_is_left_alone() {
    let (app, _) = world(&[]);
    super::run(&app, "UPDATE enterprises SET state = 'disabled'");
    app.clock.advance_seconds(200 * DAY);
    remind_of_stale_contacts(&app.state.db).unwrap();
    // The operator's log tells, as nobody of the enterprise can sign in. It
    // stays disabled: the program reminds by itself too, whenever it has started.
    let operator = app.operator();
    assert!(deliveries(&operator, "notice_code=contact_stale").is_empty());
}
