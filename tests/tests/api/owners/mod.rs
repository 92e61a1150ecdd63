//! Whose a trace code is: vendor numbers, successors, company prefixes, claims, and what the operator voids.

mod claims;
mod internal_codes;
mod operator;
mod prefixes;
mod succession;

use serde_json::{Value, json};
use std::fmt::Display;
use tests::{Actor, Reply, TestApp};

const CODE: &str = "6901234567892";
const SCAN: &str = "/01/06901234567892";

fn at(id: &impl Display, rest: &str) -> String {
    format!("/api/v1/products/{id}{rest}")
}

/// Tries to add a product under a trace code.
fn add(of: &Actor, trace_code: &str) -> Reply {
    let record = json!({"category": "industrial", "trace_code": trace_code, "name": "细工木板", "product_type": "细木工板",
                        "gpc_code": "83000000", "model": "18 mm", "is_report_public": false});
    of.post("/api/v1/products", &record)
}

fn void(of: &Actor, id: &impl Display) -> Value {
    of.post(&at(id, "/void"), &json!({"reason": "填写错误"}))
        .expect(200)
}

fn succeed(of: &Actor, id: &impl Display) -> Reply {
    of.post(&at(id, "/successors"), &json!({}))
}

/// Makes a draft complete, and its codes valid.
fn complete_and_activate(app: &TestApp, of: &Actor, id: &str) {
    let view = of.get(&at(&id, "")).expect(200);
    let mut record = view["record"].clone();
    let report = of.upload("inspection_report", "r.pdf", &tests::pdf()).expect(201)["id"].clone();
    record["report_file_ids"] = json!([report]);
    record["standards"] = json!(["GB 18580-2017"]);
    if record["picture_file_ids"] == json!([]) {
        let picture = of
            .upload("product_picture", "a.png", &tests::png(8, 8))
            .expect(201)["id"]
            .clone();
        record["picture_file_ids"] = json!([picture]);
    }
    of.with("if-match", &format!("\"{}\"", view["version"]))
        .put(&at(&id, ""), &record)
        .expect(200);
    of.activate(&id);
    assert!(
        app.scan(&format!("/01/{}", view["gtin"].as_str().unwrap()))
            .expect(200)["level"]
            == "product"
    );
}

fn verdict(app: &TestApp, path: &str) -> String {
    let json = app.scan(path).json();
    json["verdict"].as_str().unwrap_or_default().to_owned()
}

/// What an enterprise was told, newest first.
fn told(of: &Actor) -> Vec<String> {
    let list = of.get("/api/v1/notices").expect(200);
    let items = list["items"].as_array().unwrap().iter();
    items
        .map(|n| n["notice_code"].as_str().unwrap_or_default().to_owned())
        .collect()
}
