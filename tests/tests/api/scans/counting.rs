//! Scans are counted exactly.

use super::GTIN;
use kernel::Timestamp;
use serde_json::{Value, json};
use std::{collections::BTreeSet, thread};
use tests::{Actor, TestApp};

fn coded() -> (TestApp, Actor, Actor, String) {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892").to_string();
    acme.batch(&product, "B1");
    acme.issue(&product, "A", "001", 100);
    (app, acme, rival, product)
}

fn counter(acme: &Actor, product: &str, query: &str) -> Value {
    acme.get(&format!("/api/v1/products/{product}/scans?{query}"))
        .expect(200)
}

#[test]
fn of_a_thousand_first_scans_at_once_one_is_the_first() {
    let (app, acme, _, product) = coded();
    let path = format!("{GTIN}/21/A001");
    let answers: Vec<(i64, String)> = thread::scope(|s| {
        let scan = || {
            let answer = app.scan(&path).expect(200);
            (
                answer["scans"].as_i64().unwrap(),
                answer["first_scanned_at"].as_str().unwrap().to_owned(),
            )
        };
        let threads: Vec<_> = (0..50)
            .map(|_| s.spawn(move || (0..20).map(|_| scan()).collect::<Vec<_>>()))
            .collect();
        threads.into_iter().flat_map(|t| t.join().unwrap()).collect()
    });
    let numbers: BTreeSet<i64> = answers.iter().map(|(n, _)| *n).collect();
    assert_eq!(numbers, (1..=1000).collect(), "each scan has its own number");
    let firsts: BTreeSet<&str> = answers.iter().map(|(_, at)| at.as_str()).collect();
    assert_eq!(firsts.len(), 1, "one first time: {firsts:?}");
    let counted = counter(&acme, &product, "serial=A001");
    assert_eq!(
        (&counted["scans"], counted["first_scanned_at"].as_str()),
        (&json!(1000), firsts.first().copied())
    );
    assert_eq!(acme.total("/api/v1/scans?code=A001"), 1000);
    assert_eq!(counter(&acme, &product, "serial=A002")["scans"], 0);
}

#[test]
fn the_first_time_never_changes() {
    let (app, acme, _, product) = coded();
    let path = format!("{GTIN}/21/A001");
    let before = app.clock.now();
    let first = app.scan(&path).expect(200)["first_scanned_at"].clone();
    let at: Timestamp = serde_json::from_value(first.clone()).unwrap();
    assert!((0..10).contains(&at.seconds_since(before)), "{first}");
    let (mut app, mut clock) = (app, None::<kernel::Clock>);
    for n in 2..=6 {
        app.clock.advance_seconds(86_400 * n);
        if n == 4 {
            let (scratch, same) = app.stop();
            app = TestApp::on(scratch, same.clone(), &[]);
            clock = Some(same);
        }
        let answer = app.scan(&path).expect(200);
        assert_eq!(
            (&answer["scans"], &answer["first_scanned_at"]),
            (&json!(n), &first)
        );
    }
    assert!(clock.is_some());
    let acme = app.sign_in("91330109589891087U", Some(acme.enterprise().clone()));
    let moved = json!({"product_id": product, "batch_no": "B1", "first_serial": "A001"});
    acme.post("/api/v1/unit-associations", &moved).expect(200);
    assert_eq!(
        app.scan(&path).expect(200)["first_scanned_at"],
        first,
        "whatever becomes of the unit"
    );
    let ended = json!({"product_id": product, "first_serial": "A001", "reason": "印刷错误"});
    acme.post("/api/v1/unit-voids", &ended).expect(200);
    let answer = app.scan(&path).expect(200);
    assert_eq!(
        (&answer["scans"], &answer["first_scanned_at"], &answer["verdict"]),
        (&json!(8), &first, &json!("voided"))
    );
    let counted = counter(&acme, &product, "serial=A001");
    assert_eq!(counted["first_scanned_at"], first);
    assert_ne!(counted["last_scanned_at"], first);
}

#[test]
fn each_level_has_its_own_count_and_looking_is_not_scanning() {
    let (app, acme, rival, product) = coded();
    for (path, times) in [
        ("", 3),
        ("/10/B1", 2),
        ("/21/A001", 4),
        ("/21/A999", 5),
        ("/10/B9", 1),
    ] {
        (0..times).for_each(|_| drop(app.scan(&format!("{GTIN}{path}"))));
    }
    app.anyone()
        .with("accept", "text/html")
        .get(&format!("{GTIN}/21/A001"));
    app.anyone()
        .send(&ureq::http::Method::HEAD, &format!("{GTIN}/21/A001"), None, &[]);
    app.anyone().send(
        &ureq::http::Method::OPTIONS,
        &format!("{GTIN}/21/A001"),
        None,
        &[],
    );
    let scans = |query: &str| counter(&acme, &product, query)["scans"].as_i64().unwrap();
    assert_eq!([scans(""), scans("batch_no=B1"), scans("serial=A001")], [3, 2, 5]);
    assert_eq!(
        [scans("batch_no=B9"), scans("serial=A999")],
        [0, 0],
        "what was never issued has no count"
    );
    assert_eq!(
        acme.total("/api/v1/scans"),
        3 + 2 + 5 + 5 + 1,
        "but every look is on record"
    );
    assert_eq!(acme.total("/api/v1/scans?verdict=not_issued"), 6);
    let overview = acme.get("/api/v1/scan-overview").expect(200);
    assert_eq!((&overview["total"], &overview["today"]), (&json!(10), &json!(10)));
    let newest = acme.get("/api/v1/scans?page_size=1&code=A001").expect(200);
    assert_eq!(
        (&newest["items"][0]["channel"], &newest["items"][0]["level"]),
        (&json!("page"), &json!("unit"))
    );
    assert_eq!(rival.total("/api/v1/scans"), 0);
    assert_eq!(rival.get("/api/v1/scan-overview").expect(200)["total"], 0);
    assert_eq!(
        rival
            .get(&format!("/api/v1/products/{product}/scans"))
            .expect_problem(404),
        "product.not_found"
    );
}
