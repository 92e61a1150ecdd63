//! K3: the operator finds products of all enterprises and voids them.

use super::{CODE, SCAN, add, at, succeed, told, verdict};
use serde_json::json;
use tests::TestApp;

fn on(id: &str, rest: &str) -> String {
    format!("/api/v1/platform/products/{id}{rest}")
}

#[test]
fn the_operator_voids_a_product_its_codes_say_so_at_once_and_its_maker_is_told() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let operator = app.operator();
    let id = app.product(&acme, CODE).to_string();
    acme.issue(&id, "A", "001", 10);
    assert_eq!(verdict(&app, &format!("{SCAN}/21/A001")), "valid");
    for code in [CODE, "06901234567892", "1234567892"] {
        let found = operator
            .get(&format!("/api/v1/platform/products?keyword={code}"))
            .expect(200);
        assert_eq!(
            (&found["total"], &found["items"][0]["id"]),
            (&json!(1), &json!(id)),
            "{code}"
        );
    }

    let reason = json!({"reason": "冒用他人厂商识别代码"});
    assert_eq!(rival.post(&on(&id, "/void"), &reason).status, 403);
    assert_eq!(
        operator.post(&on(&id, "/void"), &json!({"reason": " "})).status,
        422
    );
    assert_eq!(operator.post(&on(&id, "/void"), &reason).status, 204);
    assert_eq!(
        operator.post(&on(&id, "/void"), &reason).expect_problem(409),
        "product.voided"
    );

    for path in [SCAN.to_owned(), format!("{SCAN}/21/A001")] {
        let answer = app.scan(&path).expect(200);
        assert_eq!(
            (&answer["verdict"], &answer["detail"]),
            (&json!("voided"), &reason["reason"])
        );
        assert!(
            answer["hints"].to_string().contains("voided_by_operator"),
            "{answer}"
        );
        let page = app.anyone().with("accept", "text/html").get(&path).text();
        assert!(page.contains("该产品由平台作废") && page.contains("冒用他人厂商识别代码"));
        assert!(!page.contains("企业已停用"));
    }
    let seen = acme.get(&at(&id, "")).expect(200);
    assert_eq!(
        (&seen["state"], &seen["voided_by"], &seen["state_reason"]),
        (&json!("voided"), &json!("operator"), &reason["reason"])
    );
    let event = &acme.get(&at(&id, "/events")).expect(200)[0];
    assert_eq!(
        (&event["kind"], &event["made_by"]),
        (&json!("voided_by_operator"), &json!("平台"))
    );
    assert_eq!(told(&acme), ["product_voided_by_operator"]);
    // The history of the day tells it too.
    let today = app.clock.now().beijing_date();
    assert!(
        acme.get(&at(&id, &format!("/as-of?on={today}")))
            .text()
            .contains("冒用他人厂商识别代码")
    );
    // Unless the code is barred its maker may put the product right.
    succeed(&acme, &id).expect(201);
}

#[test]
fn a_barred_code_is_nobodys() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let operator = app.operator();
    for id in [
        app.product(&acme, CODE).to_string(),
        app.draft(&acme, "6901234567809").to_string(),
    ] {
        let body = json!({"reason": "虚假登记", "is_code_barred": true});
        assert_eq!(operator.post(&on(&id, "/void"), &body).status, 204);
        assert_eq!(
            succeed(&acme, &id).expect_problem(409),
            "product.trace_code_barred"
        );
        assert_eq!(acme.get(&at(&id, "")).expect(200)["may_be_succeeded"], false);
    }
    for code in [CODE, "6901234567809"] {
        for who in [&acme, &rival] {
            assert_eq!(add(who, code).expect_problem(409), "product.trace_code_barred");
        }
    }
}

#[test]
fn a_code_the_maker_voided_is_not_said_to_be_the_operators_doing() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.product(&acme, CODE);
    super::void(&acme, &id);
    assert!(
        !app.scan(SCAN).expect(200)["hints"]
            .to_string()
            .contains("operator")
    );
}
