//! Codes that were never issued, and addresses that are no codes.

use super::{GTIN, world};
use serde_json::json;

#[test]
fn what_there_is_not_is_404_and_what_is_no_code_is_400() {
    let w = world();
    for path in [
        "/21/A101",
        "/21/A000",
        "/21/A1",
        "/21/A0001",
        "/21/a001",
        "/10/B4",
        "/10/b1",
        "/10/B4/21/A101",
        "/21/%21",
    ] {
        let answer = w.ask(&format!("{GTIN}{path}"), 404, "not_issued");
        assert_eq!(answer["product"]["name"], "细工木板", "the product is known");
        assert!(answer["scans"].is_null() && answer["first_scanned_at"].is_null());
    }
    for path in [
        "/01/06902083881405",
        "/01/06902083881405/21/A001",
        "/01/06902083881405/10/B1",
    ] {
        let answer = w.ask(path, 404, "unknown");
        assert!(
            answer["product"].is_null() && answer["maker"].is_null(),
            "{answer}"
        );
    }
    let long = "9".repeat(21);
    for path in [
        "/01/06901234567893",
        "/01/00000000000000",
        "/01/6901234567892",
        "/01/",
        "/01",
        "/01/abc",
        "/01/06901234567892/21/",
        "/01/06901234567892/21",
        "/01/06901234567892/10/",
        "/01/06901234567892/21/A001/10/B1",
        "/01/06901234567892/21/A001/21/A002",
        "/01/06901234567892/99/x",
        "/01/06901234567892/21/%E6%89%B9",
        "/01/06901234567892/21/A%00",
        "/01/06901234567892/21/A%20B",
        "/01/06901234567892/21/A%zz",
        "/01/06901234567892//21/A001",
        "/01/06901234567892/../06901234567892",
        &format!("{GTIN}/21/{long}"),
        &format!("{GTIN}/10/{long}"),
    ] {
        let answer = w.ask(path, 400, "malformed");
        assert!(
            answer["detail"].is_string() && answer["product"].is_null(),
            "{path}: {answer}"
        );
    }
    let head = |path: &str| {
        w.app
            .anyone()
            .send(&ureq::http::Method::HEAD, path, None, &[])
            .status
    };
    assert_eq!(
        [
            head(&format!("{GTIN}/21/A001")),
            head(&format!("{GTIN}/21/A101")),
            head("/01/1")
        ],
        [200, 404, 400]
    );
    let post = w
        .app
        .anyone()
        .with("x-request-id", "mine-1")
        .post(GTIN, &json!({}));
    assert_eq!(post.expect_problem(405), "request.method_not_allowed");
    assert_eq!(post.header("x-request-id"), "mine-1");
    assert_eq!((post.status, post.header("allow")), (405, "GET, HEAD, OPTIONS"));
}
