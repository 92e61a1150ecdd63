//! F142, F145, C8: what a product is called in other schemes, and on which platforms it is registered.

use super::{broken, put};
use serde_json::json;
use tests::TestApp;

#[test]
fn f142_codes_of_other_schemes_are_kept_shown_and_found() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.product(&acme, "6901234567892");
    let codes = json!([
        {"scheme": "ecode", "code": "10064123456789"},
        {"scheme": "ccc", "code": "2016010706840003"},
        {"scheme": "digital_identity", "code": "甲/乙-1"},
        {"scheme": "gs1", "code": "6901234567908"},
    ]);
    let saved = put(&acme, &id, |r| r["linked_codes"] = codes.clone()).expect(200);
    // The class of the certificate is another product's; the codes themselves are as they should be.
    let warnings = saved["warnings"].as_array().unwrap().iter();
    assert!(
        warnings
            .clone()
            .all(|w| w["pointer"].to_string().find("linked_codes").is_none())
    );
    assert_eq!(
        app.scan("/01/06901234567892").expect(200)["product"]["linked_codes"],
        codes
    );
    let page = app
        .anyone()
        .with("accept", "text/html")
        .get("/01/06901234567892")
        .text();
    for shown in [
        "物联网标识编码（Ecode）",
        "10064123456789",
        "2016010706840003",
        "甲/乙-1",
    ] {
        assert!(page.contains(shown), "{shown}");
    }
    let found = acme.get("/api/v1/products?keyword=10064123456789").expect(200);
    assert_eq!(found["items"][0]["id"], json!(id));
}

#[test]
fn f142_what_cannot_be_is_refused_and_what_is_unusual_is_told() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.draft(&acme, "6901234567892");
    let with = |scheme: &str, code: &str| {
        put(&acme, &id, |r| {
            r["linked_codes"] =
                json!([{"scheme": "ecode", "code": "10064123456789"}, {"scheme": scheme, "code": code}]);
        })
    };
    for (scheme, code, said) in [
        ("ccc", "20160107068400", "product.linked_code"),
        ("gs1", "6901234567893", "product.linked_code"),
        ("ecode", "10064123456789", "product.linked_code_twice"),
    ] {
        let refused = with(scheme, code);
        assert_eq!(refused.expect_problem(422), said, "{scheme} {code}");
        assert_eq!(broken(&refused.json())[0].0, "/linked_codes/1/code");
    }
    let doubtful = with("ecode", "9").expect(200);
    assert_eq!(doubtful["warnings"][0]["pointer"], "/linked_codes/1/code");
}

#[test]
fn f145_every_scheme_has_its_platforms() {
    let app = TestApp::new();
    let options = app.anyone().get("/api/v1/reference/product-options").expect(200);
    let platforms = options["platforms"].as_array().unwrap();
    for scheme in ["gs1", "ecode", "digital_identity", "ccc"] {
        let national = |p: &&serde_json::Value| p["scheme"] == scheme && p["reach"] == "national";
        assert_eq!(platforms.iter().filter(national).count(), 1, "{scheme}");
    }
}

/// What is searched is part of indexes, which take so much and no more on PostgreSQL.
#[test]
fn a_record_with_every_text_as_long_as_may_be_is_stored() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.draft(&acme, "6901234567892");
    // No two characters alike, so that nothing is packed.
    let text = |from: u32, length: u32| -> String {
        (0..length)
            .filter_map(|i| char::from_u32(0x4e00 + from + i))
            .collect()
    };
    put(&acme, &id, |r| {
        r["name"] = json!(text(0, 100));
        r["model"] = json!(text(200, 100));
        r["brand_name"] = json!(text(400, 50));
        let code = |i: u32| json!({"scheme": "digital_identity", "code": text(500 + i * 128, 128)});
        r["linked_codes"] = (0..20).map(code).collect();
    })
    .expect(200);
    assert_eq!(acme.get("/api/v1/products").expect(200)["total"], 1);
}

#[test]
fn one_code_is_one_code_however_it_is_written() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.product(&acme, "6901234567892");
    let twice = json!([{"scheme": "gs1", "code": "６９０１２３４５６７９０８"}, {"scheme": "gs1", "code": "06901234567908"}]);
    let refused = put(&acme, &id, |r| r["linked_codes"] = twice.clone());
    assert_eq!(refused.expect_problem(422), "product.linked_code_twice");
    let saved = put(&acme, &id, |r| r["linked_codes"] = json!([twice[0]])).expect(200);
    assert_eq!(saved["record"]["linked_codes"][0]["code"], "6901234567908");
    let page = app.anyone().with("accept", "text/html").get("/01/06901234567892");
    assert!(page.text().contains("其他编码"), "what changed is told");
}
