//! Recalls (F137): of a product, a batch or a run of units; every scan of what is recalled says so until it ends.

use serde_json::{Value, json};
use tests::TestApp;

#[test]
fn f137_a_recall_reaches_what_is_below_it_and_ends() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892");
    let batch = json!({"product_id": product.to_string(), "batch_no": "20261101A", "made_on": "2026-11-01",
                       "coding_mode": "unit", "quantity": 100, "serial_prefix": "A", "first_serial": "001"});
    acme.post("/api/v1/batches", &batch).expect(201);
    acme.issue(&product, "C", "001", 10);
    let scan = |rest: &str| app.scan(&format!("/01/06901234567892{rest}")).expect(200);
    let of = |target: Value| {
        let mut order = json!({"product_id": product.to_string(), "reason": "甲醛释放量超标", "advice": "请停止使用并退货"});
        order
            .as_object_mut()
            .unwrap()
            .extend(target.as_object().unwrap().clone());
        order
    };
    let opened = acme
        .post("/api/v1/recalls", &of(json!({"batch_no": "20261101A"})))
        .expect(201);
    let unit = scan("/21/A050");
    assert_eq!(
        (&unit["verdict"], &unit["detail"], &unit["advice"]),
        (
            &json!("recalled"),
            &json!("甲醛释放量超标"),
            &json!("请停止使用并退货")
        )
    );
    assert_eq!(scan("/10/20261101A")["verdict"], "recalled");
    assert_eq!(scan("/21/C001")["verdict"], "valid");
    assert_eq!(scan("")["verdict"], "valid");
    // The same again is refused; another level is not.
    assert_eq!(
        acme.post("/api/v1/recalls", &of(json!({"batch_no": "20261101A"})))
            .expect(409)["code"],
        "coding.recall_open"
    );
    let run = acme
        .post(
            "/api/v1/recalls",
            &of(json!({"first_serial": "C003", "last_serial": "C005"})),
        )
        .expect(201);
    assert_eq!(scan("/21/C004")["verdict"], "recalled");
    assert_eq!(scan("/21/C006")["verdict"], "valid");
    // What is voided is more than recalled.
    let ended = json!({"product_id": product.to_string(), "first_serial": "C004", "reason": "标签印刷错误"});
    acme.post("/api/v1/unit-voids", &ended).expect(200);
    assert_eq!(scan("/21/C004")["verdict"], "voided");
    assert_eq!(scan("/21/C005")["verdict"], "recalled");
    // A serial nobody issued is not recalled.
    assert_eq!(app.scan("/01/06901234567892/21/Z9").status, 404);

    let end = |id: &Value| format!("/api/v1/recalls/{}/end", id.as_str().unwrap());
    rival
        .post(&end(&opened["id"]), &json!({"reason": "问题产品已收回"}))
        .expect(404);
    acme.post(&end(&opened["id"]), &json!({"reason": "问题产品已收回"}))
        .expect(200);
    assert_eq!(
        acme.post(&end(&opened["id"]), &json!({"reason": "再次结束"}))
            .expect(409)["code"],
        "coding.recall_ended"
    );
    assert_eq!(scan("/21/A050")["verdict"], "valid");
    assert_eq!(acme.total("/api/v1/recalls"), 2);
    assert_eq!(
        acme.get("/api/v1/recalls?is_open=true").expect(200)["items"][0]["id"],
        run["id"]
    );
    let history = acme
        .get(&format!(
            "/api/v1/batches/{}/events",
            opened["batch_id"].as_str().unwrap()
        ))
        .expect(200);
    assert_eq!(
        (&history[0]["kind"], &history[1]["kind"]),
        (&json!("recall_ended"), &json!("recalled"))
    );
}

#[test]
fn f137_what_cannot_be_recalled_is_refused() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let draft = app.draft(&acme, "6901234567892");
    let product = app.product(&acme, "6901234567908");
    let order = |id: &dyn std::fmt::Display, more: Value| {
        let mut order = json!({"product_id": id.to_string(), "reason": "存在隐患", "advice": "请停止使用"});
        order
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        order
    };
    let code = |status: u16, who: &tests::Actor, body: &Value| {
        who.post("/api/v1/recalls", body).expect(status)["code"].clone()
    };
    assert_eq!(
        code(409, &acme, &order(&draft, json!({"whole_product": true}))),
        "coding.recall_inactive"
    );
    assert_eq!(
        code(404, &rival, &order(&product, json!({"whole_product": true}))),
        "product.not_found"
    );
    assert_eq!(
        code(404, &acme, &order(&product, json!({"batch_no": "X"}))),
        "coding.batch_not_found"
    );
    assert_eq!(
        code(409, &acme, &order(&product, json!({"first_serial": "A1"}))),
        "coding.not_all_issued"
    );
    acme.post(
        "/api/v1/recalls",
        &order(&product, json!({"batch_no": "X", "first_serial": "A1"})),
    )
    .expect(422);
    // Nothing that was left out, blank or false comes to mean the whole product.
    for (part, wrong) in [
        (json!({}), "/whole_product coding.recall_extent"),
        (
            json!({"whole_product": false}),
            "/whole_product coding.recall_extent",
        ),
        (
            json!({"batch_no": null, "first_serial": null}),
            "/whole_product coding.recall_extent",
        ),
        (json!({"batch_no": ""}), "/batch_no blank"),
        (json!({"batch_no": "  "}), "/batch_no blank"),
        (json!({"first_serial": ""}), "/first_serial blank"),
        (json!({"batch_no": "", "whole_product": true}), "/batch_no blank"),
        (
            json!({"batch_no": "X", "whole_product": true}),
            "/whole_product coding.recall_ambiguous",
        ),
        (json!({"whole_product": "true"}), "/whole_product type"),
    ] {
        let reply = acme.post("/api/v1/recalls", &order(&product, part.clone()));
        assert_eq!(
            (reply.status, reply.wrong_fields()),
            (422, vec![wrong.to_owned()]),
            "{part}"
        );
    }
    assert_eq!(app.scan("/01/06901234567908").expect(200)["verdict"], "valid");
    acme.post(
        "/api/v1/recalls",
        &order(&product, json!({"whole_product": true})),
    )
    .expect(201);
    assert_eq!(app.scan("/01/06901234567908").expect(200)["verdict"], "recalled");
}

#[test]
fn products_that_are_recalled_as_a_whole_are_listed_with_what_their_codes_are_worth() {
    let (app, acme, rival) = tests::TestApp::with_two_enterprises();
    let ids = ["6901234560015", "6901234560022", "6901234560039"].map(|code| app.product(&acme, code));
    acme.batch(&ids[1], "B1");
    let open = |body: serde_json::Value| acme.post("/api/v1/recalls", &body).expect(201);
    let words = |mut target: serde_json::Value| {
        target["reason"] = serde_json::json!("漏电");
        target["advice"] = serde_json::json!("停止使用");
        target
    };
    let whole = open(words(
        serde_json::json!({"product_id": ids[0], "whole_product": true}),
    ));
    open(words(serde_json::json!({"product_id": ids[1], "batch_no": "B1"})));
    open(words(
        serde_json::json!({"product_id": ids[2], "whole_product": true}),
    ));
    let list = || acme.get("/api/v1/recalled-products").expect(200);
    let found = list();
    assert_eq!(found["total"], 2, "a batch is not the product: {found}");
    for item in found["items"].as_array().unwrap() {
        let id = item["product_id"].as_str().unwrap();
        let verdict = acme.get(&format!("/api/v1/products/{id}/verdict")).expect(200);
        assert_eq!(item["verdict"], verdict["verdict"], "there is one opinion");
        assert_eq!(item["verdict"], "recalled");
    }
    assert_eq!(rival.get("/api/v1/recalled-products").expect(200)["total"], 0);
    let second = acme
        .get("/api/v1/recalled-products?page=2&page_size=1")
        .expect(200);
    assert_eq!(
        (&second["total"], second["items"].as_array().unwrap().len()),
        (&serde_json::json!(2), 1)
    );
    let end = format!("/api/v1/recalls/{}/end", whole["id"].as_str().unwrap());
    acme.post(&end, &serde_json::json!({"reason": "已处理"}))
        .expect(200);
    assert_eq!(list()["total"], 1);
}
