//! What was written, counted (F179).

use super::{form, later, world};
use serde_json::{Value, json};
use tests::FeedbackForm;

#[test]
fn messages_are_counted_by_kind_status_day_and_product_and_by_how_soon_they_are_answered() {
    let (app, acme, _) = world();
    let other = app.product(&acme, "6921734976505").to_string();
    let empty = acme.get("/api/v1/feedback/statistics").expect(200);
    assert_eq!(
        json!([
            empty["total"],
            empty["replied"],
            empty["median_reply_seconds"],
            empty["by_product"]
        ]),
        json!([0, 0, null, []])
    );
    assert_eq!(empty["by_day"].as_array().unwrap().len(), 30);

    form(&app, "/21/A001").send(&app).expect(201);
    form(&app, "/21/A002")
        .with("kind", "service")
        .send(&app)
        .expect(201);
    let acme = later(&app, 2 * 24 * 3600);
    let about_other = FeedbackForm::of(&app, "/01/06921734976505");
    app.clock.advance_seconds(3);
    about_other.send(&app).expect(201);
    let list = acme.get("/api/v1/feedback").expect(200)["items"]
        .as_array()
        .unwrap()
        .clone();
    let reply = |item: &Value| {
        let path = format!("/api/v1/feedback/{}/reply", item["id"].as_str().unwrap());
        acme.post(&path, &json!({"text": "已处理"})).expect(200);
    };
    reply(&list[0]);
    app.clock.advance_seconds(100);
    reply(&list[1]);

    let s = acme.get("/api/v1/feedback/statistics").expect(200);
    assert_eq!((&s["total"], &s["replied"]), (&json!(3), &json!(2)));
    let median = s["median_reply_seconds"].as_i64().unwrap();
    assert!(
        (24 * 3600..=24 * 3600 + 120).contains(&median),
        "half of nothing and two days: {median}"
    );
    assert_eq!(
        s["by_state"],
        json!([{"state": "open", "count": 1}, {"state": "in_progress", "count": 0}, {"state": "done", "count": 2}])
    );
    assert_eq!(
        (&s["by_kind"][0], &s["by_kind"][3]),
        (
            &json!({"kind": "quality", "count": 2}),
            &json!({"kind": "service", "count": 1})
        )
    );
    let days: Vec<i64> = s["by_day"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| d["count"].as_i64().unwrap())
        .collect();
    assert_eq!((&days[27..], days.iter().sum::<i64>()), (&[2, 0, 1][..], 3));
    let products: Vec<Value> = s["by_product"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| json!([p["trace_code"], p["count"]]))
        .collect();
    assert_eq!(
        products,
        [json!(["6901234567892", 2]), json!(["6921734976505", 1])]
    );
    assert_eq!(s["by_product"][1]["product_id"], other);
}
