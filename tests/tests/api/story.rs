//! The main job from registration to scan, over REST.

use serde_json::{Value, json};
use tests::{Actor, TestApp, multipart, pdf, png};
use ureq::http::Method;

fn registration(licence: &Value, sms_code: &str) -> Value {
    json!({
        "uscc": "91330109589891087U", "name": "杭州超尔切削工具有限公司", "region_code": "330109",
        "enterprise_types": ["production", "battery_production"],
        "registered_address": "浙江省杭州市萧山区市心北路 100 号", "contact_name": "张三丰",
        "contact_phone": "13800138000", "sms_code": sms_code, "password": "Kq7!mTz2vB", "licence_file_id": licence,
    })
}

/// The newest code the development sender shows.
fn sms_code(anyone: &Actor) -> String {
    let messages = anyone.get("/api/v1/development/sms-messages").expect(200);
    let text = messages[0]["text"].as_str().unwrap().to_owned();
    text.split("为 ").nth(1).unwrap()[..6].to_owned()
}

#[test]
fn a_manufacturer_goes_from_registration_to_a_code_that_scans() {
    let app = TestApp::new();
    let anyone = app.anyone();

    // Registration (F001-F010).
    let (media_type, body) = multipart("营业执照.png", &png(60, 40));
    let licence = anyone
        .send(
            &Method::POST,
            "/api/v1/registrations/licence",
            Some(&media_type),
            &body,
        )
        .expect(201);
    anyone
        .post(
            "/api/v1/sms-codes",
            &json!({"phone": "13800138000", "purpose": "registration"}),
        )
        .expect(202);
    let registered = anyone
        .post(
            "/api/v1/registrations",
            &registration(&licence["id"], &sms_code(&anyone)),
        )
        .expect(201);
    assert_eq!(registered["login_name"], "91330109589891087U");

    // Sign-in (F011).
    let session = anyone
        .post(
            "/api/v1/sessions",
            &json!({"login_name": "91330109589891087u", "password": "Kq7!mTz2vB"}),
        )
        .expect(201);
    let acme = anyone.with_token(session["access_token"].as_str().unwrap());
    let me = acme.get("/api/v1/me").expect(200);
    assert_eq!(me["enterprise"]["name"], "杭州超尔切削工具有限公司");

    // A product (F058-F072).
    let picture = acme
        .upload("product_picture", "板材.png", &png(464, 290))
        .expect(201);
    let report = acme.upload("inspection_report", "报告.pdf", &pdf()).expect(201);
    let product = acme
        .post(
            "/api/v1/products",
            &json!({
                "category": "industrial", "trace_code": "2058989108994", "name": "细工木板", "product_type": "细木工板",
                "gpc_code": "83000000", "brand_name": "森森", "model": "1220×2440×18 mm", "standards": ["GB/T 5849—2016", "GB 18580-2017"],
                "picture_file_ids": [picture["id"]], "report_file_ids": [report["id"]], "is_report_public": false,
                "attributes": [{"name": "板材等级", "value": "E0 级", "is_public": true},
                               {"name": "成本", "value": "机密", "is_public": false}],
            }),
        )
        .expect(201);
    assert_eq!(product["code_reach"], "internal");
    assert_eq!(product["uri"], "https://q.example.com/01/02058989108994");

    // Review by the rules, and activation (F168-F169).
    let early = app.scan("/01/02058989108994").expect(200);
    assert_eq!(
        (&early["verdict"], &early["product"]),
        (&json!("inactive"), &json!(null))
    );
    acme.activate(&product["id"]);

    // A batch with its units (F091).
    let batch = json!({
        "product_id": product["id"], "batch_no": "20261101A", "made_on": "2026-11-01", "expires_on": "2028-10-31",
        "coding_mode": "unit", "quantity": 1000, "serial_prefix": "A", "first_serial": "00000001",
    });
    let batch = acme.post("/api/v1/batches", &batch).expect(201);
    assert_eq!(batch["units"], 1000);

    // The scan: as data and as a page.
    let first = app.scan("/01/02058989108994/21/A00000001").expect(200);
    assert_eq!(
        (first["verdict"].as_str(), first["level"].as_str()),
        (Some("valid"), Some("unit"))
    );
    assert_eq!(
        (&first["scans"], &first["batch_no"], &first["made_on"]),
        (&json!(1), &json!("20261101A"), &json!("2026-11-01"))
    );
    assert_eq!(first["maker"]["name"], "杭州超尔切削工具有限公司");
    assert_eq!(
        first["product"]["attributes"],
        json!([{"name": "板材等级", "value": "E0 级"}])
    );
    assert_eq!(
        first["product"]["documents"],
        json!([]),
        "the report is not public"
    );
    let again = app.scan("/01/02058989108994/21/A00000001").expect(200);
    assert_eq!(
        (&again["scans"], &again["first_scanned_at"]),
        (&json!(2), &first["first_scanned_at"])
    );
    let page = anyone
        .with("accept", "text/html")
        .get("/01/02058989108994/21/A00000001");
    assert_eq!(
        (page.status, page.header("content-type")),
        (200, "text/html; charset=utf-8")
    );
    let page = page.text();
    for fact in [
        "码已登记，状态有效",
        "细工木板",
        "20261101A",
        "A00000001",
        "杭州超尔切削工具有限公司",
        "本码第 3 次被查询",
        "企业自报",
    ] {
        assert!(page.contains(fact), "{fact} is not on the page");
    }
    assert!(!page.contains("机密") && !page.contains("13800138000") && !page.contains("<script"));
}

#[test]
fn doubts_about_a_product_are_told_in_the_language_of_the_reader() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "2058989108994");
    let address = format!("/api/v1/products/{product}");
    let said = |actor: &Actor| actor.get(&address).expect(200)["warnings"][0].clone();
    let (chinese, english) = (said(&acme), said(&acme.with("accept-language", "en")));
    assert_eq!(
        (&chinese["pointer"], &chinese["code"]),
        (&english["pointer"], &english["code"])
    );
    assert!(chinese["message"].as_str().unwrap().contains("内部码"));
    assert!(english["message"].as_str().unwrap().is_ascii());
}
