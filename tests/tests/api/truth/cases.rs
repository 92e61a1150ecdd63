//! What use found (K1): a recall, a voiding or an expiry that did not travel.

use serde_json::{Value, json};
use tests::{Actor, TestApp};

const GTIN: &str = "/01/06901234567892";
const BOX: &str = "/01/06901234567908";

struct World {
    app: TestApp,
    acme: Actor,
    goods: String,
    boxes: String,
}

/// Batches R1 with A01 to A20 and R2 without units; boxes X1 to X9.
fn world() -> World {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let goods = app.product(&acme, "6901234567892").to_string();
    let boxes = app.product_at(&acme, "6901234567908", "combination");
    for (no, mode) in [("R1", "unit"), ("R2", "batch")] {
        let mut batch =
            json!({"product_id": goods, "batch_no": no, "made_on": "2026-11-01", "coding_mode": mode});
        if mode == "unit" {
            batch["serial_prefix"] = "A".into();
            batch["first_serial"] = "01".into();
            batch["quantity"] = 20.into();
        }
        acme.post("/api/v1/batches", &batch).expect(201);
    }
    acme.issue(&boxes, "X", "1", 9);
    World {
        boxes: boxes.to_string(),
        app,
        acme,
        goods,
    }
}

impl World {
    fn recall(&self, of: Value) -> Value {
        let mut order =
            json!({"product_id": self.goods, "reason": "甲醛释放量超标", "advice": "请停止使用并退货"});
        order
            .as_object_mut()
            .unwrap()
            .extend(of.as_object().unwrap().clone());
        self.acme.post("/api/v1/recalls", &order).expect(201)
    }

    fn pack(&self, into: &str, content: Value) -> tests::Reply {
        let order = json!({"product_id": self.boxes, "serial": into, "contents": [content]});
        self.acme.post("/api/v1/packings", &order)
    }

    fn units(&self, first: &str, last: &str, quantity: i64) -> Value {
        json!({"product_id": self.goods, "first_serial": first, "last_serial": last, "quantity": quantity})
    }

    fn void(&self, first: &str) {
        let order = json!({"product_id": self.goods, "first_serial": first, "reason": "标签印刷错误"});
        self.acme.post("/api/v1/unit-voids", &order).expect(200);
    }

    fn scan(&self, path: &str) -> Value {
        self.app.scan(path).expect(200)
    }

    fn page(&self, path: &str) -> String {
        self.app.anyone().with("accept", "text/html").get(path).text()
    }
}

/// The verdicts of the findings of an answer, the gravest first.
fn told(answer: &Value) -> Vec<&str> {
    let findings = answer["findings"].as_array().unwrap().iter();
    findings.map(|f| f["verdict"].as_str().unwrap()).collect()
}

#[test]
fn a_pack_tells_what_is_recalled_and_voided_in_it_through_five_levels() {
    let w = world();
    w.pack("X1", w.units("A01", "A03", 3)).expect(201);
    for n in 1..5 {
        let inner = json!({"product_id": w.boxes, "first_serial": format!("X{n}")});
        w.pack(&format!("X{}", n + 1), inner).expect(201);
    }
    w.pack(
        "X7",
        json!({"product_id": w.goods, "batch_no": "R1", "quantity": 8}),
    )
    .expect(201);
    let recall = w.recall(json!({"first_serial": "A01", "last_serial": "A02"}));
    w.void("A03");
    for n in 1..=5 {
        let answer = w.scan(&format!("{BOX}/21/X{n}"));
        assert_eq!(answer["verdict"], "contains_recalled", "X{n}");
        assert_eq!(told(&answer), ["contains_recalled", "contains_voided"], "X{n}");
        let finding = &answer["findings"][0];
        assert_eq!(
            (&finding["quantity"], &finding["reason"], &finding["advice"]),
            (&json!(2), &json!("甲醛释放量超标"), &json!("请停止使用并退货"))
        );
        assert_eq!(answer["findings"][1]["quantity"], 1);
        let page = w.page(&format!("{BOX}/21/X{n}"));
        for text in [
            "内含正在召回的产品",
            "甲醛释放量超标",
            "请停止使用并退货",
            "内含作废的码",
        ] {
            assert!(page.contains(text), "X{n} does not say {text}");
        }
    }
    assert_eq!(
        w.scan(&format!("{BOX}/21/X3"))["parent"]["verdict"],
        "contains_recalled"
    );
    assert_eq!(
        w.scan(&format!("{BOX}/21/X3"))["contents"][0]["verdict"],
        "contains_recalled"
    );
    // Among eight pieces of the batch may be those that are recalled; nobody knows.
    let by_count = w.scan(&format!("{BOX}/21/X7"));
    assert_eq!(told(&by_count), ["may_contain_recalled"]);
    assert_eq!(by_count["findings"][0]["quantity"], Value::Null);
    assert!(w.page(&format!("{BOX}/21/X7")).contains("可能内含正在召回的产品"));

    let id = recall["id"].as_str().unwrap();
    let packs = w.acme.get(&format!("/api/v1/packs?recall_id={id}")).expect(200);
    assert_eq!(packs["total"], 6);
    let reach = w.acme.get(&format!("/api/v1/recalls/{id}/reach")).expect(200);
    assert_eq!(reach, json!({"units": 2, "batch_quantity": null, "packs": 6}));

    w.acme
        .post(&format!("/api/v1/recalls/{id}/end"), &json!({"reason": "已收回"}))
        .expect(200);
    assert_eq!(told(&w.scan(&format!("{BOX}/21/X5"))), ["contains_voided"]);
    assert_eq!(w.scan(&format!("{BOX}/21/X7"))["verdict"], "valid");
}

#[test]
fn a_recalled_batch_is_recalled_in_every_pack_by_number_and_by_serial() {
    let w = world();
    w.pack("X1", w.units("A05", "A06", 2)).expect(201);
    w.pack(
        "X2",
        json!({"product_id": w.goods, "batch_no": "R1", "quantity": 8}),
    )
    .expect(201);
    w.pack("X3", json!({"product_id": w.goods, "quantity": 5}))
        .expect(201);
    let recall = w.recall(json!({"batch_no": "R1"}));
    for (serial, verdict, quantity) in [
        ("X1", "contains_recalled", json!(2)),
        ("X2", "contains_recalled", json!(8)),
        ("X3", "may_contain_recalled", Value::Null),
    ] {
        let answer = w.scan(&format!("{BOX}/21/{serial}"));
        assert_eq!(answer["verdict"], verdict, "{serial}");
        assert_eq!(answer["findings"][0]["quantity"], quantity, "{serial}");
    }
    let history = w
        .acme
        .get(&format!("/api/v1/products/{}/unit/events?serial=A05", w.goods))
        .expect(200);
    assert_eq!(history[0]["kind"], "recalled", "{history}");
    let reach = format!("/api/v1/recalls/{}/reach", recall["id"].as_str().unwrap());
    assert_eq!(w.acme.get(&reach).expect(200)["units"], 20);
}

#[test]
fn what_is_recalled_stays_so_and_takes_nothing_in() {
    let w = world();
    w.recall(json!({"first_serial": "A01", "last_serial": "A02"}));
    w.recall(json!({"batch_no": "R2"}));
    let refused = |path: &str, body: &Value, code: &str| {
        let problem = w.acme.post(path, body).expect(409);
        assert_eq!(problem["code"], code, "{problem}");
    };
    let associate = |first: &str, last: &str, batch: &str| json!({"product_id": w.goods, "first_serial": first, "last_serial": last, "quantity": 2, "batch_no": batch});
    refused(
        "/api/v1/unit-associations",
        &associate("A02", "A03", "R2"),
        "coding.units_recalled",
    );
    refused(
        "/api/v1/unit-associations",
        &associate("A03", "A04", "R2"),
        "coding.batch_recalled",
    );
    assert_eq!(w.scan(&format!("{GTIN}/21/A02"))["verdict"], "recalled");
    let issue = json!({"product_id": w.goods, "batch_no": "R2", "serial_prefix": "B", "quantity": 3});
    refused("/api/v1/unit-issues", &issue, "coding.batch_recalled");
    let again = json!({"product_id": w.goods, "batch_no": "R2", "made_on": "2026-11-01", "coding_mode": "unit",
                       "serial_prefix": "B", "quantity": 3});
    refused("/api/v1/batches", &again, "coding.batch_recalled");
    for (content, pointer) in [
        (w.units("A02", "A04", 3), "/contents/0/first_serial"),
        (
            json!({"product_id": w.goods, "batch_no": "R2", "quantity": 1}),
            "/contents/0/batch_no",
        ),
    ] {
        let reply = w.pack("X1", content);
        assert_eq!(reply.expect_problem(409), "coding.content_recalled");
        assert_eq!(
            reply.wrong_fields(),
            [format!("{pointer} coding.content_recalled")]
        );
    }
    // Nothing goes into a recalled pack, nor into one that is in it.
    w.pack("X2", json!({"product_id": w.boxes, "first_serial": "X1"}))
        .expect(201);
    let mut of_box =
        json!({"product_id": w.boxes, "first_serial": "X2", "reason": "包装破损", "advice": "请检查"});
    w.acme.post("/api/v1/recalls", &of_box).expect(201);
    for serial in ["X1", "X2"] {
        let reply = w.pack(serial, w.units("A09", "A09", 1));
        assert_eq!(reply.expect_problem(409), "coding.pack_recalled");
    }
    // A whole product that is recalled gets no new codes.
    of_box = json!({"product_id": w.goods, "whole_product": true, "reason": "设计缺陷", "advice": "请停用"});
    w.acme.post("/api/v1/recalls", &of_box).expect(201);
    let issue = json!({"product_id": w.goods, "serial_prefix": "B", "quantity": 3});
    refused("/api/v1/unit-issues", &issue, "coding.product_recalled");
    let batch =
        json!({"product_id": w.goods, "batch_no": "R3", "made_on": "2026-11-01", "coding_mode": "batch"});
    refused("/api/v1/batches", &batch, "coding.product_recalled");
}

#[test]
fn what_is_in_a_recalled_pack_says_so_and_names_it() {
    let w = world();
    w.pack("X1", w.units("A01", "A01", 1)).expect(201);
    w.pack("X2", json!({"product_id": w.boxes, "first_serial": "X1"}))
        .expect(201);
    let order = json!({"product_id": w.boxes, "first_serial": "X2", "reason": "受潮", "advice": "请勿食用"});
    w.acme.post("/api/v1/recalls", &order).expect(201);
    let answer = w.scan(&format!("{GTIN}/21/A01"));
    assert_eq!(told(&answer), ["in_recalled"]);
    assert_eq!(answer["findings"][0]["pack"]["serial"], "X2");
    assert_eq!(
        (&answer["detail"], &answer["advice"]),
        (&json!("受潮"), &json!("请勿食用"))
    );
    assert_eq!(answer["parent"]["verdict"], "in_recalled");
    let page = w.page(&format!("{GTIN}/21/A01"));
    assert!(
        page.contains("所在组合正在召回") && page.contains("受潮") && page.contains("X2"),
        "{page}"
    );
}

#[test]
fn a_recalled_unit_that_is_voided_keeps_its_advice() {
    let w = world();
    w.recall(json!({"first_serial": "A01"}));
    w.void("A01");
    let answer = w.scan(&format!("{GTIN}/21/A01"));
    assert_eq!(told(&answer), ["voided", "recalled"]);
    assert_eq!(
        (&answer["detail"], &answer["advice"]),
        (&json!("标签印刷错误"), &json!("请停止使用并退货"))
    );
    let page = w.page(&format!("{GTIN}/21/A01"));
    for text in [
        "该码已作废",
        "标签印刷错误",
        "已召回",
        "甲醛释放量超标",
        "请停止使用并退货",
    ] {
        assert!(page.contains(text), "{text}");
    }
}

#[test]
fn the_console_says_of_codes_what_a_scan_says() {
    let w = world();
    let draft = w.app.draft(&w.acme, "6901234567915");
    w.acme.issue(&draft, "D", "1", 1);
    let expired = json!({"product_id": w.goods, "batch_no": "E1", "made_on": "2026-01-01", "expires_on": "2026-11-01",
                         "coding_mode": "unit", "serial_prefix": "E", "first_serial": "1", "quantity": 1});
    w.acme.post("/api/v1/batches", &expired).expect(201);
    w.recall(json!({"first_serial": "A01"}));
    for (product, path, serial, verdict) in [
        (draft.to_string(), "/01/06901234567915/21/D1", "D1", "inactive"),
        (w.goods.clone(), "/01/06901234567892/21/E1", "E1", "expired"),
        (w.goods.clone(), "/01/06901234567892/21/A01", "A01", "recalled"),
        (w.goods.clone(), "/01/06901234567892/21/A05", "A05", "valid"),
    ] {
        assert_eq!(w.scan(path)["verdict"], verdict, "{serial}");
        let unit = format!("/api/v1/products/{product}/unit?serial={serial}");
        assert_eq!(w.acme.get(&unit).expect(200)["verdict"], verdict, "{serial}");
        let list = w
            .acme
            .get(&format!("/api/v1/units?product_id={product}&serial={serial}"));
        assert_eq!(list.expect(200)["items"][0]["verdict"], verdict, "{serial}");
        let own = format!("/api/v1/products/{product}/verdict?serial={serial}");
        assert_eq!(w.acme.get(&own).expect(200)["verdict"], verdict, "{serial}");
    }
    let batches = w.acme.get("/api/v1/batches?batch_no=E1").expect(200);
    assert_eq!(batches["items"][0]["verdict"], "expired");
    let own = |query: &str| {
        let path = format!("/api/v1/products/{}/verdict{query}", w.goods);
        w.acme.get(&path).expect(200)["verdict"].clone()
    };
    assert_eq!(own(""), "valid");
    assert_eq!(own("?batch_no=E1"), "expired");
    assert_eq!(own("?batch_no=NOSUCH"), "not_issued");
    assert_eq!(own("?serial=Z9"), "not_issued");
    // What nobody has approved is not shown, whatever else is to be said of it.
    w.acme
        .post(
            "/api/v1/unit-voids",
            &json!({"product_id": draft.to_string(), "first_serial": "D1", "reason": "印刷错误"}),
        )
        .expect(200);
    let answer = w.scan("/01/06901234567915/21/D1");
    assert_eq!(told(&answer), ["voided", "inactive"]);
    assert_eq!(answer["product"], Value::Null);
}

#[test]
fn no_codes_or_labels_are_made_for_what_is_being_recalled() {
    let w = world();
    let recall = w.recall(json!({"first_serial": "A05", "last_serial": "A06"}));
    let export = |more: &str| {
        let path = format!(
            "/api/v1/unit-exports/stream?format=csv&product_id={}{more}",
            w.goods
        );
        w.acme.get(&path)
    };
    let all = export("").text();
    assert!(all.contains("A04") && all.contains("A07"), "{all}");
    assert!(!all.contains("A05") && !all.contains("A06"), "{all}");
    assert_eq!(
        export("&first_serial=A05&last_serial=A06").expect_problem(409),
        "print.recalled"
    );
    w.acme
        .post(
            &format!("/api/v1/recalls/{}/end", recall["id"].as_str().unwrap()),
            &json!({"reason": "已收回"}),
        )
        .expect(200);
    assert!(export("").text().contains("A05"));
    let recall = w.recall(json!({"batch_no": "R1"}));
    assert_eq!(export("").expect_problem(409), "print.recalled");
    let labels = json!({"product_id": w.goods, "subject": "batch", "batch_id": recall["batch_id"], "copies": 2,
                        "format": "pdf", "design": "braid", "colour": "red", "paper": "a4_65"});
    let refused = w.acme.post("/api/v1/label-exports", &labels);
    assert_eq!(
        refused.expect_problem(409),
        "print.recalled",
        "{}",
        refused.text()
    );
}
