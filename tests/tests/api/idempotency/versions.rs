//! Changes of a version: what `If-Match` may say (RFC 9110, 13.1.1), and a change whose answer was lost.

use super::{answer, keyed, world};
use serde_json::{Value, json};
use tests::{Actor, Reply};

const BRAND: &str = "/api/v1/brands";

fn brand(name: &str) -> Value {
    json!({ "name": name })
}

/// A brand, and its address.
fn made(acme: &Actor) -> String {
    let id = acme.post(BRAND, &brand("森森")).expect(201)["id"]
        .as_str()
        .unwrap()
        .to_owned();
    format!("{BRAND}/{id}")
}

fn put(acme: &Actor, at: &str, tag: &str, name: &str) -> Reply {
    acme.with("if-match", tag).put(at, &brand(name))
}

#[test]
fn a_version_may_be_named_in_every_way_there_is() {
    let (_app, acme, rival, _) = world();
    let at = made(&acme);
    for (tag, status) in [
        ("\"1\"", 200),
        ("\"1\"", 412),
        ("W/\"2\"", 200),
        ("\"1\", \"3\"", 200),
        ("\"1\", \"2\"", 412),
        ("W/\"9\" , W/\"4\"", 200),
        ("*", 200),
        ("*", 200),
        ("\"nonsense\"", 412),
        ("", 412),
        ("\"nonsense\", \"7\"", 200),
    ] {
        let reply = put(&acme, &at, tag, "森森");
        assert_eq!(reply.status, status, "{tag}: {}", reply.text());
    }
    assert_eq!(
        acme.put(&at, &brand("森森")).expect_problem(428),
        "request.version_missing"
    );
    let found = acme.get(&at);
    assert_eq!(found.header("etag"), "\"8\"");
    // Whoever may not see it learns nothing by any of these.
    for tag in ["*", "\"8\"", "\"1\", \"8\""] {
        assert_eq!(put(&rival, &at, tag, "别人").status, 404, "{tag}");
    }
    // Two lines are one list.
    let two = acme
        .with("if-match", "\"1\"")
        .with("if-match", "\"8\"")
        .put(&at, &brand("森森"));
    assert_eq!(two.status, 200, "{}", two.text());
}

#[test]
fn every_door_with_versions_takes_a_star() {
    let (_app, acme, _, product) = world();
    let batch = acme.batch(&product, "B1");
    let version = |at: &str| acme.get(at).header("etag").to_owned();
    let any = acme.with("if-match", "*");
    let at = format!("/api/v1/batches/{batch}");
    let change = json!({ "made_on": "2026-11-01", "expires_on": "2028-10-31", "report_file_ids": [] });
    any.put(&at, &change).expect(200);
    assert_eq!(version(&at), "\"2\"");
    // Of a product the request for a change is judged by it.
    let at = format!("/api/v1/products/{product}");
    let record = acme.get(&at).expect(200)["record"].clone();
    let mut changed = record;
    changed["warranty_period"] = "12 个月".into();
    let before = version(&at);
    let reply = any.put(&at, &changed);
    assert_eq!(reply.status, 200, "{}", reply.text());
    assert_ne!(version(&at), before);
    // A list with the present version is as good.
    let several = acme.with("if-match", &format!("\"0\", {}", version(&at)));
    changed["warranty_period"] = "24 个月".into();
    assert_eq!(several.put(&at, &changed).status, 200);
}

#[test]
fn a_change_whose_answer_was_lost_is_answered_again() {
    let (_app, acme, rival, _) = world();
    let at = made(&acme);
    let change = |actor: &Actor, key: &str, tag: &str, name: &str| put(&keyed(actor, key), &at, tag, name);
    let (first, was_replayed) = answer(&change(&acme, "k1", "\"1\"", "森林"));
    assert_eq!((first.0, was_replayed), (200, false));
    let (again, is_replayed) = answer(&change(&acme, "k1", "\"1\"", "森林"));
    assert_eq!(
        (again, is_replayed),
        (first, true),
        "the version was made by this very request"
    );
    assert_eq!(acme.get(&at).header("etag"), "\"2\"", "and it was done once");
    // Somebody else's version is refused as ever, and so is another content under the same key.
    assert_eq!(
        change(&acme, "k2", "\"1\"", "森林").expect_problem(412),
        "request.stale"
    );
    assert_eq!(
        change(&acme, "k1", "\"2\"", "树林").expect_problem(422),
        "idempotency.reused"
    );
    assert_eq!(change(&rival, "k1", "\"1\"", "森林").status, 404);
    // What was refused is not kept: mended, it goes through.
    assert_eq!(change(&acme, "k3", "\"2\"", "").status, 422);
    assert_eq!(change(&acme, "k3", "\"2\"", "树林").status, 200);
    assert_eq!(
        change(&acme, "a b", "\"3\"", "树林").expect_problem(400),
        "idempotency.malformed"
    );
}
