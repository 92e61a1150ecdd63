//! F152: what an enterprise tells the public of itself.

use serde_json::{Value, json};
use tests::{Actor, Reply, TestApp, pdf};

/// Puts the enterprise back with one change.
fn put(of: &Actor, change: impl FnOnce(&mut Value)) -> Reply {
    let shown = of.get("/api/v1/enterprise");
    let seen = shown.json();
    let mut record = json!({"licence_file_id": seen["licence"]["id"]});
    for field in [
        "name",
        "region_code",
        "enterprise_types",
        "registered_address",
        "contact_name",
        "contact_phone",
        "company_prefixes",
        "public_phone",
        "is_licence_public",
    ] {
        record[field] = seen[field].clone();
    }
    change(&mut record);
    of.with("if-match", shown.header("etag"))
        .put("/api/v1/enterprise", &record)
}

#[test]
fn f152_name_code_address_phone_and_licence_are_public_as_the_enterprise_says() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    app.product(&acme, "6901234567892");
    let licence = acme.upload("business_licence", "执照.pdf", &pdf()).expect(201)["id"].clone();
    let maker = || app.scan("/01/06901234567892").expect(200)["maker"].clone();
    let page = || {
        let page = app.anyone().with("accept", "text/html").get("/01/06901234567892");
        page.text()
    };
    let opens = |file: &Value| {
        let address = format!("/files/{}", file.as_str().unwrap());
        app.anyone().get(&address).status
    };
    let operator = app.operator();
    let replace = |file: &Value| {
        let asked = acme
            .ask_identity(|r| r["licence_file_id"] = file.clone())
            .expect(201);
        operator.approve_identity(&asked).expect(204);
    };
    replace(&licence);
    put(&acme, |r| r["public_phone"] = json!("0571-82820000")).expect(200);
    assert_eq!(
        (&maker()["phone"], &maker()["licence"]),
        (&json!("0571-82820000"), &json!(null))
    );
    assert_eq!(opens(&licence), 404);
    let contact = acme.get("/api/v1/enterprise").expect(200)["contact_phone"].clone();
    assert!(
        !page().contains(contact.as_str().unwrap()),
        "that is a person's own"
    );
    assert!(page().contains("tel:0571-82820000"));

    put(&acme, |r| r["is_licence_public"] = json!(true)).expect(200);
    assert!(page().contains(licence.as_str().unwrap()));
    assert_eq!(opens(&licence), 200);
    let maker = maker();
    assert_eq!(maker["licence"], format!("/files/{}", licence.as_str().unwrap()));
    for told in ["name", "uscc", "address"] {
        assert!(page().contains(maker[told].as_str().unwrap()), "{told}");
    }

    // One that is replaced does not stay open.
    let fresh = acme.upload("business_licence", "新执照.pdf", &pdf()).expect(201)["id"].clone();
    replace(&fresh);
    assert_eq!((opens(&licence), opens(&fresh)), (404, 200));
    put(&acme, |r| r["is_licence_public"] = json!(false)).expect(200);
    assert_eq!(opens(&fresh), 404);
    let refused = put(&acme, |r| r["public_phone"] = json!("12"));
    assert_eq!(refused.wrong_fields().len(), 1);
}
