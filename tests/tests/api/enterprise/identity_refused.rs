//! K13: what an enterprise cannot ask to be, who decides when two do, and what the operator is warned of.

use super::identity::{NEW, OLD, decide, licence, queue, rename, told, withdraw};
use serde_json::{Value, json};
use std::{sync::Barrier, thread};
use tests::{Actor, Reply, TestApp, png};

fn doubts(request: &Value) -> Vec<&str> {
    let warnings = request["warnings"].as_array().unwrap().iter();
    warnings.map(|w| w["code"].as_str().unwrap()).collect()
}

#[test]
fn what_cannot_be_asked_for_is_refused_at_its_field() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let (own, others) = (licence(&acme), licence(&rival));
    let wrong_slot = acme.upload("product_picture", "a.png", &png(8, 8)).expect(201)["id"].clone();
    let ask = |field: &str, value: Value| {
        acme.ask_identity(|r| {
            r["licence_file_id"] = own.clone();
            r["name"] = json!(NEW);
            r[field] = value;
        })
    };
    for (field, value, wrong) in [
        ("licence_file_id", others, "/licence_file_id upload.unknown_file"),
        (
            "licence_file_id",
            wrong_slot,
            "/licence_file_id upload.wrong_slot",
        ),
        ("licence_file_id", Value::Null, "/licence_file_id required"),
        (
            "region_code",
            json!("330100"),
            "/region_code enterprise.unknown_region",
        ),
        ("enterprise_types", json!([]), "/enterprise_types required"),
        ("name", json!("  "), "/name required"),
        ("reason", json!(" "), "/reason blank"),
        ("reason", Value::Null, "/reason identity_request.reason_missing"),
        // The code is who it is: another one is another enterprise.
        ("uscc", json!("91330482746305409W"), "/uscc unknown_field"),
    ] {
        let refused = ask(field, value);
        let found = refused.wrong_fields();
        let (pointer, _) = wrong.split_once(' ').unwrap();
        assert!(found.iter().any(|f| f.starts_with(pointer)), "{wrong}: {found:?}");
        assert!(matches!(refused.status, 404 | 422), "{wrong}: {}", refused.text());
    }
    // Nothing that differs is no change.
    assert_eq!(
        app.operator()
            .total("/api/v1/platform/identity-requests?state=submitted"),
        0
    );
    let operator = app.sign_in("operator", None);
    let first = ask("name", json!(NEW)).expect(201);
    assert_eq!(decide(&operator, &first, "approve").status, 204);
    let same = acme.ask_identity(|_| ());
    assert_eq!(same.wrong_fields(), ["/name identity_request.nothing_changed"]);
    // A page that is out of date, or says nothing of what it read, asks for nothing.
    let body = json!({"name": OLD, "region_code": "330109", "enterprise_types": ["production"],
                      "licence_file_id": licence(&acme), "reason": "旧页面"});
    let post = |of: &Actor| of.post("/api/v1/identity-requests", &body).status;
    assert_eq!((post(&acme.with("if-match", "\"1\"")), post(&acme)), (412, 428));
}

#[test]
fn of_all_who_decide_or_ask_at_once_one_does() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let operator = app.operator();
    for round in 0..4 {
        let name = format!("杭州超尔刀具有限公司{round}");
        let (one, two) = (licence(&acme), licence(&acme));
        let ask = |file: Value| {
            acme.ask_identity(|r| {
                r["name"] = json!(name);
                r["licence_file_id"] = file;
            })
        };
        let replies = at_once(|| ask(one.clone()), || ask(two.clone()));
        let mut statuses = replies.each_ref().map(|r| r.status);
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 409]);
        let waiting = queue(&operator).remove(0);
        let replies = at_once(
            || decide(&operator, &waiting, "approve"),
            || decide(&operator, &waiting, "reject"),
        );
        let mut statuses = replies.each_ref().map(|r| r.status);
        statuses.sort_unstable();
        assert_eq!(statuses, [204, 409]);
        let is_renamed = acme.get("/api/v1/enterprise").expect(200)["name"] == name.as_str();
        assert_eq!(is_renamed, replies[0].status == 204);
    }
}

#[test]
fn the_operator_is_warned_of_names_like_an_authoritys_and_of_namesakes() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let operator = app.operator();
    let asked = rename(&acme, "国家市场监督管理总局").expect(201);
    assert_eq!(doubts(&asked), ["enterprise.name_of_authority"]);
    assert_eq!(
        told(&operator, "/api/v1/platform/notices")["notice_code"],
        "identity_doubtful"
    );
    assert_eq!(doubts(&queue(&operator)[0]), ["enterprise.name_of_authority"]);
    withdraw(&acme, &asked).expect(200);
    rename(&acme, "平湖市三鑫金属制品厂").expect(201);
    assert_eq!(doubts(&queue(&operator)[0]), ["enterprise.name_twice"]);
    // Its own name is no namesake; its code is of another city than its region.
    let file = licence(&rival);
    let moved = rival.ask_identity(|r| {
        r["region_code"] = json!("330109");
        r["licence_file_id"] = file;
        r["reason"] = json!("迁址");
    });
    assert_eq!(doubts(&moved.expect(201)), ["enterprise.region_differs"]);
}

#[test]
fn a_disabled_enterprise_is_not_passed_and_one_without_a_licence_neither() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let operator = app.operator();
    let asked = rename(&acme, NEW).expect(201);
    let at = |step: &str| format!("/api/v1/platform/enterprises/{}/{step}", acme.enterprise());
    operator
        .post(&at("disable"), &json!({"reason": "主体资格存疑"}))
        .expect(204);
    assert_eq!(
        decide(&operator, &asked, "approve").expect_problem(409),
        "identity_request.enterprise_disabled"
    );
    assert_eq!(queue(&operator).len(), 1, "it waits on");
    assert_eq!(acme.get("/api/v1/identity-requests").status, 401);
    operator.post(&at("enable"), &json!({})).expect(204);
    assert_eq!(decide(&operator, &asked, "approve").status, 204);
    assert_eq!(
        decide(&operator, &asked, "reject").expect_problem(409),
        "identity_request.decided"
    );
}

fn at_once(one: impl FnOnce() -> Reply + Send, two: impl FnOnce() -> Reply + Send) -> [Reply; 2] {
    let start = Barrier::new(2);
    thread::scope(|threads| {
        let first = threads.spawn(|| {
            start.wait();
            one()
        });
        let second = threads.spawn(|| {
            start.wait();
            two()
        });
        [first.join().unwrap(), second.join().unwrap()]
    })
}
