//! F081–F082, F102–F104: what products have in common is written once; shipped templates are chosen, not changed.

use serde_json::{Value, json};
use tests::{Actor, Reply, TestApp, png};

const LIST: &str = "/api/v1/product-templates";

fn at(template: &Value) -> String {
    format!("{LIST}/{}", template["id"].as_str().unwrap())
}

fn put(actor: &Actor, path: &str, version: i64, record: &Value) -> Reply {
    actor
        .with("if-match", &format!("\"{version}\""))
        .put(path, record)
}

fn names(actor: &Actor, query: &str) -> Vec<String> {
    let found = actor.get(&format!("{LIST}?{query}")).expect(200);
    let items = found["items"].as_array().unwrap();
    items
        .iter()
        .map(|t| t["name"].as_str().unwrap().to_owned())
        .collect()
}

fn menu(kind: &str, content: &str) -> Value {
    json!({"name": "人造板", "page": {"menus": [{"title": "企业介绍", "kind": kind, "content": content}]}})
}

#[test]
fn a_template_is_written_changed_and_removed_with_its_page() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let header = acme.upload("page_background", "头图.png", &png(8, 8)).expect(201);
    let brand = acme.post("/api/v1/brands", &json!({"name": "森森"})).expect(201);
    let record = json!({
        "name": "人造板通用模板",
        "basics": {"category": "industrial", "brand_id": brand["id"], "warranty_period": "24 个月",
                   "standards": ["GB 18580-2017"],
                   "attributes": [{"name": "板材等级", "value": "E0 级", "is_public": true}]},
        "page": {
            "menus": [
                {"title": "企业介绍", "kind": "text", "content": "始于 1998 年。\n专注板材。"},
                {"title": "官网", "kind": "link", "content": "https://www.example.com/about"},
                {"title": "工艺", "kind": "rich", "content": "<p onclick=\"x()\">热压<script>alert(1)</script></p>"},
            ],
            "apps": [{"kind": "jd", "url": "https://item.jd.com/100012043978.html"}],
            "theme": {"colour": "#1668dc", "header_picture_file_id": header["id"]},
        },
    });
    let made = acme.post(LIST, &record).expect(201);
    assert_eq!(
        (
            &made["origin"],
            &made["record"]["basics"]["brand_name"],
            &made["files"][0]["id"]
        ),
        (&json!("own"), &json!("森森"), &header["id"])
    );
    let rich = made["record"]["page"]["menus"][2]["content"].as_str().unwrap();
    assert_eq!(rich, "<p>热压</p>", "what could run is not stored");
    assert_eq!(acme.get(&at(&made)).expect(200)["record"], made["record"]);

    let mut changed = made["record"].clone();
    changed["name"] = json!("板材模板");
    changed["page"]["menus"] = json!([]);
    let reply = put(&acme, &at(&made), 1, &changed).expect(200);
    assert_eq!(
        (&reply["version"], &reply["record"]["page"]["menus"]),
        (&json!(2), &json!([]))
    );
    assert_eq!(
        put(&acme, &at(&made), 1, &changed).expect_problem(412),
        "request.stale"
    );
    assert_eq!(
        acme.put(&at(&made), &changed).expect_problem(428),
        "request.version_missing"
    );

    acme.delete(&at(&made)).expect(204);
    assert_eq!(
        acme.get(&at(&made)).expect_problem(404),
        "product.template_not_found"
    );
    assert_eq!(
        acme.delete(&at(&made)).expect_problem(404),
        "product.template_not_found"
    );
    drop(app);
}

#[test]
fn a_name_is_taken_once_in_an_enterprise_however_it_is_written() {
    let (_app, acme, rival) = TestApp::with_two_enterprises();
    acme.post(LIST, &json!({"name": "Board 板材"})).expect(201);
    let again = acme.post(LIST, &json!({"name": " ＢＯＡＲＤ　板材"}));
    assert_eq!(again.expect_problem(409), "product.template_name_taken");
    assert_eq!(again.wrong_fields(), ["/name product.template_name_taken"]);
    let second = acme.post(LIST, &json!({"name": "刀具"})).expect(201);
    let renamed = put(&acme, &at(&second), 1, &json!({"name": "board 板材"}));
    assert_eq!(renamed.expect_problem(409), "product.template_name_taken");
    rival.post(LIST, &json!({"name": "Board 板材"})).expect(201);
}

#[test]
fn own_templates_come_before_those_that_are_shipped_page_by_page() {
    let (_app, acme, rival) = TestApp::with_two_enterprises();
    for i in 1..=3 {
        acme.post(LIST, &json!({"name": format!("模板 {i} 100%")}))
            .expect(201);
    }
    let shipped = names(&acme, "origin=system");
    assert!(shipped.len() >= 4, "{shipped:?}");
    assert_eq!(names(&rival, "origin=own"), Vec::<String>::new());
    assert_eq!(names(&rival, ""), shipped);
    assert_eq!(names(&acme, "origin=own").len(), 3);
    let all = names(&acme, "page_size=50");
    assert_eq!(all.get(3..).unwrap(), shipped);
    let mut paged = vec![];
    for page in 1..=4 {
        paged.extend(names(&acme, &format!("page_size=2&page={page}")));
    }
    assert_eq!(paged, all, "no page repeats or skips one");
    assert_eq!(names(&acme, "keyword=100%25").len(), 3);
    assert_eq!(names(&acme, "keyword=%E7%94%B5%E5%8A%A8"), ["电动自行车模板"]);
}

#[test]
fn shipped_templates_are_read_but_not_changed_and_make_good_templates_of_ones_own() {
    let (_app, acme, _) = TestApp::with_two_enterprises();
    let found = acme.get(&format!("{LIST}?origin=system")).expect(200);
    for item in found["items"].as_array().unwrap() {
        let shipped = acme.get(&at(item)).expect(200);
        assert_eq!(
            (&shipped["origin"], &shipped["updated_at"]),
            (&json!("system"), &Value::Null)
        );
        let own = acme.post(LIST, &shipped["record"]).expect(201);
        assert_eq!(own["record"], shipped["record"]);
        let changed = put(&acme, &at(item), 1, &shipped["record"]);
        assert_eq!(changed.expect_problem(409), "product.system_template");
        assert_eq!(
            acme.delete(&at(item)).expect_problem(409),
            "product.system_template"
        );
    }
}

#[test]
fn what_a_page_may_not_hold_is_refused_at_its_place() {
    let (_app, acme, rival) = TestApp::with_two_enterprises();
    let large = format!("<p>{}</p>", "板".repeat(40_000));
    for (kind, content, wrong) in [
        (
            "link",
            "http://www.example.com",
            "/page/menus/0/content https_url.not_https",
        ),
        (
            "link",
            "javascript:alert(1)",
            "/page/menus/0/content https_url.not_https",
        ),
        (
            "rich",
            large.as_str(),
            "/page/menus/0/content page.rich_too_large",
        ),
        (
            "rich",
            "<script>alert(1)</script>",
            "/page/menus/0/content page.rich_empty",
        ),
    ] {
        let refused = acme.post(LIST, &menu(kind, content));
        refused.expect_problem(422);
        assert_eq!(refused.wrong_fields(), [wrong]);
    }
    // Text is text, whatever it looks like.
    let script = "<script>alert(1)</script>";
    let made = acme.post(LIST, &menu("text", script)).expect(201);
    assert_eq!(made["record"]["page"]["menus"][0]["content"], json!(script));

    // What another enterprise has cannot be put into a template, nor its template be seen.
    let brand = rival.post("/api/v1/brands", &json!({"name": "三鑫"})).expect(201);
    let foreign = json!({"name": "带品牌", "basics": {"brand_id": brand["id"]}});
    let refused = acme.post(LIST, &foreign);
    assert!(
        refused.wrong_fields()[0].starts_with("/basics/brand_id"),
        "{}",
        refused.text()
    );
    let picture = rival.upload("page_background", "a.png", &png(8, 8)).expect(201);
    let foreign = json!({"name": "带图", "page": {"theme": {"header_picture_file_id": picture["id"]}}});
    let refused = acme.post(LIST, &foreign);
    assert!(
        refused.wrong_fields()[0].starts_with("/page/theme/header_picture_file_id"),
        "{}",
        refused.text()
    );
    for reply in [
        rival.get(&at(&made)),
        put(&rival, &at(&made), 1, &json!({"name": "x"})),
        rival.delete(&at(&made)),
    ] {
        assert_eq!(reply.expect_problem(404), "product.template_not_found");
    }
}

/// F173: what was reviewed is locked once a product is activated, and the form is told so.
#[test]
fn an_activated_product_says_what_of_it_is_locked() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let draft = app.draft(&acme, "6901234567892");
    let path = format!("/api/v1/products/{draft}");
    assert_eq!(acme.get(&path).expect(200)["locked"], json!(["trace_code"]));
    acme.activate(&draft);
    let product = acme.get(&path).expect(200);
    let locked = product["locked"].as_array().unwrap();
    for field in locked {
        let field = field.as_str().unwrap();
        let mut record = product["record"].clone();
        record[field] = match &record[field] {
            Value::Array(_) => json!(["GB 18580-2025"]),
            Value::String(_) if field == "category" => json!("other"),
            Value::String(_) if field == "coding_level" => json!("batch"),
            Value::String(_) if field == "gpc_code" => json!("84000000"),
            Value::String(_) if field == "trace_code" => json!("6901234567885"),
            Value::String(_) => json!("改名"),
            // What is not there yet cannot be added either.
            _ if field.ends_with("_number") => json!("XK06-001-00001"),
            _ => continue,
        };
        let version = product["version"].as_i64().unwrap();
        let refused = put(&acme, &path, version, &record);
        assert!(matches!(refused.status, 409 | 422), "{field}: {}", refused.text());
        assert!(
            refused.wrong_fields()[0].starts_with(&format!("/{field} ")),
            "{field}: {}",
            refused.text()
        );
    }
}
