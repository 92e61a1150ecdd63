//! What a key is, what it stands for, and for how long.

use super::{ISSUES, answer, keyed, order, units, world};
use diesel::{Connection, RunQueryDsl, sql_query};
use serde_json::json;
use tests::{TestApp, png};
use ureq::http::Method;

#[test]
fn the_same_request_is_done_once_and_answered_again() {
    let (_app, acme, _, product) = world();
    let sender = keyed(&acme, "issue-1");
    let (first, is_replayed) = answer(&sender.post(ISSUES, &order(&product, 100)));
    assert_eq!((first.0, is_replayed), (201, false));
    for key in ["issue-1", "\"issue-1\""] {
        let again = keyed(&acme, key).post(ISSUES, &order(&product, 100));
        assert_eq!(answer(&again), (first.clone(), true), "{key}");
    }
    assert_eq!(units(&acme, &product), 100);
    acme.post(ISSUES, &order(&product, 100)).expect(201);
    keyed(&acme, "issue-2")
        .post(ISSUES, &order(&product, 100))
        .expect(201);
    assert_eq!(
        units(&acme, &product),
        300,
        "without a key, or with another one, it is another order"
    );
}

#[test]
fn location_version_and_an_empty_answer_come_again_too() {
    let (_app, acme, _, product) = world();
    let twice = |key: &str, path: &str, body: &serde_json::Value| {
        let sender = keyed(&acme, key);
        let (first, again) = (sender.post(path, body), sender.post(path, body));
        assert_eq!(answer(&again), (answer(&first).0, true), "{path}");
        first
    };
    let brand = twice("1", "/api/v1/brands", &json!({"name": "森森"}));
    assert!(brand.header("location").starts_with("/api/v1/brands/"));
    let id = brand.json()["id"].as_str().unwrap().to_owned();
    let voided = twice("2", &format!("/api/v1/brands/{id}/void"), &json!({}));
    assert_eq!((voided.status, voided.header("etag")), (200, "\"2\""));
    let batch = json!({"product_id": product, "batch_no": "B1", "made_on": "2026-11-01", "coding_mode": "unit", "quantity": 10});
    twice("3", "/api/v1/batches", &batch);
    let export = twice(
        "4",
        "/api/v1/unit-exports",
        &json!({"product_id": product, "format": "csv"}),
    );
    assert_eq!(export.status, 202);
    let recall =
        json!({"product_id": product, "batch_no": "B1", "reason": "存在隐患", "advice": "请停止使用"});
    twice("5", "/api/v1/recalls", &recall);
    twice("6", &format!("/api/v1/products/{product}/pause"), &json!({}));
    let read = twice("7", "/api/v1/notices/read", &json!({}));
    assert_eq!((read.status, read.text().as_str()), (204, ""));
    assert_eq!(units(&acme, &product), 10);
    for (path, total) in [("brands", 1), ("batches", 1), ("recalls", 1), ("jobs", 1)] {
        assert_eq!(
            acme.get(&format!("/api/v1/{path}")).expect(200)["total"],
            total,
            "{path}"
        );
    }
}

#[test]
fn a_key_is_1_to_255_visible_characters_and_comes_once() {
    let (_app, acme, _, product) = world();
    let longest = "k".repeat(255);
    keyed(&acme, &longest)
        .post(ISSUES, &order(&product, 1))
        .expect(201);
    for bad in [&format!("{longest}k"), "", "\"\"", "two words", "tab\there"] {
        let refused = keyed(&acme, bad).post(ISSUES, &order(&product, 1));
        assert_eq!(refused.expect_problem(400), "idempotency.malformed", "{bad:?}");
    }
    let two = keyed(&keyed(&acme, "a"), "b").post(ISSUES, &order(&product, 1));
    assert_eq!(two.expect_problem(400), "idempotency.malformed");
    let read = keyed(&acme, "two words").get("/api/v1/brands");
    assert_eq!(read.status, 200, "a GET has no key");
    assert_eq!(units(&acme, &product), 1);
}

#[test]
fn a_key_stands_for_one_request() {
    let (_app, acme, _, product) = world();
    let sender = keyed(&acme, "one");
    sender.post(ISSUES, &order(&product, 5)).expect(201);
    let other_body = sender.post(ISSUES, &order(&product, 6));
    assert_eq!(other_body.expect_problem(422), "idempotency.reused");
    let other_operation = sender.post("/api/v1/unit-voids", &order(&product, 5));
    assert_eq!(
        other_operation.expect_problem(422),
        "request.invalid",
        "judged before the key"
    );
    let other_operation = sender.post("/api/v1/brands", &json!({"name": "森森"}));
    assert_eq!(other_operation.expect_problem(422), "idempotency.reused");
    let other_address = sender.post(&format!("{ISSUES}?x=1"), &order(&product, 5));
    assert_eq!(other_address.expect_problem(422), "idempotency.reused");
    assert_eq!(
        sender
            .post(ISSUES, &order(&product, 5))
            .header("idempotency-replayed"),
        "true"
    );
    assert_eq!(units(&acme, &product), 5);
    assert_eq!(acme.get("/api/v1/brands").expect(200)["total"], 0);
}

#[test]
fn a_key_of_another_enterprise_is_another_key() {
    let (app, acme, rival, product) = world();
    let theirs = app.product(&rival, "6901234567908").to_string();
    keyed(&acme, "1").post(ISSUES, &order(&product, 5)).expect(201);
    let sender = keyed(&rival, "1");
    assert_eq!(
        sender.post(ISSUES, &order(&product, 5)).status,
        404,
        "not told what another was answered"
    );
    let reply = sender.post(ISSUES, &order(&theirs, 7));
    assert_eq!((reply.status, answer(&reply).1), (201, false));
    assert_eq!((units(&acme, &product), units(&rival, &theirs)), (5, 7));
}

#[test]
fn an_answer_is_kept_for_72_hours() {
    let (app, acme, _, product) = world();
    let sender = |app: &TestApp| {
        keyed(
            &app.sign_in("91330109589891087U", Some(acme.enterprise().clone())),
            "1",
        )
    };
    let first = sender(&app).post(ISSUES, &order(&product, 5));
    app.clock.advance_seconds(72 * 3600 - 1);
    assert_eq!(
        answer(&sender(&app).post(ISSUES, &order(&product, 5))),
        (answer(&first).0, true)
    );
    app.clock.advance_seconds(1);
    let later = sender(&app).post(ISSUES, &order(&product, 6));
    assert_eq!(
        (later.status, answer(&later).1),
        (201, false),
        "the chore need not have come"
    );
    assert_eq!(
        answer(&sender(&app).post(ISSUES, &order(&product, 6))),
        (answer(&later).0, true)
    );
    assert_eq!(web::idempotency::sweep(&app.state.db).unwrap(), 0);
    app.clock.advance_seconds(72 * 3600);
    // The runner's own chore may have been first.
    web::idempotency::sweep(&app.state.db).unwrap();
    assert_eq!(web::idempotency::sweep(&app.state.db).unwrap(), 0);
    let me = app.sign_in("91330109589891087U", Some(acme.enterprise().clone()));
    assert_eq!(units(&me, &product), 11);
}

#[test]
fn a_refused_request_stores_nothing() {
    let (_app, acme, _, product) = world();
    let sender = keyed(&acme, "1");
    assert_eq!(sender.post(ISSUES, &order(&product, 0)).status, 422);
    let missing = "01938c1e-0000-7000-8000-000000000000";
    assert_eq!(
        sender.post(ISSUES, &order(missing, 1)).status,
        404,
        "refused inside the transaction"
    );
    assert_eq!(
        acme.with_token("x")
            .with("idempotency-key", "1")
            .post(ISSUES, &order(&product, 1))
            .status,
        401
    );
    let mended = sender.post(ISSUES, &order(&product, 3));
    assert_eq!((mended.status, answer(&mended).1), (201, false));
    assert_eq!(units(&acme, &product), 3);
}

#[test]
fn an_upload_is_known_by_its_content() {
    let (_app, acme, _, _) = world();
    let sender = keyed(&acme, "1");
    let first = sender.upload("product_picture", "a.png", &png(8, 8));
    assert_eq!(
        answer(&sender.upload("product_picture", "a.png", &png(8, 8))),
        (answer(&first).0, true)
    );
    // Sent again, a browser's form has another boundary.
    let (media_type, body) = tests::multipart("a.png", &png(8, 8));
    let boundary = media_type.split_once("boundary=").unwrap().1;
    let replaced = |bytes: &[u8]| {
        let text: String = bytes.iter().copied().map(char::from).collect();
        let text = text.replace(boundary, "another-boundary");
        text.chars()
            .map(|c| u8::try_from(u32::from(c)).unwrap())
            .collect::<Vec<u8>>()
    };
    let path = "/api/v1/files?slot=product_picture";
    let again = sender.send(
        &Method::POST,
        path,
        Some("multipart/form-data; boundary=another-boundary"),
        &replaced(&body),
    );
    assert_eq!(answer(&again), (answer(&first).0, true));
    for (slot, name, size) in [
        ("product_picture", "a.png", 9),
        ("product_picture", "b.png", 8),
        ("code_logo", "a.png", 8),
    ] {
        let other = sender.upload(slot, name, &png(size, size));
        assert_eq!(
            other.expect_problem(422),
            "idempotency.reused",
            "{slot} {name} {size}"
        );
    }
}

/// The answer is stored by the transaction that does the work: when it cannot be, the work is not done.
#[test]
fn work_whose_answer_cannot_be_stored_is_not_done() {
    let (app, acme, _, product) = world();
    let mut c = app.scratch().location().connect().unwrap();
    let (forbid, allow) = match app.state.db.backend() {
        db::Backend::Sqlite => (
            "CREATE TRIGGER no_answers BEFORE INSERT ON idempotency_keys BEGIN SELECT RAISE(ABORT, 'no'); END",
            "DROP TRIGGER no_answers",
        ),
        db::Backend::Postgres => (
            "ALTER TABLE idempotency_keys ADD CONSTRAINT no_answers CHECK (status = 0) NOT VALID",
            "ALTER TABLE idempotency_keys DROP CONSTRAINT no_answers",
        ),
    };
    let sender = keyed(&acme, "1");
    c.transaction(|c| sql_query(forbid).execute(c)).unwrap();
    assert_eq!(sender.post(ISSUES, &order(&product, 5)).status, 500);
    assert_eq!(units(&acme, &product), 0);
    c.transaction(|c| sql_query(allow).execute(c)).unwrap();
    let reply = sender.post(ISSUES, &order(&product, 5));
    assert_eq!((reply.status, answer(&reply).1), (201, false));
    assert_eq!(units(&acme, &product), 5);
}
