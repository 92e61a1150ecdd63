//! K13: name, region, types and licence of an enterprise are what the operator compared with its licence, and change no other way.

use super::acme;
use serde_json::{Value, json};
use tests::{Actor, Reply, TestApp, pdf};

const CODE: &str = "/01/06901234567892";
pub(super) const NEW: &str = "杭州超尔刀具有限公司";
pub(super) const OLD: &str = "杭州超尔切削工具有限公司";
const USCC: &str = "91330109589891087U";

pub(super) fn licence(of: &Actor) -> Value {
    of.upload("business_licence", "执照.pdf", &pdf()).expect(201)["id"].clone()
}

/// Asks for another name, with a new licence.
pub(super) fn rename(of: &Actor, name: &str) -> Reply {
    let file = licence(of);
    of.ask_identity(|r| {
        r["name"] = json!(name);
        r["licence_file_id"] = file;
    })
}

pub(super) fn decide(operator: &Actor, request: &Value, step: &str) -> Reply {
    let path = format!("/api/v1/platform/identity-requests/{}/{step}", id(request));
    let body = match step {
        "reject" => json!({"reason": "执照照片看不清，请重新上传"}),
        _ => json!({}),
    };
    operator.post(&path, &body)
}

pub(super) fn id(request: &Value) -> &str {
    request["id"].as_str().unwrap()
}

pub(super) fn withdraw(of: &Actor, request: &Value) -> Reply {
    let path = format!("/api/v1/identity-requests/{}/withdraw", id(request));
    of.post(&path, &json!({}))
}

/// The requests that wait, for the operator.
pub(super) fn queue(operator: &Actor) -> Vec<Value> {
    let found = operator.get("/api/v1/platform/identity-requests?state=submitted");
    found.expect(200)["items"].as_array().unwrap().clone()
}

fn page(app: &TestApp, path: &str) -> String {
    app.anyone().with("accept", "text/html").get(path).text()
}

pub(super) fn told(of: &Actor, list: &str) -> Value {
    of.get(list).expect(200)["items"][0].clone()
}

/// One that registered the way people do, signed in, and the operator.
fn registered() -> (TestApp, Actor, Actor) {
    let app = TestApp::new();
    app.register(USCC, "13800138000");
    let operator = app.operator();
    let found = operator.get("/api/v1/platform/enterprises").expect(200);
    let id = found["items"][0]["id"].as_str().unwrap().parse().unwrap();
    let acme = app.sign_in(USCC, Some(id));
    (app, acme, operator)
}

#[test]
fn who_registers_is_not_verified_until_the_operator_says_so_and_everybody_is_told() {
    let (app, acme, operator) = registered();
    app.product(&acme, "6901234567892");
    assert_eq!(
        acme.get("/api/v1/enterprise").expect(200)["verified_at"],
        Value::Null
    );
    let data = app.scan(CODE).expect(200);
    assert_eq!(data["maker"]["is_verified"], false);
    assert_eq!(data["hints"], json!(["maker_unverified"]));
    let shown = page(&app, CODE);
    assert!(shown.contains("待核验") && shown.contains("尚未核对"));
    let english = page(&app, &format!("{CODE}?lang=en"));
    assert!(english.contains("not verified yet") && english.contains("Not verified yet"));
    assert_eq!(
        shown.matches("class=\"who business_licence\"").count(),
        1,
        "the legend alone"
    );

    let waiting = queue(&operator);
    assert_eq!((waiting.len(), &waiting[0]["asked"]["name"]), (1, &json!(OLD)));
    assert_eq!(waiting[0]["changed_fields"], json!([]));
    let view = operator
        .get(&format!("/api/v1/platform/identity-requests/{}", id(&waiting[0])))
        .expect(200);
    let paper = view["asked"]["licence"]["url"].as_str().unwrap();
    assert_eq!(
        app.anyone().get(paper).status,
        200,
        "its licence can be looked at"
    );
    assert_eq!(decide(&operator, &waiting[0], "approve").status, 204);
    assert_eq!(
        told(&acme, "/api/v1/notices")["notice_code"],
        json!("identity_approved")
    );
    let data = app.scan(CODE).expect(200);
    assert_eq!(
        (&data["maker"]["is_verified"], &data["hints"]),
        (&json!(true), &json!([]))
    );
    let shown = page(&app, CODE);
    assert!(!shown.contains("待核验") && shown.contains("已核对营业执照"));
    assert_eq!(queue(&operator).len(), 0);
    assert!(acme.get("/api/v1/enterprise").expect(200)["verified_at"].is_string());
}

#[test]
fn what_was_sent_back_is_mended_and_asked_for_again() {
    let (app, acme, operator) = registered();
    let first = queue(&operator).remove(0);
    assert_eq!(rename(&acme, NEW).expect_problem(409), "identity_request.open");
    assert_eq!(decide(&operator, &first, "reject").status, 204);
    let notice = told(&acme, "/api/v1/notices");
    assert_eq!(notice["notice_code"], "identity_rejected");
    assert!(notice["text"].to_string().contains("执照照片看不清"));
    let own = acme.get("/api/v1/identity-requests").expect(200);
    assert_eq!(own["items"][0]["state_reason"], "执照照片看不清，请重新上传");
    // Not verified yet: asking for the same once more is no mistake, and needs no reason.
    let again = acme.ask_identity(|r| r["reason"] = Value::Null).expect(201);
    assert_eq!(withdraw(&acme, &again).expect(200)["state"], "withdrawn");
    assert_eq!(
        decide(&operator, &again, "approve").expect_problem(409),
        "identity_request.decided"
    );
    let mended = rename(&acme, NEW).expect(201);
    assert_eq!(mended["changed_fields"], json!(["name", "licence_file_id"]));
    assert_eq!(decide(&operator, &mended, "approve").status, 204);
    let now = acme.get("/api/v1/enterprise").expect(200);
    // Nobody ever vouched for the name of before.
    assert_eq!((&now["name"], &now["former_names"]), (&json!(NEW), &json!([])));
    drop(app);
}

#[test]
fn nothing_the_operator_vouches_for_changes_by_saving_the_record() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    app.product(&acme, "6901234567892");
    let shown = acme.get("/api/v1/enterprise").expect(200);
    let record = |field: &str, value: Value| {
        let mut record = json!({"company_prefixes": []});
        for field in [
            "name",
            "region_code",
            "enterprise_types",
            "registered_address",
            "contact_name",
            "contact_phone",
        ] {
            record[field] = shown[field].clone();
        }
        record[field] = value;
        record
    };
    let put = |field: &str, value: Value| {
        let etag = acme.get("/api/v1/enterprise").header("etag").to_owned();
        acme.with("if-match", &etag)
            .put("/api/v1/enterprise", &record(field, value))
    };
    for (field, value) in [
        ("name", json!("国家市场监督管理总局")),
        ("name", json!("杭州超尔切削工具有限公司 ")),
        ("region_code", json!("330482")),
        ("enterprise_types", json!(["sales"])),
        ("enterprise_types", json!(["production", "production"])),
        ("licence_file_id", licence(&acme)),
    ] {
        let refused = put(field, value.clone());
        if refused.status == 200 {
            // Blanks at the ends are no change.
            assert_eq!(field, "name");
            continue;
        }
        assert_eq!(
            refused.wrong_fields(),
            [format!("/{field} enterprise.vouched")],
            "{value}"
        );
        assert!(refused.text().contains("企业变更申请"), "it names the way out");
    }
    assert_eq!(app.scan(CODE).expect(200)["maker"]["name"], OLD);
    assert!(!page(&app, CODE).contains("总局"));
}

#[test]
fn a_new_name_holds_once_it_is_approved_and_the_former_one_is_told_with_its_days() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    app.operator();
    app.product(&acme, "6901234567892");
    let began = app.clock.now().beijing_date();
    app.clock.advance_seconds(10 * 86_400);
    let (acme, operator) = (
        app.sign_in(USCC, Some(acme.enterprise().clone())),
        app.sign_in("operator", None),
    );
    let asked = rename(&acme, NEW).expect(201);
    assert_eq!(
        (&asked["former"]["name"], &asked["asked"]["name"]),
        (&json!(OLD), &json!(NEW))
    );
    let notice = told(&operator, "/api/v1/platform/notices");
    assert_eq!(notice["notice_code"], "identity_requested");
    assert_eq!(app.scan(CODE).expect(200)["maker"]["name"], OLD, "it waits");
    assert_eq!(decide(&operator, &asked, "approve").status, 204);

    let today = app.clock.now().beijing_date();
    let former = json!([{"name": OLD, "held_from": began, "held_until": today}]);
    let maker = app.scan(CODE).expect(200)["maker"].clone();
    assert_eq!((&maker["name"], &maker["former_names"]), (&json!(NEW), &former));
    assert_eq!(acme.get("/api/v1/enterprise").expect(200)["former_names"], former);
    let shown = page(&app, CODE);
    assert!(shown.contains(NEW) && shown.contains(&format!("{OLD}（{began} 至 {today}）")));
    assert!(page(&app, &format!("{CODE}?lang=en")).contains("Former name"));

    // The page of the day before has the name of that day, and that of tomorrow's eve the new one.
    app.clock.advance_seconds(86_400);
    let on = |day: chrono::NaiveDate| app.scan(&format!("{CODE}?on={day}")).expect(200)["maker"].clone();
    let before = on(today.pred_opt().unwrap());
    assert_eq!(
        (&before["name"], &before["former_names"]),
        (&json!(OLD), &json!([]))
    );
    assert_eq!(on(today)["name"], NEW);

    // A second change: both former names, each with its days.
    let acme = app.sign_in(USCC, Some(acme.enterprise().clone()));
    let operator = app.sign_in("operator", None);
    let asked = rename(&acme, OLD).expect(201);
    assert_eq!(decide(&operator, &asked, "approve").status, 204);
    let names = app.scan(CODE).expect(200)["maker"]["former_names"].clone();
    assert_eq!((&names[0]["name"], &names[1]["name"]), (&json!(OLD), &json!(NEW)));
    assert_eq!(names[1]["held_from"], json!(today));
    // Nobody else's.
    let rival = app.sign_in("91330482746305409W", Some(rival.enterprise().clone()));
    assert_eq!(rival.total("/api/v1/identity-requests"), 1);
    let view = format!("/api/v1/identity-requests/{}", id(&asked));
    assert_eq!(rival.get(&view).status, 404);
    assert_eq!(withdraw(&rival, &asked).status, 404);
}

#[test]
fn rights_and_menu_follow_the_types_once_they_are_approved() {
    let app = TestApp::new();
    let (acme, operator) = (acme(&app), app.operator());
    let file = licence(&acme);
    let asked = acme
        .ask_identity(|r| {
            r["enterprise_types"] = json!(["sales"]);
            r["licence_file_id"] = file;
        })
        .expect(201);
    assert_eq!(acme.get("/api/v1/products").status, 200);
    decide(&operator, &asked, "approve").expect(204);
    app.clock.advance_seconds(2);
    let later = app.sign_in(USCC, Some(acme.enterprise().clone()));
    assert_eq!(later.get("/api/v1/products").status, 403);
}
