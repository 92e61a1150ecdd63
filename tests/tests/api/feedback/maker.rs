//! The maker reads, replies and notes; nothing of it is ever overwritten (F105, F179).

use super::{form, later, only_message, world};
use serde_json::{Value, json};

#[test]
fn a_maker_replies_and_the_consumer_reads_it() {
    let (app, acme, _) = world();
    let made = form(&app, "/21/A001").send(&app).expect(201);
    let number = made["receipt_number"].as_str().unwrap();
    let id = only_message(&acme)["id"].as_str().unwrap().to_owned();
    let path = |action: &str| format!("/api/v1/feedback/{id}/{action}");

    let note = json!({"state": "in_progress", "note": "已通知质检部门复检同批次留样"});
    let view = acme.post(&path("state"), &note).expect(200);
    assert_eq!(
        (&view["state"], &view["replied_at"]),
        (&json!("in_progress"), &Value::Null)
    );
    let acme = later(&app, 3600);
    let view = acme
        .post(
            &path("reply"),
            &json!({"text": "您好，已为您安排更换。\r\n请保持电话畅通。"}),
        )
        .expect(200);
    assert_eq!(view["state"], "done");
    let first_replied_at = view["replied_at"].clone();
    app.clock.advance_seconds(60);
    let view = acme
        .post(&path("reply"), &json!({"text": "补充：已查明原因并整改。"}))
        .expect(200);
    assert_eq!(view["replied_at"], first_replied_at, "the first reply counts");
    acme.post(&path("state"), &json!({"state": "in_progress"}))
        .expect(200);

    let steps = only_message(&acme)["steps"].as_array().unwrap().clone();
    let told: Vec<Value> = steps
        .iter()
        .map(|s| json!([s["kind"], s["state"], s["text"], s["author"]]))
        .collect();
    assert_eq!(
        told,
        [
            json!(["state", "in_progress", "已通知质检部门复检同批次留样", "联系人"]),
            json!([
                "reply",
                "done",
                "您好，已为您安排更换。\n请保持电话畅通。",
                "联系人"
            ]),
            json!(["reply", "done", "补充：已查明原因并整改。", "联系人"]),
            json!(["state", "in_progress", null, "联系人"]),
        ]
    );
    let receipt = app
        .anyone()
        .with("accept", "application/json")
        .get(&format!("/feedback/receipts/{number}"))
        .expect(200);
    let replies: Vec<&Value> = receipt["replies"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| &r["text"])
        .collect();
    assert_eq!(
        replies,
        [
            "您好，已为您安排更换。\n请保持电话畅通。",
            "补充：已查明原因并整改。"
        ]
    );
    assert!(!receipt.to_string().contains("留样"), "notes are the maker's own");
    let page = app
        .anyone()
        .with("accept", "text/html")
        .get(&format!("/feedback/receipts/{number}"))
        .text();
    assert!(
        page.contains("企业已回复") && page.contains("已为您安排更换") && !page.contains("留样"),
        "{page}"
    );
}

#[test]
fn a_change_that_changes_nothing_is_refused() {
    let (app, acme, _) = world();
    form(&app, "").send(&app).expect(201);
    let id = only_message(&acme)["id"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/feedback/{id}/state");
    let reply = acme.post(&path, &json!({"state": "open"}));
    assert_eq!(reply.expect_problem(409), "feedback.unchanged");
    let view = acme
        .post(&path, &json!({"state": "open", "note": "等待检测结果"}))
        .expect(200);
    assert_eq!(view["steps"].as_array().unwrap().len(), 1);
    let reply = acme.post(&format!("/api/v1/feedback/{id}/reply"), &json!({"text": " "}));
    assert_eq!(reply.wrong_fields(), ["/text required"]);
}

#[test]
fn lists_are_filtered_by_everything_a_maker_asks_for() {
    let (app, acme, _) = world();
    let other = app.product(&acme, "6921734976505").to_string();
    form(&app, "/21/A001")
        .with("text", "边缘 开胶 严重")
        .send(&app)
        .expect(201);
    form(&app, "/21/A050")
        .with("kind", "counterfeit")
        .with("text", "包装与以往不同")
        .send(&app)
        .expect(201);
    let acme = later(&app, 2 * 24 * 3600);
    let third = tests::FeedbackForm::of(&app, "/01/06921734976505")
        .with("kind", "suggestion")
        .with("text", "希望有小包装");
    app.clock.advance_seconds(3);
    let third = third.send(&app).expect(201)["receipt_number"]
        .as_str()
        .unwrap()
        .to_owned();
    let newest = acme.get("/api/v1/feedback").expect(200)["items"][0].clone();
    assert_eq!(newest["text"], "希望有小包装");
    let id = newest["id"].as_str().unwrap();
    acme.post(
        &format!("/api/v1/feedback/{id}/reply"),
        &json!({"text": "谢谢建议"}),
    )
    .expect(200);
    let yesterday = app.clock.now().plus_seconds(-24 * 3600).beijing_date();
    let today = app.clock.now().beijing_date();
    let count = |query: &str| {
        acme.get(&format!("/api/v1/feedback?{query}")).expect(200)["total"]
            .as_i64()
            .unwrap()
    };
    for (query, expected) in [
        (String::new(), 3),
        ("state=open".to_owned(), 2),
        ("state=done".to_owned(), 1),
        ("kind=counterfeit".to_owned(), 1),
        (format!("product_id={other}"), 1),
        ("batch_no=B1".to_owned(), 1),
        ("batch_no=B".to_owned(), 0),
        ("keyword=%E5%BC%80%E8%83%B6".to_owned(), 1),
        (format!("keyword={third}"), 1),
        (format!("keyword={}", third.to_lowercase()), 1),
        ("keyword=%25".to_owned(), 0),
        (format!("received_to={yesterday}"), 2),
        (format!("received_from={today}"), 1),
        (format!("received_from={yesterday}&received_to={today}"), 1),
    ] {
        assert_eq!(count(&query), expected, "{query}");
    }
    let oldest = acme
        .get("/api/v1/feedback?sort=created_at&page_size=1")
        .expect(200);
    assert_eq!(
        (&oldest["items"][0]["text"], &oldest["total"]),
        (&json!("边缘 开胶 严重"), &json!(3))
    );
    let long = form(&app, "/21/A002")
        .with("text", &"长".repeat(1000))
        .send(&app)
        .expect(201);
    assert_eq!(long["text"].as_str().unwrap().chars().count(), 1000);
    let shown = acme.get("/api/v1/feedback").expect(200)["items"][0]["text"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(shown, format!("{}…", "长".repeat(100)));
}
