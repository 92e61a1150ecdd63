//! Writing and reading back, in a browser and by program (F106).

use super::{CODE, form, only_message, world};
use serde_json::json;
use tests::FeedbackForm;

/// F106: the page behind a code leads to its form, the form to a receipt, and the message to its maker.
#[test]
fn a_consumer_writes_in_a_browser() {
    let (app, acme, _) = world();
    let browser = app.anyone().with("accept", "text/html");
    let page = browser.get(&format!("{CODE}/21/A001")).text();
    assert!(
        page.contains(&format!("href=\"/feedback{CODE}/21/A001\"")),
        "{page}"
    );
    let form_page = browser.get(&format!("/feedback{CODE}/21/A001"));
    assert_eq!(
        (form_page.status, form_page.header("cache-control")),
        (200, "no-store")
    );
    let policy = form_page.header("content-security-policy");
    assert!(
        policy.contains("default-src 'none'") && policy.contains("form-action 'self'"),
        "{policy}"
    );
    assert!(form_page.set_cookies().is_empty(), "no cookies");
    let text = form_page.text();
    for shown in [
        "细工木板",
        "B1",
        "A001",
        "杭州超尔切削工具有限公司",
        "质量问题",
        "疑似假冒",
    ] {
        assert!(text.contains(shown), "{shown} is not on the form");
    }
    assert!(!text.contains("<script") && !text.contains("style="), "{text}");

    let sent = form(&app, "/21/A001")
        .with("contact", "138 0013 8000")
        .send_in_browser(&app);
    let receipt = sent.header("location").to_owned();
    assert_eq!(sent.status, 303, "{}", sent.text());
    assert!(sent.set_cookies().is_empty(), "no cookies");
    let receipt_page = browser.get(&receipt);
    assert_eq!(receipt_page.status, 200);
    let text = receipt_page.text();
    assert!(
        text.contains("已收到您的反馈") && text.contains("企业尚未回复"),
        "{text}"
    );
    assert!(!text.contains("13800138000"), "the contact is the maker's alone");

    let message = only_message(&acme);
    assert_eq!(
        json!([
            message["kind"],
            message["state"],
            message["text"],
            message["contact"],
            message["batch_no"],
            message["serial"],
            message["verdict"],
            message["level"]
        ]),
        json!([
            "quality",
            "open",
            "收到的板材边缘开胶",
            "13800138000",
            "B1",
            "A001",
            "valid",
            "unit"
        ])
    );
    assert!(receipt.ends_with(message["receipt_number"].as_str().unwrap()));
}

/// A program gets the same as data, from the same addresses.
#[test]
fn a_program_writes_too() {
    let (app, _, _) = world();
    let program = app.anyone().with("accept", "application/json");
    let shown = program.get(&format!("/feedback{CODE}/10/B1")).expect(200);
    assert_eq!(
        json!([
            shown["product_name"],
            shown["maker_name"],
            shown["batch_no"],
            shown["serial"],
            shown["verdict"],
            shown["wait_seconds"]
        ]),
        json!(["细工木板", "杭州超尔切削工具有限公司", "B1", null, "valid", 3])
    );
    let reply = form(&app, "/10/B1").send(&app);
    let at = reply.header("location").to_owned();
    let made = reply.expect(201);
    assert_eq!(made["state"], "open");
    assert_eq!(program.get(&at).expect(200), made);
}

/// People write when something is wrong with a code; so whatever became of it, they may.
#[test]
fn every_code_of_a_product_that_is_here_takes_messages() {
    let (app, acme, _) = world();
    let product = acme.get("/api/v1/products").expect(200)["items"][0]["id"].clone();
    let voided = json!({"product_id": product, "first_serial": "A002", "last_serial": "A002", "quantity": 1,
                        "reason": "标签印刷错误"});
    acme.post("/api/v1/unit-voids", &voided).expect(200);
    for (code, verdict) in [
        ("", "valid"),
        ("/21/A002", "voided"),
        ("/21/Z999", "not_issued"),
        ("/10/B9", "not_issued"),
    ] {
        form(&app, code).send(&app).expect(201);
        let newest = acme.get("/api/v1/feedback").expect(200)["items"][0].clone();
        assert_eq!(newest["verdict"], verdict, "{code}");
    }
    let voided = json!({"reason": "停产"});
    let id = product.as_str().unwrap();
    acme.post(&format!("/api/v1/products/{id}/void"), &voided)
        .expect(200);
    form(&app, "/21/A003").send(&app).expect(201);
}

#[test]
fn what_is_no_code_of_ours_has_no_form() {
    let (app, _, _) = world();
    for (path, status, code, says) in [
        ("/01/06902083881405", 404, "feedback.unknown_product", "没有登记"),
        (
            "/01/06901234567893",
            400,
            "feedback.malformed_code",
            "不是有效的追溯码地址",
        ),
        (
            "/01/%3Cscript%3E",
            400,
            "feedback.malformed_code",
            "不是有效的追溯码地址",
        ),
    ] {
        let path = format!("/feedback{path}");
        let page = app.anyone().with("accept", "text/html").get(&path);
        assert_eq!(
            (page.status, page.header("content-type")),
            (status, "text/html; charset=utf-8")
        );
        assert!(
            page.text().contains(says) && !page.text().contains("<script"),
            "{}",
            page.text()
        );
        let data = app.anyone().with("accept", "application/json").get(&path);
        assert_eq!(data.expect_problem(status), code);
    }
    assert_eq!(
        app.anyone()
            .delete(&format!("/feedback{CODE}"))
            .expect_problem(405),
        "request.method_not_allowed"
    );
    assert_eq!(app.anyone().get("/feedback/elsewhere").status, 404);
}

/// The same form sent twice, by a nervous finger or a lost answer, is one message.
#[test]
fn a_form_sent_twice_is_one_message() {
    let (app, acme, _) = world();
    let form = form(&app, "/21/A001");
    let (first, second) = (form.send(&app).expect(201), form.send(&app).expect(201));
    assert_eq!(first, second);
    form.with("text", "还有一件事：包装破损").send(&app).expect(201);
    assert_eq!(acme.get("/api/v1/feedback").expect(200)["total"], 2);
}

/// The pages and the messages speak English to whoever reads that.
#[test]
fn the_form_speaks_english() {
    let (app, _, _) = world();
    let reader = app
        .anyone()
        .with("accept", "text/html")
        .with("accept-language", "en");
    let text = reader.get(&format!("/feedback{CODE}")).text();
    assert!(
        text.contains("lang=\"en\"") && text.contains("suspected counterfeit") && !text.contains("意见反馈"),
        "{text}"
    );
    let refused = FeedbackForm::of(&app, CODE).with("text", "").send_as(&reader);
    assert!(
        refused.text().contains("Your message was not sent"),
        "{}",
        refused.text()
    );
}

/// A number is found however it is typed, and a wrong one says so beside its field.
#[test]
fn receipts_are_looked_up_by_number() {
    let (app, _, _) = world();
    let number = form(&app, "").send(&app).expect(201)["receipt_number"]
        .as_str()
        .unwrap()
        .to_owned();
    let browser = app.anyone().with("accept", "text/html");
    let typed = number.to_lowercase().replace('-', "+");
    let found = browser.get(&format!("/feedback/receipts?number={typed}"));
    assert_eq!(
        (found.status, found.header("location")),
        (303, format!("/feedback/receipts/{number}").as_str())
    );
    let wrong = browser.get("/feedback/receipts?number=%3Cscript%3E");
    assert!(
        wrong.text().contains("没有这个受理编号") && !wrong.text().contains("<script>"),
        "{}",
        wrong.text()
    );
    assert!(browser.get("/feedback/receipts").text().contains("查询企业回复"));
    let missing = "/feedback/receipts/0000-0000-0000-0000";
    assert_eq!(browser.get(missing).status, 404);
    let program = app.anyone().with("accept", "application/json");
    assert_eq!(
        program.get(missing).expect_problem(404),
        "feedback.receipt_not_found"
    );
}

/// A product nobody has approved yet takes messages too, but tells nothing of itself.
#[test]
fn a_product_that_is_not_activated_stays_unsaid() {
    let (app, acme, _) = world();
    app.draft(&acme, "6921734976505");
    let code = "/01/06921734976505";
    let browser = app.anyone().with("accept", "text/html");
    let page = browser.get(code).text();
    assert!(page.contains(&format!("href=\"/feedback{code}\"")), "{page}");
    let form = FeedbackForm::of(&app, code);
    app.clock.advance_seconds(3);
    let text = browser.get(&format!("/feedback{code}")).text();
    let sent = form.send(&app).expect(201);
    let number = sent["receipt_number"].as_str().unwrap();
    let receipt = browser.get(&format!("/feedback/receipts/{number}")).text();
    for told in [text, receipt, sent.to_string()] {
        assert!(
            told.contains("6921734976505") && !told.contains("细工木板"),
            "{told}"
        );
    }
    let message = only_message(&acme);
    assert_eq!(
        (&message["verdict"], &message["product_name"]),
        (&json!("inactive"), &json!("细工木板"))
    );
}
