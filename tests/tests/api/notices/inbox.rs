//! What is read in the console.

use super::{items, overdue, tell, world};
use enterprise::notice::notify_enterprise;
use notify::{Notice, notify_operators};
use product::notice::{ProductNotice, ReviewNotice};
use scan::feedback::notice::FeedbackNotice;
use serde_json::json;
use tests::TestApp;

const LIST: &str = "/api/v1/notices";

fn feedback() -> Notice<FeedbackNotice> {
    Notice::new(FeedbackNotice::FeedbackReceived {
        product: "细工木板".to_owned(),
        subject: "质量问题".to_owned(),
    })
}

#[test]
fn a_notice_is_listed_counted_and_read() {
    let (app, acme) = world(&[]);
    let unread = || acme.get("/api/v1/notices/unread").expect(200)["unread"].clone();
    assert_eq!(unread(), 0);
    tell(&app, &acme, &overdue(3));
    app.clock.advance_seconds(120);
    tell(&app, &acme, &feedback());
    assert_eq!(unread(), 2);
    let all = items(&acme.get(LIST).expect(200));
    let titles: Vec<_> = all.iter().map(|n| n["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["收到消费者反馈", "生产信息逾期未填报"], "newest first");
    assert_eq!(all[1]["link"], "/filings");
    assert!(all[1]["text"].as_str().unwrap().contains("已逾期 3 天未填报"));
    let english = items(&acme.with("accept-language", "en").get(LIST).expect(200));
    assert!(english[1]["text"].as_str().unwrap().contains("is 3 days overdue"));

    let read = format!("{LIST}/{}/read", all[1]["id"].as_str().unwrap());
    acme.post(&read, &json!({})).expect(204);
    assert_eq!(unread(), 1);
    let at = |n: usize| items(&acme.get(LIST).expect(200))[n]["read_at"].clone();
    let first = at(1);
    app.clock.advance_seconds(60);
    acme.post(&read, &json!({})).expect(204);
    assert_eq!(at(1), first, "when it was read first stays");

    let found = |query: &str| items(&acme.get(&format!("{LIST}?{query}")).expect(200)).len();
    assert_eq!((found("unread=true"), found("unread=false")), (1, 1));
    assert_eq!((found("kind=filing"), found("kind=expiry")), (1, 0));
    assert_eq!(
        (found("created_from=2000-01-01"), found("created_to=2000-01-01")),
        (2, 0)
    );

    acme.post("/api/v1/notices/read", &json!({})).expect(204);
    assert_eq!((unread(), at(1)), (json!(0), first));
}

#[test]
fn what_another_enterprise_was_told_is_not_there() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    tell(&app, &acme, &overdue(3));
    let id = items(&acme.get(LIST).expect(200))[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(rival.get(LIST).expect(200)["total"], 0);
    let read = rival.post(&format!("{LIST}/{id}/read"), &json!({}));
    assert_eq!(read.expect_problem(404), "notice.not_found");
    rival.post("/api/v1/notices/read", &json!({})).expect(204);
    assert_eq!(acme.get("/api/v1/notices/unread").expect(200)["unread"], 1);
}

#[test]
fn the_operators_have_an_inbox_of_their_own() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let operator = app.operator();
    let submitted = Notice::new(ReviewNotice::ProductSubmitted {
        enterprise: "杭州超尔切削工具有限公司".to_owned(),
        product: "细工木板".to_owned(),
        trace_code: "6901234567892".to_owned(),
    })
    .link("/platform/reviews")
    .once("1");
    for _ in 0..2 {
        let told = app
            .state
            .db
            .write(acme.enterprise(), |c| notify_operators(c, &submitted));
        told.unwrap();
    }
    let all = operator.get("/api/v1/platform/notices").expect(200);
    assert_eq!(all["total"], 1, "once for its key");
    assert_eq!(all["items"][0]["title"], "产品待审核");
    assert_eq!(acme.get(LIST).expect(200)["total"], 0);
    let unread = || operator.get("/api/v1/platform/notices/unread").expect(200)["unread"].clone();
    assert_eq!(unread(), 1);
    let id = all["items"][0]["id"].as_str().unwrap();
    operator
        .post(&format!("/api/v1/platform/notices/{id}/read"), &json!({}))
        .expect(204);
    assert_eq!(unread(), 0);
    operator
        .post("/api/v1/platform/notices/read", &json!({}))
        .expect(204);
    let missing = format!("/api/v1/platform/notices/{}/read", kernel::Id::<()>::new());
    assert_eq!(
        operator.post(&missing, &json!({})).expect_problem(404),
        "notice.not_found"
    );
}

#[test]
fn the_operator_tells_an_enterprise_and_reads_every_template() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let operator = app.operator();
    let voided = Notice::new(ProductNotice::ProductVoidedByOperator {
        product: "细工木板".to_owned(),
        trace_code: "6901234567892".to_owned(),
        reason: "冒用他人厂商识别代码".to_owned(),
    });
    let told = app
        .state
        .db
        .write_platform(|c| notify_enterprise(&mut c.acting_for(acme.enterprise()), &voided));
    told.unwrap();
    assert_eq!(
        items(&acme.get(LIST).expect(200))[0]["notice_code"],
        "product_voided_by_operator"
    );
    let templates = operator.get("/api/v1/platform/notice-texts").expect(200);
    let of_enterprise = templates["enterprise"].as_array().unwrap();
    let overdue = of_enterprise
        .iter()
        .find(|t| t["code"] == "filing_overdue")
        .unwrap();
    assert_eq!(overdue["via"], json!(["sms", "email"]), "F160");
    assert!(overdue["text"].as_str().unwrap().contains("{days}"));
    let of_platform = templates["platform"].as_array().unwrap();
    assert!(of_platform.iter().any(|t| t["code"] == "product_submitted"));
}

#[test]
fn registering_tells_the_operators_and_disabling_tells_the_enterprise() {
    let app = TestApp::new();
    let operator = app.operator();
    app.register("91330109589891087U", "13800138000");
    let told = items(&operator.get("/api/v1/platform/notices").expect(200)).remove(0);
    assert_eq!(told["notice_code"], "enterprise_registered");
    assert_eq!(
        told["link"],
        "/platform/identity-requests?keyword=91330109589891087U"
    );
    let found = operator.get("/api/v1/platform/enterprises").expect(200);
    let id = found["items"][0]["id"].as_str().unwrap();
    let act = |what: &str, body: &serde_json::Value| {
        let path = format!("/api/v1/platform/enterprises/{id}/{what}");
        operator.post(&path, body).expect(204);
    };
    // Whoever cannot sign in any more still learns why.
    act("disable", &json!({"reason": "主体资格已注销"}));
    let sms = super::wait_for(
        &operator,
        "notice_code=enterprise_disabled",
        super::all_are("sent"),
    );
    assert!(sms[0]["text"].as_str().unwrap().contains("主体资格已注销"));
    act("enable", &json!({}));
    let acme = app.sign_in("91330109589891087U", Some(id.parse().unwrap()));
    let titles: Vec<_> = items(&acme.get(LIST).expect(200))
        .iter()
        .map(|n| n["title"].clone())
        .collect();
    assert_eq!(titles, [json!("企业账号已恢复"), json!("企业账号已停用")]);
}

#[test]
fn a_kind_and_a_text_that_nobody_registered_are_refused_at_their_place() {
    let (app, acme) = world(&[]);
    let wrong = acme.get(&format!("{LIST}?kind=weather"));
    assert_eq!(
        (wrong.status, wrong.wrong_fields()),
        (422, vec!["/kind not_in_list".to_owned()])
    );
    let operator = app.operator();
    let wrong = operator.get("/api/v1/platform/notices?kind=weather");
    assert_eq!(
        (wrong.status, wrong.wrong_fields()),
        (422, vec!["/kind not_in_list".to_owned()])
    );
    let wrong = operator.get("/api/v1/platform/deliveries?notice_code=storm");
    assert_eq!(
        (wrong.status, wrong.wrong_fields()),
        (422, vec!["/notice_code not_in_list".to_owned()])
    );
}
