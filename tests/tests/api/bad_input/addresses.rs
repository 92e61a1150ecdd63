//! Ids that are not one's own, addresses nothing is at, methods nothing takes.

use super::world;
use serde_json::json;
use tests::Reply;
use ureq::http::Method;

/// The answer to somebody else's id is the answer to an id nobody has.
#[test]
fn foreign_ids_look_like_missing_ones() {
    let w = world();
    let before = w.acme.holdings();
    let missing = kernel::Id::<()>::new().to_string();
    let dates = json!({"made_on": "2026-11-02"});
    let tries = |id: &str, batch: &str| {
        let acme = w.acme.with("if-match", "\"1\"");
        vec![
            acme.get(&format!("/api/v1/products/{id}")),
            acme.get(&format!("/api/v1/products/{id}/unit?serial=A00000001")),
            acme.post(&format!("/api/v1/products/{id}/void"), &json!({"reason": "测试"})),
            acme.get(&format!("/api/v1/batches/{batch}")),
            acme.put(&format!("/api/v1/batches/{batch}"), &dates),
            acme.post("/api/v1/unit-issues", &w.issue(json!({"product_id": id}))),
            acme.post("/api/v1/batches", &w.new_batch(json!({"product_id": id}))),
            acme.post("/api/v1/unit-voids", &w.units(json!({"product_id": id}))),
            acme.post(
                "/api/v1/unit-associations",
                &w.association(json!({"product_id": id})),
            ),
            acme.post(
                "/api/v1/unit-exports",
                &json!({"product_id": id, "format": "csv"}),
            ),
        ]
    };
    let foreign = tries(&w.foreign_product, &w.foreign_batch);
    for (foreign, missing) in foreign.iter().zip(tries(&missing, &missing)) {
        assert_eq!(foreign.expect_problem(404), missing.expect_problem(404));
        let essence = |reply: &Reply| {
            let mut body = reply.json();
            body.as_object_mut().unwrap().remove("request_id");
            body
        };
        assert_eq!(essence(foreign), essence(&missing));
    }
    let of_foreign_batch = |batch| w.acme.total(&format!("/api/v1/units?batch_id={batch}"));
    assert_eq!(
        (of_foreign_batch(&w.foreign_batch), of_foreign_batch(&w.batch)),
        (0, 100)
    );
    assert_eq!(w.acme.holdings(), before);
}

#[test]
fn what_no_route_takes_is_a_problem_too() {
    let w = world();
    let before = w.acme.holdings();
    for path in [
        "/api/v1/nonsense",
        "/api/v1",
        "/api/v1/",
        "/api/v2/products",
        "/api/v1/products/a/b/c",
        "/nonsense",
    ] {
        for method in [
            Method::GET,
            Method::POST,
            Method::PUT,
            Method::DELETE,
            Method::PATCH,
        ] {
            let reply = w.acme.send(&method, path, None, &[]);
            assert_eq!(reply.expect_problem(404), "request.not_found", "{method} {path}");
        }
    }
    let batch = format!("/api/v1/batches/{}", w.batch);
    for (method, path, allow) in [
        (Method::DELETE, "/api/v1/products", "GET, POST"),
        (Method::PATCH, "/api/v1/products", "GET, POST"),
        (Method::GET, "/api/v1/unit-issues", "POST"),
        (Method::PUT, "/api/v1/unit-issues", "POST"),
        (Method::DELETE, batch.as_str(), "GET, PUT"),
        (Method::GET, "/api/v1/sessions", "POST"),
    ] {
        let reply = w.acme.send(&method, path, None, &[]);
        let code = reply.expect_problem(405);
        assert_eq!(
            (code.as_str(), reply.header("allow")),
            ("request.method_not_allowed", allow),
            "{method} {path}"
        );
    }
    assert_eq!(w.acme.holdings(), before);
}
