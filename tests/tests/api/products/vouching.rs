//! K4: who vouches for what, and what the rules know by themselves.

use super::{at, put};
use serde_json::{Value, json};
use std::fmt::Display;
use tests::{Actor, Reply, TestApp, pdf};

const CODE: &str = "/01/06901234567892";

fn check(of: &Actor, id: &impl Display, code: &str) -> Vec<Value> {
    let found = of.get(&at(id, "/checks")).expect(200);
    let list = found.as_array().unwrap().iter();
    list.filter(|c| c["code"] == code && c["passed"] == false)
        .cloned()
        .collect()
}

fn warns(of: &Actor, id: &impl Display, code: &str) -> bool {
    let view = of.get(&at(id, "")).expect(200);
    let list = view["warnings"].as_array().unwrap().iter();
    list.clone().any(|w| w["code"] == code)
}

fn ask(of: &Actor, id: &impl Display, change: impl FnOnce(&mut Value)) -> Reply {
    let view = of.get(&at(id, "")).expect(200);
    let mut record = view["record"].clone();
    change(&mut record);
    let body = json!({"record": record, "reason": "换证"});
    of.with("if-match", &format!("\"{}\"", view["version"]))
        .post(&at(id, "/change-requests"), &body)
}

fn page(app: &TestApp, lang: &str) -> String {
    let path = format!("{CODE}?lang={lang}");
    app.anyone().with("accept", "text/html").get(&path).text()
}

#[test]
fn a_type_test_past_its_validity_says_so_and_other_changes_go_on() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.product(&acme, "6901234567892");
    let ends = app.clock.now().plus_seconds(20 * 86_400).beijing_date();
    put(&acme, &id, |r| {
        r["report_kind"] = json!("type_test");
        r["report_expires_on"] = json!(ends);
        r["is_report_public"] = json!(true);
    })
    .expect(200);
    let told = app.scan(CODE).expect(200);
    assert_eq!(
        (&told["hints"], &told["product"]["report_kind"]),
        (&json!([]), &json!("type_test"))
    );
    assert_eq!(
        told["product"]["vouchers"].get("reports"),
        None,
        "it is its maker's word"
    );
    assert!(!page(&app, "zh").contains("已过期"));

    app.clock.advance_seconds(21 * 86_400);
    let acme = app.sign_in("91330109589891087U", Some(acme.enterprise().clone()));
    assert_eq!(app.scan(CODE).expect(200)["hints"], json!(["report_expired"]));
    let shown = page(&app, "zh");
    assert!(shown.contains("已过期") && shown.contains("公开的检验报告已过有效期"));
    assert!(page(&app, "en").contains("expired"));
    // What has nothing to do with it goes on, directly and by a request.
    put(&acme, &id, |r| r["warranty_period"] = json!("36 个月")).expect(200);
    ask(&acme, &id, |r| r["model"] = json!("25 mm")).expect(201);
    // What is about it has to be right; looking all of it over as well.
    let later = app.clock.now().plus_seconds(-5 * 86_400).beijing_date();
    let refused = put(&acme, &id, |r| r["report_expires_on"] = json!(later));
    assert_eq!(
        refused.wrong_fields(),
        ["/report_expires_on check.report_current"]
    );
    let report = acme.upload("inspection_report", "新.pdf", &pdf()).expect(201)["id"].clone();
    let refused = put(&acme, &id, |r| r["report_file_ids"] = json!([report]));
    assert_eq!(
        refused.wrong_fields(),
        ["/report_expires_on check.report_current"]
    );
    assert_eq!(
        acme.post(&at(&id, "/recheck"), &json!({"confirmed": true}))
            .expect_problem(422),
        "product.incomplete"
    );
    // A report that nobody sees is nobody's business.
    put(&acme, &id, |r| r["is_report_public"] = json!(false)).expect(200);
    assert_eq!(app.scan(CODE).expect(200)["hints"], json!([]));
}

#[test]
fn the_checks_use_what_the_reference_says_and_only_advise() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.draft(&acme, "6901234567892");
    let try_with = |change: &dyn Fn(&mut Value)| {
        put(&acme, &id, |r| {
            r["category"] = json!("industrial");
            r["licence_number"] = Value::Null;
            r["certificate_number"] = Value::Null;
            r["linked_codes"] = json!([]);
            change(r);
        })
        .expect(200);
        let found = |code: &str| check(&acme, &id, code).len();
        (found("check.certificate"), found("check.certificate_class"))
    };
    let cable = |r: &mut Value| r["product_type"] = json!("电线电缆");
    let ebike = |r: &mut Value| r["product_type"] = json!("电动自行车");
    let heater = json!("2016010706840003");
    for (change, expected) in [
        (&cable as &dyn Fn(&mut Value), (1, 0)),
        // Either is enough where both are usual; each only in its own form.
        (
            &|r| {
                cable(r);
                r["licence_number"] = json!("XK06-001-00001");
            },
            (0, 0),
        ),
        (
            &|r| {
                cable(r);
                r["licence_number"] = json!("2020010105000001");
            },
            (0, 0),
        ),
        (
            &|r| {
                cable(r);
                r["certificate_number"] = json!("2020010105000001");
            },
            (0, 0),
        ),
        (
            &|r| {
                cable(r);
                r["licence_number"] = json!("自行编号 1");
            },
            (1, 0),
        ),
        (&ebike, (1, 0)),
        // A production licence is none of an e-bike's papers.
        (
            &|r| {
                ebike(r);
                r["licence_number"] = json!("XK06-001-00001");
            },
            (1, 0),
        ),
        (
            &|r| {
                ebike(r);
                r["licence_number"] = json!("2025011119000016");
            },
            (0, 0),
        ),
        (
            &|r| {
                ebike(r);
                r["licence_number"] = heater.clone();
            },
            (0, 1),
        ),
        (
            &|r| {
                ebike(r);
                r["linked_codes"] = json!([{"scheme": "ccc", "code": heater}]);
            },
            (0, 1),
        ),
        // Whatever its maker calls it, the class of an e-bike is known.
        (
            &|r| {
                r["category"] = json!("ebike");
                r["product_type"] = json!("代步车");
                r["licence_number"] = heater.clone();
            },
            (0, 1),
        ),
        // A class that is in no list is said elsewhere; a type that is in none has no rule.
        (
            &|r| {
                ebike(r);
                r["licence_number"] = json!("2025019999000016");
            },
            (0, 0),
        ),
        (&|r| r["product_type"] = json!("陶瓷刀具"), (0, 0)),
        (
            &|r| {
                r["product_type"] = json!("安全帽");
                r["licence_number"] = heater.clone();
            },
            (1, 1),
        ),
    ] {
        assert_eq!(
            try_with(change),
            expected,
            "{}",
            acme.get(&at(&id, "")).expect(200)["record"]
        );
    }
    try_with(&|r| {
        ebike(r);
        r["licence_number"] = heater.clone();
    });
    let class = check(&acme, &id, "check.certificate_class").remove(0);
    assert!(
        class["message"].as_str().unwrap().contains("0706 是“电热水器”"),
        "{class}"
    );
    assert_eq!(
        (&class["is_required"], &class["pointer"]),
        (&json!(false), &json!("/licence_number"))
    );
    assert!(warns(&acme, &id, "check.certificate_class") && warns(&acme, &id, "check.report_kind"));
    put(&acme, &id, |r| {
        r["standards"] = json!(["GB 17761-2024"]);
        r["report_kind"] = json!("factory");
    })
    .expect(200);
    assert!(!warns(&acme, &id, "check.report_kind"));
    // It is told, and stops nobody.
    acme.post(&at(&id, "/submit"), &json!({"confirmed": true}))
        .expect(200);
    acme.post(&at(&id, "/activate"), &json!({})).expect(200);
}

#[test]
fn what_is_left_of_a_template_is_found_wherever_it_stands() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.draft(&acme, "6901234567892");
    let menu =
        |title: &str, kind: &str, content: &str| json!({"title": title, "kind": kind, "content": content});
    put(&acme, &id, |r| {
        r["attributes"] = json!([
            {"name": "材质", "value": "请填写", "is_public": true},
            {"name": "等级", "value": "E0", "is_public": true},
        ]);
        r["warranty_period"] = json!("【请填写】");
        r["page"]["menus"] = json!([
            menu(
                "企业介绍",
                "text",
                "介绍企业的成立时间、主营产品、生产能力和质量管理体系。"
            ),
            menu(
                "参数",
                "rich",
                "<table><tbody><tr><td>整车质量</td><td>请填写</td></tr></tbody></table>"
            ),
            menu("保修", "text", "请填写保修卡并寄回本公司。"),
        ]);
    })
    .expect(200);
    let submit = || acme.post(&at(&id, "/submit"), &json!({"confirmed": true}));
    let refused = submit();
    assert_eq!(
        refused.wrong_fields(),
        [
            "/warranty_period check.leftover",
            "/attributes/0/value check.leftover",
            "/page/menus/0/content check.leftover",
            "/page/menus/1/content check.leftover",
        ]
    );
    assert!(refused.text().contains("“材质”仍是模板中的提示文字"));
    assert_eq!(check(&acme, &id, "check.leftover").len(), 4);
    put(&acme, &id, |r| {
        r["attributes"][0]["value"] = json!("杉木");
        r["warranty_period"] = json!("12 个月");
        r["page"]["menus"][0]["content"] = json!("本公司成立于 1998 年。");
        r["page"]["menus"][1]["content"] = json!("<p>整车质量 50 kg</p>");
    })
    .expect(200);
    submit().expect(200);
    acme.post(&at(&id, "/activate"), &json!({})).expect(200);
    // Nothing is left behind by a later change either.
    let refused = put(&acme, &id, |r| r["attributes"][1]["value"] = json!("待补充"));
    assert_eq!(refused.wrong_fields(), ["/attributes/1/value check.leftover"]);
}

#[test]
fn a_change_request_blames_the_field_where_its_body_has_it() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let id = app.product(&acme, "6901234567892");
    let foreign = rival.upload("inspection_report", "b.pdf", &pdf()).expect(201)["id"].clone();
    for (field, value, wrong) in [
        ("standards", json!([]), "/record/standards check.standard"),
        (
            "trace_code",
            json!("6901234567885"),
            "/record/trace_code product.trace_code_fixed",
        ),
        (
            "report_file_ids",
            json!([foreign]),
            "/record/report_file_ids/0 upload.unknown_file",
        ),
        ("name", json!(""), "/record/name required"),
        (
            "warranty_period",
            json!("请填写"),
            "/record/warranty_period check.leftover",
        ),
    ] {
        let refused = ask(&acme, &id, |r| r[field] = value);
        assert!(
            refused.wrong_fields().contains(&wrong.to_owned()),
            "{wrong}: {:?}",
            refused.wrong_fields()
        );
    }
    assert_eq!(
        ask(&acme, &id, |_| ()).wrong_fields(),
        ["/record product.nothing_changed"]
    );
}
