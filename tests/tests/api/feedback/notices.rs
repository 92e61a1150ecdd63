//! The maker is told of each message in the console, and by mail of the first in an hour.

use super::{form, later, world};
use db::diesel::{RunQueryDsl, sql_query};
use serde_json::json;

#[test]
fn a_flood_of_messages_is_no_flood_of_mails() {
    let (app, acme, rival) = world();
    let emailed = app.state.db.write_platform(|c| {
        sql_query("UPDATE enterprises SET email = 'office@example.com'")
            .execute(c.conn())
            .map_err(db::Fault::from)
    });
    emailed.unwrap();
    let operator = app.operator();
    let mails = || operator.get("/api/v1/platform/deliveries").expect(200)["total"].clone();
    for n in 1..=3 {
        form(&app, &format!("/21/A00{n}")).send(&app).expect(201);
    }
    let told = acme.get("/api/v1/notices").expect(200);
    assert_eq!((&told["total"], mails()), (&json!(3), json!(1)));
    let newest = &told["items"][0];
    let text = newest["text"].as_str().unwrap();
    assert!(text.contains("细工木板") && text.contains("质量问题"), "{text}");
    let list = acme.get("/api/v1/feedback").expect(200);
    let id = list["items"][0]["id"].as_str().unwrap();
    assert_eq!(newest["link"], format!("/consumer-feedback/{id}"));
    assert_eq!(rival.get("/api/v1/notices").expect(200)["total"], 0);

    // A message that is refused, or sent twice, tells nobody.
    let twice = form(&app, "/21/A004");
    twice.send(&app).expect(201);
    twice.send(&app).expect(201);
    form(&app, "").with("text", "短").send(&app).expect_problem(422);
    assert_eq!(acme.get("/api/v1/notices").expect(200)["total"], 4);

    let acme = later(&app, 3601);
    let operator = app.sign_in("operator", None);
    form(&app, "/21/A005").send(&app).expect(201);
    assert_eq!(acme.get("/api/v1/notices").expect(200)["total"], 5);
    // At night they wait for one digest; by day the first has left.
    let total = operator.get("/api/v1/platform/deliveries").expect(200)["total"].as_i64();
    assert!((1..=2).contains(&total.unwrap()), "{total:?}");
}
