//! What every answer says to a browser, whoever gives it: data, pages, files, refusals, addresses nobody has.

use serde_json::json;
use tests::{Reply, TestApp, contract};
use ureq::http::Method;

fn is_safe(at: &str, reply: &Reply) {
    let at = format!("{at} {}", reply.status);
    assert_eq!(reply.headers("x-content-type-options"), ["nosniff"], "{at}");
    assert_eq!(reply.headers("referrer-policy"), ["same-origin"], "{at}");
    let policy = reply.header("content-security-policy");
    assert!(
        policy.contains("default-src 'none'") && policy.contains("frame-ancestors"),
        "{at}: {policy}"
    );
    assert_eq!(
        reply.headers("strict-transport-security"),
        ["max-age=31536000"],
        "{at}"
    );
    for name in ["content-security-policy", "cache-control"] {
        assert!(reply.headers(name).len() <= 1, "{at}: {name} twice");
    }
}

#[test]
fn every_answer_has_the_headers_that_protect_its_reader() {
    let app = TestApp::with(&[("PINMA_PUBLIC_URL", "https://pinma.example.com")]);
    let acme = app.enterprise(
        "91330109589891087U",
        "甲厂",
        &[enterprise::profile::EnterpriseType::Production],
    );
    let product = app.product(&acme, "6901234567892");
    let operator = app.operator();
    for who in [&app.anyone(), &acme, &operator] {
        for o in contract::operations() {
            let path = o.path.replace("{id}", &product.to_string());
            let reply = who.send(&o.method, &path, Some("application/json"), b"{}");
            is_safe(&format!("{} {path}", o.method), &reply);
            if path.starts_with("/api/") && o.rights.is_some() {
                assert_eq!(reply.header("cache-control"), "no-store", "{} {path}", o.method);
            }
        }
    }
    let anyone = app.anyone();
    for path in [
        "/",
        "/sign-in",
        "/nowhere.js",
        "/assets/nowhere.js",
        "/files/0190f1a2-3b4c-7d5e-8f60-718293a4b5c6",
        "/files/nonsense",
        "/health/live",
        "/health/ready",
        "/health/nowhere",
        "/swagger-ui/",
        "/swagger-ui/swagger-ui.css",
        "/swagger-ui/nowhere",
        "/01/06901234567892",
        "/01/06901234567892/21/A1",
        "/01/06900000000007",
        "/01/nonsense",
        "/feedback/01/06901234567892",
        "/feedback/nowhere",
        "/leave?code=06901234567892&to=https%3A%2F%2Fexample.com",
        "/menus/06901234567892/0",
        "/errors",
        "/api/v1/nowhere",
        "/api/v1",
    ] {
        for page in ["text/html", "application/json"] {
            let reply = anyone.with("accept", page).get(path);
            is_safe(path, &reply);
        }
    }
    let swagger = anyone.get("/swagger-ui/");
    assert_eq!(swagger.status, 200);
    assert!(
        swagger
            .header("content-security-policy")
            .contains("script-src 'self'")
    );
    for method in [Method::PUT, Method::DELETE, Method::PATCH] {
        is_safe(
            "wrong method",
            &anyone.send(&method, "/api/v1/sessions", None, b""),
        );
        is_safe("wrong method", &anyone.send(&method, "/health/live", None, b""));
    }
    is_safe(
        "malformed",
        &anyone.send(&Method::POST, "/api/v1/sessions", Some("application/json"), b"{"),
    );
    is_safe(
        "large",
        &acme.post("/api/v1/products", &json!({"name": "x".repeat(2_000_000)})),
    );
}

/// Behind plain http a browser is not told to insist on https.
#[test]
fn https_is_demanded_only_where_it_is_spoken() {
    let app = TestApp::with(&[("PINMA_PUBLIC_URL", "http://localhost:8080")]);
    let reply = app.anyone().get("/health/live");
    assert_eq!(reply.headers("x-content-type-options"), ["nosniff"]);
    assert!(reply.headers("strict-transport-security").is_empty());
}
