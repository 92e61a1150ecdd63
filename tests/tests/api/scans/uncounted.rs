//! What is answered and is no scan: previews, prefetching, programs that do not say what they are, and one reader's thousandth look.

use super::GTIN;
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::TcpStream;
use tests::{Reply, TestApp};

const PHONE: &str =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.50";

fn coded(settings: &[(&'static str, &str)]) -> TestApp {
    let app = TestApp::with(settings);
    let acme = app.enterprise(
        "91330109589891087U",
        "杭州超尔切削工具有限公司",
        enterprise::EnterpriseType::PRODUCERS,
    );
    let product = app.product(&acme, "6901234567892").to_string();
    acme.issue(&product, "A", "001", 100);
    let other = app.product(&acme, "6902083881405").to_string();
    acme.issue(&other, "A", "001", 100);
    app
}

fn look(app: &TestApp, path: &str, headers: &[(&str, &str)]) -> Reply {
    let reader = app.anyone().with("accept", "application/json");
    headers.iter().fold(reader, |r, (n, v)| r.with(n, v)).get(path)
}

fn page(app: &TestApp, path: &str, headers: &[(&str, &str)]) -> String {
    let reader = app
        .anyone()
        .with("accept", "text/html")
        .with("accept-encoding", "identity");
    let reply = headers.iter().fold(reader, |r, (n, v)| r.with(n, v)).get(path);
    assert_eq!(reply.status, 200);
    reply.text()
}

#[test]
fn previews_and_prefetching_are_answered_and_are_never_the_first_scan() {
    let app = coded(&[]);
    let path = format!("{GTIN}/21/A001");
    let cases = [
        (
            &[("user-agent", PHONE), ("sec-purpose", "prefetch")][..],
            "prefetch",
        ),
        (
            &[("user-agent", PHONE), ("sec-purpose", "prefetch;prerender")],
            "prefetch",
        ),
        (&[("user-agent", "DingTalkBot-LinkService/1.0")], "agent"),
        (&[("user-agent", "Slackbot-LinkExpanding 1.0")], "agent"),
        (
            &[("user-agent", "Mozilla/5.0 (compatible; Baiduspider/2.0)")],
            "agent",
        ),
        (&[("user-agent", " ")], "no_agent"),
    ];
    for (headers, why) in cases {
        let told = look(&app, &path, headers).expect(200);
        assert_eq!(
            (
                &told["verdict"],
                &told["not_counted"],
                &told["scans"],
                &told["first_scanned_at"]
            ),
            (&json!("valid"), &json!(why), &Value::Null, &Value::Null),
            "{headers:?}"
        );
        let text = page(&app, &path, headers);
        assert!(
            text.contains("本次未计入查询次数") && text.contains("查看查询次数"),
            "{headers:?}"
        );
        assert!(!text.contains("seen="), "whoever reads on is counted then");
    }
    let first = look(&app, &path, &[("user-agent", PHONE)]).expect(200);
    assert_eq!(
        (&first["scans"], &first["not_counted"]),
        (&json!(1), &Value::Null),
        "{first}"
    );
    assert_eq!(
        look(&app, &path, &[("user-agent", "erp/1.0")]).expect(200)["scans"],
        2
    );
    assert!(!page(&app, &path, &[("user-agent", PHONE)]).contains("未计入"));
    // A code that was never issued is told the same way.
    let unknown = look(&app, &format!("{GTIN}/21/X1"), &[("user-agent", "Googlebot/2.1")]).expect(404);
    assert_eq!(
        (&unknown["verdict"], &unknown["not_counted"]),
        (&json!("not_issued"), &json!("agent"))
    );
}

#[test]
fn a_reader_without_a_name_is_not_counted() {
    let app = coded(&[]);
    let mut stream = TcpStream::connect(app.address).unwrap();
    write!(
        stream,
        "GET {GTIN}/21/A001 HTTP/1.1\r\nhost: x\r\naccept: application/json\r\nconnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(
        answer.starts_with("HTTP/1.1 200") && answer.contains("\"no_agent\""),
        "{answer}"
    );
    assert_eq!(
        look(&app, &format!("{GTIN}/21/A001"), &[("user-agent", PHONE)]).expect(200)["scans"],
        1
    );
}

#[test]
fn one_reader_counts_so_often_an_hour_at_one_product() {
    let app = coded(&[
        ("PINMA_SCANS_PER_READER", "5"),
        ("PINMA_TRUSTED_PROXIES", "127.0.0.1"),
    ]);
    let from =
        |address: &str, path: &str| look(&app, path, &[("user-agent", PHONE), ("x-forwarded-for", address)]);
    let unit = |n: usize| format!("{GTIN}/21/A{n:03}");
    for n in 1..=5 {
        assert_eq!(from("192.0.2.1", &unit(n)).expect(200)["scans"], 1);
    }
    // What was never issued is looked at as well.
    for n in [6, 7, 8] {
        let told = from("192.0.2.1", &unit(n)).expect(200);
        assert_eq!(
            (&told["verdict"], &told["not_counted"], &told["scans"]),
            (&json!("valid"), &json!("limit"), &Value::Null)
        );
    }
    let headers = [("user-agent", PHONE), ("x-forwarded-for", "192.0.2.1")];
    assert!(page(&app, &unit(6), &headers).contains("次数过多"));
    assert_eq!(
        from("192.0.2.2", &unit(6)).expect(200)["scans"],
        1,
        "the first look of somebody else is the first"
    );
    assert_eq!(
        from("192.0.2.1", "/01/06902083881405/21/A001").expect(200)["scans"],
        1,
        "another product"
    );
    // A network of the sixth version is one reader.
    for n in 1..=5 {
        from(&format!("2001:db8::{n}"), &unit(20 + n)).expect(200);
    }
    assert_eq!(
        from("2001:db8::ffff", &unit(30)).expect(200)["not_counted"],
        "limit"
    );
    app.clock.advance_seconds(3600);
    assert_eq!(
        from("192.0.2.1", &unit(8)).expect(200)["scans"],
        1,
        "an hour later"
    );
}

#[test]
fn the_limit_can_be_lifted() {
    let app = coded(&[
        ("PINMA_SCANS_PER_READER", "0"),
        ("PINMA_TRUSTED_PROXIES", "127.0.0.1"),
    ]);
    let headers = [("user-agent", PHONE), ("x-forwarded-for", "192.0.2.1")];
    for n in 1..=20 {
        assert_eq!(
            look(&app, &format!("{GTIN}/21/A001"), &headers).expect(200)["scans"],
            n
        );
    }
}
