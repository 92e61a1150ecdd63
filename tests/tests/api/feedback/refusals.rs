//! What holds off floods and nonsense, each with its own words; what was typed is not lost.

use super::{CODE, form, later, world};
use tests::{FeedbackForm, TestApp};
use ureq::http::Method;

#[test]
fn every_wrong_field_is_named_at_once_and_what_was_typed_is_kept() {
    let (app, acme, _) = world();
    let wrong = form(&app, "")
        .without("kind")
        .with("text", "短")
        .with("contact", "微信 abc");
    let reply = wrong.send(&app);
    assert_eq!(reply.expect_problem(422), "request.invalid");
    assert_eq!(reply.wrong_fields(), ["/kind required", "/text too_short"]);
    let page = wrong.send_in_browser(&app);
    assert_eq!(page.status, 422);
    let text = page.text();
    for shown in [
        "反馈没有提交",
        "微信 abc",
        ">短</textarea>",
        "id=\"kind-wrong\"",
        "id=\"text-wrong\"",
        "重新选择",
    ] {
        assert!(text.contains(shown), "{shown}: {text}");
    }
    let contact = form(&app, "").with("contact", "微信 abc").send(&app);
    assert_eq!(contact.wrong_fields(), ["/contact contact"]);
    let long = form(&app, "").with("text", &"长".repeat(1001)).send(&app);
    assert_eq!(long.wrong_fields(), ["/text too_long"]);
    let kind = form(&app, "").with("kind", "spam").send(&app);
    assert_eq!(kind.wrong_fields(), ["/kind not_in_list"]);
    let extra = form(&app, "").with("enterprise_id", "x").send(&app);
    assert_eq!(extra.wrong_fields(), ["/enterprise_id unknown_field"]);
    let control = form(&app, "").with("text", "一二三四五\u{7}").send(&app);
    assert_eq!(control.wrong_fields(), ["/text control_character"]);
    assert_eq!(acme.get("/api/v1/feedback").expect(200)["total"], 0);
}

#[test]
fn programs_that_fill_every_field_or_fill_it_at_once_are_turned_away() {
    let (app, _, _) = world();
    let trapped = form(&app, "").with("website", "https://spam.example");
    assert_eq!(trapped.send(&app).expect_problem(422), "feedback.trap");
    let page = trapped.send_in_browser(&app);
    assert!(
        page.status == 422 && page.text().contains("请勿填写“网址”一栏"),
        "{}",
        page.text()
    );

    let quick = FeedbackForm::of(&app, CODE);
    let reply = quick.send(&app);
    assert_eq!(reply.expect_problem(429), "feedback.too_fast");
    assert_eq!(reply.header("retry-after"), "3");
    let page = quick.send_in_browser(&app);
    let text = page.text();
    assert!(page.status == 429 && text.contains("提交过快，请等待"), "{text}");
    // The wait goes on; it does not begin again.
    assert!(text.contains(quick.value("form_token")));
    app.clock.advance_seconds(3);
    quick.send(&app).expect(201);

    let old = FeedbackForm::of(&app, CODE).with("text", "隔了一天才写完的反馈");
    app.clock.advance_seconds(24 * 3600 + 1);
    assert_eq!(old.send(&app).expect_problem(422), "feedback.form_expired");
    let page = old.send_in_browser(&app).text();
    assert!(
        page.contains("表单已过期，请再次提交") && page.contains("隔了一天才写完的反馈"),
        "{page}"
    );
    assert!(!page.contains(old.value("form_token")), "with a new token");
    let foreign = form(&app, "/21/A001").value("form_token").to_owned();
    let reply = form(&app, "/21/A002").with("form_token", &foreign).send(&app);
    assert_eq!(reply.expect_problem(422), "feedback.form_expired");
    let none = form(&app, "").without("form_token").send(&app);
    assert_eq!(none.wrong_fields(), ["/form_token required"]);
    let acme = later(&app, 0);
    assert_eq!(acme.get("/api/v1/feedback").expect(200)["total"], 1);
}

/// A server behind a proxy, so that a test can be many clients.
fn behind_proxy() -> TestApp {
    let app = TestApp::with(&[("PINMA_TRUSTED_PROXIES", "127.0.0.1")]);
    let acme = app.enterprise(
        "91330109589891087U",
        "杭州超尔切削工具有限公司",
        enterprise::EnterpriseType::PRODUCERS,
    );
    let product = app.product(&acme, "6901234567892");
    acme.issue(&product, "A", "001", 100);
    app
}

#[test]
fn nobody_writes_more_than_a_person_would() {
    let app = behind_proxy();
    let from = |address: &str, code: &str, text: &str| {
        let client = app
            .anyone()
            .with("accept", "application/json")
            .with("x-forwarded-for", address);
        form(&app, code).with("text", text).send_as(&client)
    };
    for n in 0..3 {
        from("203.0.113.9", "/21/A001", &format!("第 {n} 次反馈")).expect(201);
    }
    let fourth = from("203.0.113.9", "/21/A001", "第四次反馈");
    assert_eq!(fourth.expect_problem(429), "feedback.too_many");
    let wait: i64 = fourth.header("retry-after").parse().unwrap();
    assert!((3500..=3600).contains(&wait), "{wait}");
    assert!(fourth.json()["detail"].as_str().unwrap().contains("分钟后再试"));
    from("203.0.113.9", "/21/A002", "另一件产品").expect(201);
    from("203.0.113.10", "/21/A001", "另一个人说").expect(201);
    // Three, the refused one and the next: five so far at this address.
    for n in 3..9 {
        from("203.0.113.9", &format!("/21/A0{n}0"), "又一件产品").expect(201);
    }
    assert_eq!(
        from("203.0.113.9", "/21/A099", "又一件产品").expect_problem(429),
        "feedback.too_many"
    );
    app.clock.advance_seconds(3601);
    from("203.0.113.9", "/21/A001", "过了一小时再说").expect(201);
}

#[test]
fn a_maker_is_not_flooded_from_many_places() {
    let app = behind_proxy();
    let mut last = 0;
    for n in 0..=100 {
        let client = app
            .anyone()
            .with("accept", "application/json")
            .with("x-forwarded-for", &format!("198.51.100.{n}"));
        let reply = form(&app, "/21/A001").send_as(&client);
        last = reply.status;
        if last != 201 {
            assert_eq!(reply.expect_problem(429), "feedback.maker_busy");
        }
    }
    assert_eq!(last, 429);
    let acme = later(&app, 0);
    assert_eq!(acme.get("/api/v1/feedback").expect(200)["total"], 100);
}

#[test]
fn what_is_no_form_is_refused_and_so_is_too_much() {
    let (app, _, _) = world();
    let path = format!("/feedback{CODE}");
    let program = app.anyone().with("accept", "application/json");
    let json = program.send(&Method::POST, &path, Some("application/json"), b"{}");
    assert_eq!(json.expect_problem(415), "feedback.not_a_form");
    let (media_type, body) = form(&app, "").body();
    let cut = program.send(&Method::POST, &path, Some(&media_type), &body[..body.len() - 40]);
    assert_eq!(cut.expect_problem(422), "feedback.cut_off");
    let flood = form(&app, "").picture("a.jpg", &vec![0xff; 63 * 1024 * 1024]);
    assert_eq!(flood.send(&app).expect_problem(413), "feedback.too_large");
    let page = flood.send_in_browser(&app);
    assert!(
        page.status == 413 && page.text().contains("请减少图片"),
        "{}",
        page.text()
    );
}
