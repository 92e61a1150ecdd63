//! Room: how large an export will be is told and holds, what it makes counts against the enterprise's storage, and what is gone
//! says so and can be made again.

use serde_json::{Value, json};
use std::fs;
use tests::{Actor, TestApp};

fn coded() -> (TestApp, Actor, Actor, String) {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892").to_string();
    acme.issue(&product, "A", "00000001", 20_000_000);
    (app, acme, rival, product)
}

fn units(product: &str, last: i64, more: &Value) -> Value {
    let mut order = json!({"product_id": product, "format": "csv", "first_serial": "A00000001",
                           "last_serial": format!("A{last:08}")});
    for (field, value) in more.as_object().unwrap() {
        order[field] = value.clone();
    }
    order
}

/// Within so much of the estimate an outcome has to be.
const MARGIN: f64 = 0.1;

#[test]
fn the_estimate_holds() {
    let (_app, acme, _, product) = coded();
    let batch = acme.batch(&product, "B1");
    let label = |more: Value| {
        let mut order = json!({"product_id": product, "subject": "unit", "format": "pdf", "design": "braid", "colour": "red",
                               "first_serial": "A00000001", "last_serial": "A00001500"});
        for (field, value) in more.as_object().unwrap() {
            order[field] = value.clone();
        }
        ("label", order)
    };
    let orders = [
        ("unit", units(&product, 5_000, &json!({}))),
        ("unit", units(&product, 230_000, &json!({}))),
        (
            "unit",
            units(&product, 3_000, &json!({"format": "png_zip", "size": 300})),
        ),
        (
            "unit",
            units(
                &product,
                200,
                &json!({"format": "png_zip", "size": 1200, "correction": "H"}),
            ),
        ),
        ("unit", units(&product, 2_000, &json!({"format": "svg_zip"}))),
        ("unit", units(&product, 1, &json!({"format": "png_zip"}))),
        label(json!({})),
        label(json!({"paper": "a4"})),
        label(json!({"format": "csv"})),
        label(json!({"format": "txt"})),
        label(json!({"format": "png_zip", "last_serial": "A00000060"})),
        label(json!({"format": "svg_zip", "last_serial": "A00000060"})),
        label(
            json!({"subject": "batch", "batch_id": batch, "first_serial": null, "last_serial": null, "copies": 900}),
        ),
    ];
    for (what, order) in orders {
        let told = acme
            .post(&format!("/api/v1/{what}-exports/estimate"), &order)
            .expect(200);
        let queued = acme.post(&format!("/api/v1/{what}-exports"), &order).expect(202);
        let ended = acme.ended_job(queued["job_id"].as_str().unwrap());
        assert_eq!(ended["state"], "succeeded", "{ended}");
        let (expected, made) = (told["bytes"].as_f64().unwrap(), ended["bytes"].as_f64().unwrap());
        assert!(
            (made / expected - 1.0).abs() < MARGIN,
            "{order}: {expected} expected, {made} made"
        );
        assert_eq!(
            (&told["total"], &told["fits"], &told["keep_days"]),
            (&queued["total"], &json!(true), &json!(7))
        );
        assert_eq!(told["files"], ended["parts"].as_i64().unwrap().max(1));
        assert!(told["seconds"].as_i64().unwrap() >= 1);
    }
}

#[test]
fn an_export_takes_room_from_the_start_until_it_is_deleted() {
    let (app, acme, rival, product) = coded();
    let own = app.product(&rival, "6902083881405").to_string();
    rival.issue(&own, "A", "00000001", 10);
    let left = |of: &Actor, product: &str| {
        let order = units(product, 10, &json!({}));
        of.post("/api/v1/unit-exports/estimate", &order).expect(200)["left_bytes"]
            .as_i64()
            .unwrap()
    };
    let (before, of_rival) = (left(&acme, &product), left(&rival, &own));
    let queued = acme
        .post("/api/v1/unit-exports", &units(&product, 20_000_000, &json!({})))
        .expect(202);
    let (id, bytes) = (
        queued["job_id"].as_str().unwrap(),
        queued["bytes"].as_i64().unwrap(),
    );
    assert!(bytes > 1_000_000_000, "{queued}");
    assert_eq!(left(&acme, &product), before - bytes, "set aside at once");
    assert_eq!(left(&rival, &own), of_rival, "and nobody else's");
    // More than the quota has, and more than is left of it.
    let large = units(&product, 20_000_000, &json!({"format": "png_zip", "size": 4096}));
    let told = acme.post("/api/v1/unit-exports/estimate", &large).expect(200);
    assert_eq!(told["fits"], false, "{told}");
    let refused = acme.post("/api/v1/unit-exports", &large);
    assert_eq!(refused.expect_problem(409), "job.over_quota");
    let said = refused.text();
    assert!(said.contains("GB") && said.contains("20 GB"), "{said}");
    acme.post(&format!("/api/v1/jobs/{id}/cancel"), &json!({}))
        .expect(200);
    assert_eq!(left(&acme, &product), before, "given back");
    // What is made counts as what it is, until it is deleted.
    let queued = acme
        .post("/api/v1/unit-exports", &units(&product, 1_000, &json!({})))
        .expect(202);
    let id = queued["job_id"].as_str().unwrap();
    let made = acme.ended_job(id)["bytes"].as_i64().unwrap();
    assert_eq!(left(&acme, &product), before - made);
    assert_eq!(
        rival
            .delete(&format!("/api/v1/jobs/{id}/outcome"))
            .expect_problem(404),
        "job.not_found"
    );
    acme.delete(&format!("/api/v1/jobs/{id}/outcome")).expect(204);
    assert_eq!(left(&acme, &product), before);
    let seen = acme.get(&format!("/api/v1/jobs/{id}")).expect(200);
    assert_eq!(
        (
            &seen["state"],
            &seen["outcome_state"],
            &seen["download_url"],
            &seen["expires_at"]
        ),
        (&json!("succeeded"), &json!("removed"), &Value::Null, &Value::Null)
    );
    let folder = fs::read_dir(&app.state.files.outcomes).unwrap();
    assert!(
        !folder
            .flatten()
            .any(|e| e.file_name().to_string_lossy().starts_with(id))
    );
    let waiting = acme
        .post("/api/v1/unit-exports", &units(&product, 20_000_000, &json!({})))
        .expect(202);
    let waiting = waiting["job_id"].as_str().unwrap();
    assert_eq!(
        acme.delete(&format!("/api/v1/jobs/{waiting}/outcome"))
            .expect_problem(409),
        "job.not_ended"
    );
    acme.post(&format!("/api/v1/jobs/{waiting}/cancel"), &json!({}))
        .expect(200);
}

#[test]
fn a_lost_outcome_says_so_and_is_made_again() {
    let (app, acme, rival, product) = coded();
    let queued = acme
        .post("/api/v1/unit-exports", &units(&product, 100, &json!({})))
        .expect(202);
    let id = queued["job_id"].as_str().unwrap();
    let link = acme.ended_job(id)["download_url"].as_str().unwrap().to_owned();
    let first = app.anyone().get(&link).bytes;
    // As after a backup without outcomes was restored.
    fs::remove_file(app.state.files.outcomes.join(format!("{id}.1.out"))).unwrap();
    assert_eq!(app.anyone().get(&link).expect_problem(404), "job.outcome_lost");
    for seen in [
        acme.get(&format!("/api/v1/jobs/{id}")).expect(200),
        acme.get("/api/v1/jobs").expect(200)["items"][0].clone(),
    ] {
        assert_eq!(
            (
                &seen["outcome_state"],
                &seen["download_url"],
                &seen["is_repeatable"]
            ),
            (&json!("lost"), &Value::Null, &json!(true))
        );
    }
    let repeat = |of: &Actor| of.post(&format!("/api/v1/jobs/{id}/repeat"), &json!({}));
    assert_eq!(repeat(&rival).expect_problem(404), "job.not_found");
    let again = repeat(&acme).expect(202);
    let ended = acme.ended_job(again["job_id"].as_str().unwrap());
    assert!(app.anyone().get(ended["download_url"].as_str().unwrap()).bytes == first);
    // What was voided since is not printed again.
    let voided = json!({"product_id": product, "first_serial": "A00000001", "last_serial": "A00000040", "quantity": 40, "reason": "印坏"});
    acme.post("/api/v1/unit-voids", &voided).expect(200);
    assert_eq!(repeat(&acme).expect(202)["total"], 60);
    let labels = json!({"product_id": product, "subject": "product", "format": "pdf", "design": "braid", "colour": "red", "copies": 4});
    let queued = acme.post("/api/v1/label-exports", &labels).expect(202);
    let labels = queued["job_id"].as_str().unwrap();
    acme.ended_job(labels);
    let again = acme
        .post(&format!("/api/v1/jobs/{labels}/repeat"), &json!({}))
        .expect(202);
    assert_eq!(
        acme.ended_job(again["job_id"].as_str().unwrap())["kind"],
        "label_export"
    );
}
