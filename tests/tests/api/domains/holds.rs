use super::world;
use db::{Fault, TenantConn};
use facts::Sources;
use product::{Act, Hold, Holders, Holds, ProductId, events::Target};
use serde_json::json;
use std::sync::Arc;

/// Units 5 to 9 are sold, and so the whole product and its batches cannot end either.
struct Sales;

impl Holds for Sales {
    fn key(&self) -> &'static str {
        "sales"
    }

    fn hold(
        &self,
        _: &mut TenantConn<'_>,
        _: &ProductId,
        target: &Target,
        act: Act,
    ) -> Result<Option<Hold>, Fault> {
        let is_sold = match target {
            Target::Units(span, _) => span.first <= 9 && span.last >= 5,
            Target::Product | Target::Batch(_) => act == Act::Void,
        };
        Ok(is_sold.then(|| Hold {
            reason: "其中有已出库的产品".to_owned(),
            reason_en: "some were shipped".to_owned(),
        }))
    }
}

#[test]
fn what_a_domain_holds_is_neither_voided_nor_associated_nor_packed() {
    let holders = Holders::collect(vec![Arc::new(Sales)]).unwrap();
    let (app, acme, product) = world(Sources::default(), holders);
    let batch = acme.batch(&product, "B1");
    let outer = app.product_at(&acme, "6901234567809", "combination").to_string();
    acme.issue(&outer, "P", "1", 1);
    let number = |serial: &str| serial.trim_start_matches('A').parse::<i64>().unwrap();
    let run = |first: &str, last: &str| {
        json!({"product_id": product, "first_serial": first, "last_serial": last,
               "quantity": number(last) - number(first) + 1})
    };
    let with = |mut body: serde_json::Value, field: &str, value: serde_json::Value| {
        body[field] = value;
        body
    };
    let void = |first, last| {
        acme.post(
            "/api/v1/unit-voids",
            &with(run(first, last), "reason", json!("印刷错误")),
        )
    };
    let associate = |first, last| {
        acme.post(
            "/api/v1/unit-associations",
            &with(run(first, last), "batch_no", json!("B1")),
        )
    };
    let pack = |first, last| {
        let body = json!({"product_id": outer, "serial": "P1", "contents": [run(first, last)]});
        acme.post("/api/v1/packings", &body)
    };
    for refused in [
        void("A004", "A005"),
        associate("A009", "A012"),
        pack("A001", "A020"),
        acme.post(
            &format!("/api/v1/products/{product}/void"),
            &json!({"reason": "停产"}),
        ),
        acme.post(
            &format!("/api/v1/batches/{batch}/void"),
            &json!({"reason": "停产"}),
        ),
    ] {
        assert_eq!(refused.expect_problem(409), "product.held");
        assert!(refused.text().contains("其中有已出库的产品"));
    }
    // Nothing was done, and what nobody holds can be done.
    assert_eq!(
        app.scan(&format!("{}/21/A005", super::GTIN)).expect(200)["verdict"],
        "valid"
    );
    void("A001", "A004").expect(200);
    associate("A010", "A012").expect(200);
    pack("A013", "A020").expect(201);
}

#[test]
fn two_holders_of_one_name_are_refused_by_name() {
    let twice = Holders::collect(vec![Arc::new(Sales), Arc::new(Sales)]);
    assert_eq!(
        twice.err().unwrap().to_string(),
        "the holder of codes sales is registered twice"
    );
}
