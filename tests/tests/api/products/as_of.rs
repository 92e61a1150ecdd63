//! What a consumer saw on a day, for disputes.

use super::{at, put};
use chrono::NaiveDate;
use serde_json::json;
use std::fmt::Display;
use tests::{Actor, TestApp};

const DAY: i64 = 86_400;

/// Lets a day go by and signs in again.
fn next_day(app: &TestApp, who: &Actor) -> Actor {
    app.clock.advance_seconds(DAY);
    app.sign_in("91330109589891087U", Some(who.enterprise().clone()))
}

fn page(of: &Actor, id: &impl Display, on: NaiveDate, code: &str) -> String {
    let reply = of.get(&at(id, &format!("/as-of?on={on}{code}")));
    assert_eq!(reply.status, 200, "{}", reply.text());
    reply.text()
}

#[test]
fn a_day_shows_the_record_and_the_states_that_held_then() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let today = || app.clock.now().beijing_date();
    let (id, first) = (app.draft(&acme, "6901234567892"), today());
    acme.batch(&id, "B1");
    acme.issue(&id, "A", "001", 10);

    let acme = next_day(&app, &acme);
    let activated = today();
    acme.activate(&id);

    let acme = next_day(&app, &acme);
    let amended = today();
    put(&acme, &id, |r| r["warranty_period"] = json!("36 个月")).expect(200);
    let product = id.to_string();
    acme.post(
        "/api/v1/unit-associations",
        &json!({"product_id": product, "first_serial": "A003", "last_serial": "A005", "quantity": 3, "batch_no": "B1"}),
    )
    .expect(200);

    let acme = next_day(&app, &acme);
    let voided = today();
    acme.post(
        "/api/v1/unit-voids",
        &json!({"product_id": product, "first_serial": "A004", "last_serial": "A004", "quantity": 1, "reason": "运输损坏"}),
    )
    .expect(200);

    assert!(page(&acme, &id, first, "").contains("未激活"));
    let then = page(&acme, &id, activated, "");
    assert!(then.contains("细工木板") && !then.contains("36 个月"));
    assert!(page(&acme, &id, amended, "").contains("36 个月"));

    let unit = |on, serial: &str| page(&acme, &id, on, &format!("&serial={serial}"));
    assert!(!unit(activated, "A004").contains("B1"));
    assert!(unit(amended, "A004").contains("B1") && !unit(amended, "A004").contains("运输损坏"));
    assert!(unit(voided, "A004").contains("运输损坏"));
    assert!(!unit(voided, "A003").contains("运输损坏") && !unit(voided, "A001").contains("B1"));

    let before = first.pred_opt().unwrap();
    assert!(page(&acme, &id, before, "").contains("未登记"));
    let tomorrow = today().succ_opt().unwrap();
    let early = acme.get(&at(&id, &format!("/as-of?on={tomorrow}")));
    assert_eq!(early.expect_problem(422), "scan.day_to_come");
    let rival = app.sign_in("91330482746305409W", Some(rival.enterprise().clone()));
    assert_eq!(rival.get(&at(&id, &format!("/as-of?on={first}"))).status, 404);
    // Looking back is no scan.
    assert_eq!(app.scan("/01/06901234567892/21/A001").expect(200)["scans"], 1);
}
