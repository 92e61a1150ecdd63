//! Addresses where there is nothing.

use db::Scratch;
use kernel::Clock;
use std::fs;
use tests::{Reply, TestApp};

const INDEX: &str = "<!doctype html><title>console</title>";

/// A server whose console is built.
fn world() -> TestApp {
    let scratch = Scratch::new();
    let web = scratch.folder().join("web");
    fs::create_dir_all(web.join("assets")).unwrap();
    fs::write(web.join("index.html"), INDEX).unwrap();
    fs::write(web.join("assets/a.js"), "1").unwrap();
    TestApp::on(scratch, Clock::default(), &[])
}

fn open(app: &TestApp, path: &str) -> Reply {
    app.anyone()
        .with("accept", "text/html,application/xhtml+xml,*/*;q=0.8")
        .get(path)
}

#[test]
fn the_console_answers_at_its_own_addresses_alone() {
    let app = world();
    for page in [
        "/",
        "/login",
        "/products",
        "/products/",
        "/products/01a2/edit",
        "/unit?product_id=1&serial=2",
    ] {
        let reply = open(&app, page);
        assert_eq!((reply.status, reply.text().as_str()), (200, INDEX), "{page}");
    }
    for none in [
        "/no/such/thing",
        "/.well-known/gs1resolver",
        "/products/1/2/3",
        "/assets/b.js",
        "/wp-login.php",
        "/login/x",
        "/%2e%2e/etc/passwd",
    ] {
        let page = open(&app, none);
        assert_eq!(
            (page.status, page.header("content-type")),
            (404, "text/html; charset=utf-8"),
            "{none}"
        );
        let text = page.text();
        assert!(
            text.contains("没有这个页面") && text.contains("href=\"/\"") && !text.contains("console"),
            "{text}"
        );
        assert!(
            page.header("content-security-policy")
                .starts_with("default-src 'none'"),
            "{none}"
        );
        let data = app.anyone().get(none);
        assert_eq!(data.expect_problem(404), "request.not_found", "{none}");
    }
    assert_eq!(
        app.anyone().get("/products").expect_problem(404),
        "request.not_found",
        "a program asked the wrong address"
    );
    assert_eq!(
        open(&app, "/api/v1/no/such/thing").expect_problem(404),
        "request.not_found"
    );
    assert_eq!(
        app.anyone()
            .post("/no/such/thing", &serde_json::json!({}))
            .expect_problem(404),
        "request.not_found"
    );
    let english = app
        .anyone()
        .with("accept", "text/html")
        .with("accept-language", "en")
        .get("/no/such/thing");
    assert!(
        english.text().contains("There is no such page"),
        "{}",
        english.text()
    );
}

#[test]
fn links_of_keys_that_are_not_resolved_say_so() {
    let app = world();
    for (path, what) in [
        ("/00/006141411234567890", "物流单元（SSCC）"),
        ("/414/9521321000010", "位置（GLN）"),
        ("/8006/069012345678920102", "商品的部件（ITIP）"),
        ("/8004/9521321A", "单个资产（GIAI）"),
        ("/gtin/06901234567892", "商品（GTIN）"),
    ] {
        let page = open(&app, path);
        assert_eq!(
            (page.status, page.header("content-type")),
            (404, "text/html; charset=utf-8"),
            "{path}"
        );
        assert!(
            page.text().contains(what) && page.text().contains("/01/"),
            "{}",
            page.text()
        );
        let data = app.anyone().with("accept", "application/json").get(path);
        assert_eq!(data.expect_problem(404), "scan.key_not_resolved", "{path}");
        assert!(data.text().contains(what), "{}", data.text());
    }
}
