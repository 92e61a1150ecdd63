//! Bodies that are no JSON, or not the JSON of a record.

use super::{JSON, world};
use serde_json::json;
use ureq::http::Method;

#[test]
fn a_body_that_is_no_json_is_malformed() {
    let w = world();
    let before = w.acme.holdings();
    let deep = format!("{}{}", "[".repeat(5000), "]".repeat(5000));
    let good = w.issue(json!({})).to_string();
    let twice = good.replacen('{', "{\"quantity\":10,", 1);
    let nested = json!({"attributes": []})
        .to_string()
        .replace("[]", r#"[{"name":"a","name":"b"}]"#);
    #[rustfmt::skip]
    let cases: [(&str, &[u8]); 14] = [
        ("nothing", b""),
        ("half an object", br#"{"product_id":"#),
        ("a comma too many", br#"{"quantity":1,}"#),
        ("single quotes", b"{'quantity':1}"),
        ("no number", br#"{"quantity":NaN}"#),
        ("a number beyond any", br#"{"quantity":1e999}"#),
        ("a leading zero", br#"{"quantity":01}"#),
        ("two documents", b"{}{}"),
        ("not UTF-8", b"{\"serial_prefix\":\"\xff\xfe\"}"),
        ("half a surrogate pair", br#"{"serial_prefix":"\ud800"}"#),
        ("a byte order mark", b"\xef\xbb\xbf{}"),
        ("too deep", deep.as_bytes()),
        ("a key twice", twice.as_bytes()),
        ("a key twice inside", nested.as_bytes()),
    ];
    for (what, body) in cases {
        let reply = w.acme.send(&Method::POST, "/api/v1/unit-issues", JSON, body);
        assert_eq!(reply.expect_problem(400), "request.malformed", "{what}");
        assert_eq!(reply.wrong_fields(), [" json"], "{what}");
    }
    assert_eq!(w.acme.holdings(), before);
}

#[test]
fn json_that_is_no_record_is_invalid() {
    let w = world();
    let before = w.acme.holdings();
    for body in ["[]", "null", "17", "true", "\"text\"", "[{}]"] {
        let reply = w
            .acme
            .send(&Method::POST, "/api/v1/unit-issues", JSON, body.as_bytes());
        assert_eq!(reply.expect_problem(422), "request.invalid", "{body}");
        assert_eq!(reply.wrong_fields(), [" type"], "{body}");
    }
    assert_eq!(w.acme.holdings(), before);
}

#[test]
fn a_body_of_another_type_or_beyond_any_size_is_refused_unread() {
    let w = world();
    let before = w.acme.holdings();
    let good = w.issue(json!({})).to_string();
    for media_type in [
        None,
        Some("text/plain"),
        Some("application/x-www-form-urlencoded"),
        Some("application/xml"),
        Some("multipart/form-data; boundary=x"),
        Some("application/jsonp"),
    ] {
        let reply = w
            .acme
            .send(&Method::POST, "/api/v1/unit-issues", media_type, good.as_bytes());
        assert_eq!(reply.expect_problem(415), "request.media_type", "{media_type:?}");
    }
    let padded = |size: usize| format!("{good}{}", " ".repeat(size - good.len()));
    let reply = w.acme.send(
        &Method::POST,
        "/api/v1/unit-issues",
        JSON,
        padded((1 << 20) + 1).as_bytes(),
    );
    assert_eq!(reply.expect_problem(413), "request.too_large");
    assert_eq!(w.acme.holdings(), before);
    let reply = w.acme.send(
        &Method::POST,
        "/api/v1/unit-issues",
        Some("Application/JSON; charset=utf-8"),
        padded(1 << 20).as_bytes(),
    );
    assert_eq!(reply.status, 201, "at the limit: {}", reply.text());
}
