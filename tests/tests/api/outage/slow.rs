//! Clients that say next to nothing, and many of them, keep nobody else out.

use super::GTIN;
use serde_json::json;
use std::{
    io::{Read, Write},
    net::TcpStream,
    thread,
    time::{Duration, Instant},
};
use tests::TestApp;

/// Sends a head, then a byte now and then, until the server ends it; what it answered, and after how long.
fn drip(app: &TestApp, head: &str) -> (String, Duration) {
    let mut stream = TcpStream::connect(app.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_millis(500))).unwrap();
    stream.write_all(head.as_bytes()).unwrap();
    let (start, mut answer, mut part) = (Instant::now(), vec![], [0; 4096]);
    while start.elapsed() < Duration::from_secs(40) {
        if stream.write_all(b" ").is_err() {
            break;
        }
        match stream.read(&mut part) {
            Ok(0) => break,
            Ok(n) => answer.extend_from_slice(part.get(..n).unwrap()),
            Err(e)
                if matches!(
                    e.kind(),
                    std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut
                ) => {}
            Err(_) => break,
        }
    }
    (String::from_utf8_lossy(&answer).into_owned(), start.elapsed())
}

#[test]
fn a_body_that_does_not_come_is_given_up_and_its_connection_ends() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    app.product(&acme, "6901234567892");
    let token = acme.token();
    let boundary = "multipart/form-data; boundary=x";
    let cases = [
        (
            "/api/v1/sessions",
            "application/json",
            "content-length: 4000",
            "408",
        ),
        (
            "/api/v1/sessions",
            "application/json",
            "transfer-encoding: chunked",
            "408",
        ),
        (
            "/api/v1/products",
            "application/json",
            "content-length: 4000",
            "408",
        ),
        (
            "/api/v1/files?slot=product_picture",
            boundary,
            "content-length: 400000",
            "408",
        ),
        (
            "/api/v1/registrations/licence",
            boundary,
            "content-length: 400000",
            "408",
        ),
        (
            "/api/v1/nowhere",
            "application/json",
            "content-length: 4000",
            "404",
        ),
    ];
    thread::scope(|threads| {
        for (path, kind, length, status) in cases {
            let app = &app;
            threads.spawn(move || {
                let head = format!(
                    "POST {path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\ncontent-type: {kind}\r\n{length}\r\n\r\n{}",
                    if length.starts_with("transfer") { "400\r\n" } else { "" }
                );
                let (answer, after) = drip(app, &head);
                assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{path} {length}: {answer}");
                assert!(after < Duration::from_secs(30), "{path}: {after:?}");
                if status == "408" {
                    assert!(answer.contains("request.too_slow") && answer.contains("传输过慢"), "{answer}");
                }
            });
        }
        thread::sleep(Duration::from_secs(2));
        assert_eq!(app.scan(GTIN).status, 200);
    });
}

/// One address that holds more connections than anybody needs is told so; whoever closes some is served again.
#[test]
fn one_address_does_not_hold_all_connections() {
    let app = TestApp::new();
    let ask = |stream: &mut TcpStream| {
        stream
            .write_all(b"GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n")
            .unwrap();
        let mut answer = [0; 1024];
        let n = stream.read(&mut answer).unwrap();
        String::from_utf8_lossy(answer.get(..n).unwrap()).into_owned()
    };
    let mut held: Vec<_> = (0..512)
        .map(|_| TcpStream::connect(app.address).unwrap())
        .collect();
    assert!(ask(held.last_mut().unwrap()).starts_with("HTTP/1.1 200"));
    let mut over = TcpStream::connect(app.address).unwrap();
    let refused = ask(&mut over);
    assert!(
        refused.starts_with("HTTP/1.1 503") && refused.contains("request.too_many_connections"),
        "{refused}"
    );
    assert!(refused.to_lowercase().contains("retry-after"), "{refused}");
    drop((held, over));
    tests::wait_for("being served again", Duration::from_secs(5), || {
        match app.anyone().get("/health/live").status {
            200 => Ok(()),
            _ => Err("refused"),
        }
    });
    app.anyone()
        .post("/api/v1/sessions", &json!({"login_name": "x", "password": "y"}))
        .expect(401);
}
