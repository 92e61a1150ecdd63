//! What a scan does not tell.

use super::GTIN;
use serde_json::json;
use tests::{Actor, TestApp, pdf, png};

/// A product with secrets: attributes that are not shown, a report that is closed, people and phones.
fn product(app: &TestApp, acme: &Actor, name: &str) -> String {
    let upload =
        |slot: &str, file: &str, content: &[u8]| acme.upload(slot, file, content).expect(201)["id"].clone();
    let record = json!({
        "category": "industrial", "trace_code": "6901234567892", "name": name, "product_type": "细木工板",
        "gpc_code": "83000000", "model": "18 mm", "standards": ["GB 18580-2017"], "is_report_public": false,
        "picture_file_ids": [upload("product_picture", "图.png", &png(8, 8))],
        "report_file_ids": [upload("inspection_report", "秘密报告.pdf", &pdf())],
        "manual_file_ids": [upload("manual", "说明书.pdf", &pdf())],
        "attributes": [{"name": "板材等级", "value": "E0 级", "is_public": true},
                       {"name": "成本价", "value": "机密数字", "is_public": false}],
    });
    let made = acme.post("/api/v1/products", &record).expect(201);
    acme.activate(&made["id"]);
    acme.issue(&made["id"].as_str().unwrap(), "A", "001", 10);
    app.scan(&format!("{GTIN}/21/A001")).expect(200);
    made["id"].as_str().unwrap().to_owned()
}

/// Nothing of one enterprise that it does not show on purpose, whoever asks.
#[test]
fn nothing_private_is_told() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let id = product(&app, &acme, "细工木板");
    let own = rival.with("accept", "application/json");
    let secrets = [
        "成本价",
        "机密数字",
        "秘密报告",
        "13800138000",
        "联系人",
        &id,
        acme.enterprise().as_str(),
    ];
    for path in ["", "/10/B1", "/21/A001", "/21/A999"] {
        let path = format!("{GTIN}{path}");
        for reply in [
            app.scan(&path),
            own.get(&path),
            app.anyone().with("accept", "text/html").get(&path),
        ] {
            let text = reply.text();
            assert!(text.contains("细工木板"), "{path}");
            for secret in secrets {
                assert!(!text.contains(secret), "{path} tells {secret}");
            }
        }
    }
    let answer = app.scan(&format!("{GTIN}/21/A001")).expect(200);
    assert_eq!(
        answer["product"]["attributes"],
        json!([{"name": "板材等级", "value": "E0 级"}])
    );
    assert_eq!(
        answer["product"]["documents"].as_array().unwrap().len(),
        1,
        "the manual is public"
    );
    for document in answer["product"]["documents"].as_array().unwrap() {
        assert_eq!(app.anyone().get(document["url"].as_str().unwrap()).status, 200);
    }
    let fields: Vec<&String> = answer["maker"].as_object().unwrap().keys().collect();
    let told = [
        "address",
        "former_names",
        "is_verified",
        "licence",
        "name",
        "phone",
        "uscc",
        "website",
    ];
    assert_eq!(fields, told);
    // Of which the enterprise says whether they are told (F152).
    assert_eq!(
        (&answer["maker"]["licence"], &answer["maker"]["phone"]),
        (&json!(null), &json!(null))
    );
}

/// What an enterprise writes of itself cannot run in a reader's browser.
#[test]
fn words_are_words() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let name = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&lt;";
    let id = product(&app, &acme, name);
    let reason = json!({"reason": "</p><script>alert(3)</script>"});
    acme.post(&format!("/api/v1/products/{id}/void"), &reason)
        .expect(200);
    let page = app
        .anyone()
        .with("accept", "text/html")
        .get(&format!("{GTIN}/21/A001"));
    let text = page.text();
    assert!(
        text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"),
        "the name is shown as it is"
    );
    assert!(
        !text.contains("<script") && !text.contains("<img src=x"),
        "{text}"
    );
    let policy = page.header("content-security-policy");
    assert!(
        policy.contains("default-src 'none'") && !policy.contains("script-src 'unsafe"),
        "{policy}"
    );
    let wrong = app
        .anyone()
        .with("accept", "text/html")
        .get("/01/06901234567892/21/%3Cscript%3Ealert(1)%3C%2Fscript%3E");
    assert!(!wrong.text().contains("<script"));
    assert_eq!(
        app.scan(&format!("{GTIN}/21/A001")).expect(200)["product"]["name"],
        name
    );
}

/// Codes that were never issued are all answered alike.
#[test]
fn guesses_learn_nothing() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    product(&app, &acme, "细工木板");
    let essence = |serial: &str| {
        let reply = app.scan(&format!("{GTIN}/21/{serial}"));
        let text = reply.text().replace(serial, "");
        let (start, rest) = text.split_once("\"answered_at\"").unwrap();
        (reply.status, start.to_owned(), rest.len())
    };
    let like = essence("Z000000");
    for n in 1..300 {
        assert_eq!(essence(&format!("Z{:06}", n * 3331 % 1_000_000)), like);
    }
}
