//! Ten million units in one issue: F095, F096, F097, F098, F099, F100, F025, F088, F094.

use serde_json::{Value, json};
use std::thread;
use tests::{Actor, TestApp};

const TEN_MILLION: i64 = 10_000_000;

fn coded() -> (TestApp, Actor, String) {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892").to_string();
    (app, acme, product)
}

fn serial(n: i64) -> String {
    format!("A{n:08}")
}

fn list(acme: &Actor, query: &str) -> (Vec<String>, i64) {
    let page = acme.get(&format!("/api/v1/units?{query}")).expect(200);
    let serials = page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|u| u["serial"].as_str().unwrap().to_owned());
    (serials.collect(), page["total"].as_i64().unwrap())
}

fn associate(acme: &Actor, product: &str, batch: &str, first: i64, last: i64) -> Value {
    let with = json!({"product_id": product, "batch_no": batch, "first_serial": serial(first),
                      "last_serial": serial(last), "quantity": last - first + 1});
    acme.post("/api/v1/unit-associations", &with).expect(200)
}

fn void(acme: &Actor, product: &str, first: i64, last: i64) -> Value {
    let ended = json!({"product_id": product, "first_serial": serial(first), "last_serial": serial(last),
                       "quantity": last - first + 1, "reason": "标签印刷错误"});
    acme.post("/api/v1/unit-voids", &ended).expect(200)
}

#[test]
fn ten_million_units_are_paged_searched_moved_and_ended_like_ten() {
    let (_app, acme, product) = coded();
    let issued = acme.issue(&product, "A", "00000001", TEN_MILLION);
    assert_eq!(
        (
            &issued["first_serial"],
            &issued["last_serial"],
            &issued["quantity"]
        ),
        (&json!("A00000001"), &json!("A10000000"), &json!(TEN_MILLION))
    );

    // Paging: the beginning, the middle, the end, and beyond it.
    for (page, first, count) in [
        (1, 1, 200),
        (25_000, 4_999_801, 200),
        (50_000, 9_999_801, 200),
        (50_001, 0, 0),
    ] {
        let (serials, total) = list(&acme, &format!("page_size=200&page={page}"));
        let expected: Vec<_> = (first..first + count).map(serial).collect();
        assert_eq!((serials, total), (expected, TEN_MILLION), "page {page}");
    }
    assert_eq!(
        list(&acme, "page_size=7&page=1428572"),
        (
            vec!["A09999998", "A09999999", "A10000000"]
                .into_iter()
                .map(str::to_owned)
                .collect(),
            TEN_MILLION
        )
    );
    assert_eq!(
        list(&acme, "page=1000000000&page_size=200"),
        (vec![], TEN_MILLION)
    );

    // Search: whole serials, beginnings, and what there is not.
    for (text, first, count) in [
        ("A05000000", 5_000_000, 1),
        ("A0500000", 5_000_000, 10),
        ("A050", 5_000_000, 100_000),
        ("A1", 10_000_000, 1),
        ("A", 1, TEN_MILLION),
        ("A00000000", 0, 0),
        ("A2", 0, 0),
        ("a0", 0, 0),
        ("B", 0, 0),
        ("A050000000", 0, 0),
        ("%25", 0, 0),
        ("A_", 0, 0),
    ] {
        let (serials, total) = list(&acme, &format!("serial={text}&page_size=3"));
        let expected: Vec<_> = (first..first + count.min(3)).map(serial).collect();
        assert_eq!((serials, total), (expected, count), "{text}");
    }
    let found = acme
        .get(&format!("/api/v1/products/{product}/unit?serial=A05000000"))
        .expect(200);
    assert_eq!(
        (&found["serial"], &found["state"], &found["batch_no"]),
        (&json!("A05000000"), &json!("active"), &Value::Null)
    );

    // Overlap: refused, with the range that is there.
    let again =
        json!({"product_id": product, "serial_prefix": "A0", "first_serial": "9999999", "quantity": 1});
    let reply = acme.post("/api/v1/unit-issues", &again);
    assert_eq!(reply.expect_problem(409), "coding.span_taken");
    let text = reply.json()["detail"].as_str().unwrap().to_owned();
    for part in ["A00000001", "A10000000", "10000000"] {
        assert!(text.contains(part), "{text}");
    }

    // Into a batch, and some of them into another one.
    let (b1, b2) = (acme.batch(&product, "B1"), acme.batch(&product, "B2"));
    let total = |query: &str| list(&acme, query).1;
    associate(&acme, &product, "B1", 1_000_001, 2_000_000);
    assert_eq!(total(&format!("batch_id={b1}")), 1_000_000);
    associate(&acme, &product, "B2", 1_500_001, 1_500_200);
    associate(&acme, &product, "B2", 1_700_000, 1_700_000);
    assert_eq!(
        (total(&format!("batch_id={b1}")), total(&format!("batch_id={b2}"))),
        (999_799, 201)
    );
    let unit = |n: i64| {
        acme.get(&format!("/api/v1/products/{product}/unit?serial={}", serial(n)))
            .expect(200)
    };
    for (n, batch, made_on) in [
        (1_000_000, Value::Null, Value::Null),
        (1_000_001, json!("B1"), json!("2026-11-01")),
        (1_500_001, json!("B2"), json!("2026-11-01")),
        (1_500_200, json!("B2"), json!("2026-11-01")),
        (1_500_201, json!("B1"), json!("2026-11-01")),
        (1_700_000, json!("B2"), json!("2026-11-01")),
        (2_000_001, Value::Null, Value::Null),
    ] {
        assert_eq!(
            (&unit(n)["batch_no"], &unit(n)["made_on"]),
            (&batch, &made_on),
            "{n}"
        );
    }
    assert_eq!(
        list(&acme, &format!("batch_id={b1}&page_size=200&page=2501")).0[..2],
        [serial(1_500_201), serial(1_500_202)]
    );
    let batch = acme.get(&format!("/api/v1/batches/{b1}")).expect(200);
    assert_eq!(batch["units"], 999_799);

    // One is ended, then a hundred around it.
    void(&acme, &product, 3_000_050, 3_000_050);
    assert_eq!(
        (total("state=voided"), total("state=active")),
        (1, TEN_MILLION - 1)
    );
    void(&acme, &product, 3_000_001, 3_000_100);
    assert_eq!(
        (total("state=voided"), total("state=active"), total("")),
        (100, TEN_MILLION - 100, TEN_MILLION)
    );
    let ended = list(&acme, "state=voided&page_size=200").0;
    assert_eq!(ended, (3_000_001..=3_000_100).map(serial).collect::<Vec<_>>());
    assert_eq!(total("state=active&serial=A030000"), 1);
    let reply = acme.post(
        "/api/v1/unit-associations",
        &json!({"product_id": product, "batch_no": "B1", "first_serial": serial(3_000_100)}),
    );
    assert_eq!(reply.expect_problem(409), "coding.some_voided");
    let reply = acme.post(
        "/api/v1/unit-voids",
        &json!({"product_id": product, "first_serial": serial(3_000_007), "reason": "再次作废"}),
    );
    assert_eq!(reply.expect_problem(409), "coding.some_voided");
    assert_eq!(unit(3_000_007)["state_reason"], "标签印刷错误");

    let overview = acme.get("/api/v1/coding-overview").expect(200);
    assert_eq!(
        overview,
        json!({"products": 1, "submitted_products": 1, "activated_products": 1, "batches": 2,
               "units": TEN_MILLION, "voided_units": 100})
    );
    let summary = acme
        .get(&format!("/api/v1/products/{product}/summary"))
        .expect(200);
    assert_eq!(
        (&summary["batches"], &summary["units"]),
        (&json!(2), &json!(TEN_MILLION))
    );

    // With the batch end its units, in the list and in the counts.
    acme.post(&format!("/api/v1/batches/{b1}/void"), &json!({"reason": "召回"}))
        .expect(200);
    assert_eq!(total("state=voided"), 100 + 999_799);
    assert_eq!(total("state=active"), TEN_MILLION - 100 - 999_799);
    assert_eq!(
        acme.get("/api/v1/coding-overview").expect(200)["voided_units"],
        100 + 999_799
    );
    assert_eq!(
        (&unit(1_000_001)["state"], &unit(1_000_001)["state_reason"]),
        (&json!("voided"), &json!("召回"))
    );
}

#[test]
fn the_limits_themselves_are_taken() {
    let (app, acme, product) = coded();
    acme.issue(&product, "", "0000000000", 1_000_000_000);
    acme.issue(&product, "ABCDEFGHIJKLMNOPQRS", "9", 1);
    acme.issue(&product, "", "99999999999999999999", 1);
    acme.issue(&product, "!\"%&'()*+,-./:;<=>?", "1", 9);
    assert_eq!(acme.total("/api/v1/units"), 1_000_000_011);
    for serial in [
        "0999999999",
        "ABCDEFGHIJKLMNOPQRS9",
        "99999999999999999999",
        "!\"%&'()*+,-./:;<=>?9",
    ] {
        let query: String = serial.bytes().map(|b| format!("%{b:02X}")).collect();
        let unit = acme
            .get(&format!("/api/v1/products/{product}/unit?serial={query}"))
            .expect(200);
        assert_eq!(unit["serial"], serial);
        let uri = unit["uri"]
            .as_str()
            .unwrap()
            .strip_prefix("https://q.example.com")
            .unwrap();
        let answer = app.scan(uri).expect(200);
        assert_eq!(
            (&answer["verdict"], &answer["serial"]),
            (&json!("valid"), &json!(serial)),
            "{uri}"
        );
    }
}

/// Whoever comes first has the serials; the others are told so.
#[test]
fn of_many_who_issue_the_same_serials_at_once_one_does() {
    let (_app, acme, product) = coded();
    let order = |n: i64| {
        json!({"product_id": product, "serial_prefix": "A", "first_serial": format!("{:04}", n),
                               "quantity": 100})
    };
    let statuses: Vec<u16> = thread::scope(|s| {
        let issue = |n: i64| acme.post("/api/v1/unit-issues", &order(n)).status;
        let threads: Vec<_> = (0..64).map(|n| s.spawn(move || issue(n))).collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    });
    assert_eq!(statuses.iter().filter(|s| **s == 201).count(), 1, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|s| **s == 409).count(), 63, "{statuses:?}");
    assert_eq!(acme.total("/api/v1/units"), 100);
    let batch =
        json!({"product_id": product, "batch_no": "B1", "made_on": "2026-11-01", "coding_mode": "batch"});
    let statuses: Vec<u16> = thread::scope(|s| {
        let create = || acme.post("/api/v1/batches", &batch).status;
        let threads: Vec<_> = (0..64).map(|_| s.spawn(create)).collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    });
    assert_eq!(statuses.iter().filter(|s| **s == 201).count(), 1, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|s| **s == 409).count(), 63, "{statuses:?}");
    assert_eq!(acme.total("/api/v1/batches"), 1);
}
