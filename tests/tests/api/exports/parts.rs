//! Large exports come in parts, which can be fetched while the rest is made, and again after a restart.

use serde_json::{Value, json};
use std::{
    fs, thread,
    time::{Duration, Instant},
};
use tests::{Actor, TestApp};

const CODES: i64 = 230_000;

fn coded() -> (TestApp, Actor, Actor, String) {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892").to_string();
    acme.issue(&product, "A", "00000001", 20_000_000);
    (app, acme, rival, product)
}

fn export(acme: &Actor, product: &str, more: &Value) -> Value {
    let mut order = json!({"product_id": product, "format": "csv", "first_serial": "A00000001",
                           "last_serial": format!("A{CODES:08}")});
    for (field, value) in more.as_object().unwrap() {
        order[field] = value.clone();
    }
    acme.post("/api/v1/unit-exports", &order).expect(202)
}

fn parts(acme: &Actor, job: &str) -> Vec<Value> {
    let found = acme
        .get(&format!("/api/v1/jobs/{job}/parts?page_size=200"))
        .expect(200);
    let parts = found["items"].as_array().unwrap().clone();
    assert_eq!(found["total"], parts.len());
    parts
}

fn job(acme: &Actor, id: &str) -> Value {
    acme.get(&format!("/api/v1/jobs/{id}")).expect(200)
}

/// The serials of the parts, in their order.
fn serials(app: &TestApp, parts: &[Value]) -> Vec<String> {
    let mut all = vec![];
    for part in parts {
        let reply = app.anyone().get(part["download_url"].as_str().unwrap());
        assert_eq!(
            (reply.status, json!(reply.bytes.len())),
            (200, part["size"].clone())
        );
        let text = String::from_utf8(reply.bytes).unwrap();
        let mut lines = text.lines();
        assert!(
            lines.next().unwrap().contains("序列号"),
            "each part is a whole file"
        );
        all.extend(lines.map(|l| {
            l.trim_start_matches("=\"")
                .split(['"', ','])
                .next()
                .unwrap()
                .to_owned()
        }));
    }
    all
}

#[test]
fn a_large_export_is_several_whole_files() {
    let (app, acme, rival, product) = coded();
    let queued = export(&acme, &product, &json!({}));
    assert_eq!(queued["parts"], 3);
    let id = queued["job_id"].as_str().unwrap();
    let ended = acme.ended_job(id);
    assert_eq!(
        (
            &ended["state"],
            &ended["done"],
            &ended["parts_done"],
            &ended["outcome"],
            &ended["outcome_state"]
        ),
        (
            &json!("succeeded"),
            &json!(CODES),
            &json!(3),
            &Value::Null,
            &json!("ready")
        )
    );
    let made = parts(&acme, id);
    let bounds: Vec<_> = made
        .iter()
        .map(|p| (p["first"].clone(), p["last"].clone()))
        .collect();
    assert_eq!(
        json!(bounds),
        json!([[1, 100_000], [100_001, 200_000], [200_001, CODES]])
    );
    let all = serials(&app, &made);
    assert!(
        all.iter()
            .enumerate()
            .all(|(i, s)| *s == format!("A{:08}", i + 1)),
        "{:?}",
        &all[..3]
    );
    assert_eq!(all.len() as i64, CODES);
    let size: i64 = made.iter().map(|p| p["size"].as_i64().unwrap()).sum();
    assert_eq!(ended["bytes"], size, "what it takes of the storage is what it is");
    assert_eq!(
        rival.get(&format!("/api/v1/jobs/{id}/parts")).expect_problem(404),
        "job.not_found"
    );
    let link = made[0]["download_url"].as_str().unwrap();
    for other in [link.replace("/parts/1", "/parts/2"), link.replace("/parts/1", "")] {
        assert_eq!(app.anyone().get(&other).status, 404, "a link opens its own part");
    }
    let whole = export(&acme, &product, &json!({"in_parts": false}));
    let whole = acme.ended_job(whole["job_id"].as_str().unwrap());
    assert_eq!((&whole["parts"], whole["outcome"].is_object()), (&json!(0), true));
}

#[test]
fn parts_are_there_while_the_rest_is_made_and_survive_a_restart() {
    let (app, acme, _, product) = coded();
    let queued = export(&acme, &product, &json!({"last_serial": "A03000000"}));
    let id = queued["job_id"].as_str().unwrap().to_owned();
    let start = Instant::now();
    let two_ready = || job(&acme, &id)["parts_done"].as_i64().unwrap() >= 2;
    while !two_ready() {
        assert!(start.elapsed() < Duration::from_secs(60), "{}", job(&acme, &id));
        thread::sleep(Duration::from_millis(10));
    }
    let seen = job(&acme, &id);
    assert_eq!(
        (&seen["state"], &seen["outcome_state"]),
        (&json!("running"), &Value::Null)
    );
    let early = parts(&acme, &id);
    assert_eq!(serials(&app, &early[..1]).len(), 100_000);
    let folder = app.state.files.outcomes.clone();
    acme.post(&format!("/api/v1/jobs/{id}/pause"), &json!({}))
        .expect(200);
    let (scratch, clock) = app.stop();
    // A restored disk may lack one of them.
    fs::remove_file(folder.join(format!("{id}.1.00001.out"))).unwrap();
    let app = TestApp::on(scratch, clock, &[]);
    let acme = app.sign_in("91330109589891087U", Some(acme.enterprise().clone()));
    assert_eq!(parts(&acme, &id)[0]["download_url"], Value::Null);
    acme.post(&format!("/api/v1/jobs/{id}/resume"), &json!({}))
        .expect(200);
    let start = Instant::now();
    while job(&acme, &id)["state"] != "succeeded" {
        assert!(start.elapsed() < Duration::from_secs(120), "{}", job(&acme, &id));
        thread::sleep(Duration::from_millis(50));
    }
    let made = parts(&acme, &id);
    assert_eq!(made.len(), 30);
    let all = serials(&app, &made);
    assert_eq!(all.len(), 3_000_000);
    assert!(
        all.iter()
            .enumerate()
            .all(|(i, s)| *s == format!("A{:08}", i + 1))
    );
    let left: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .filter(|n| n.starts_with(&id))
        .collect();
    assert!(
        left.len() == 30 && left.iter().all(|n| n.ends_with(".out")),
        "{left:?}"
    );
}

#[test]
fn what_a_cancelled_export_had_ready_is_gone_with_it() {
    let (app, acme, _, product) = coded();
    let queued = export(&acme, &product, &json!({"last_serial": "A20000000"}));
    let id = queued["job_id"].as_str().unwrap();
    let start = Instant::now();
    while job(&acme, id)["parts_done"] == 0 {
        assert!(start.elapsed() < Duration::from_secs(60));
        thread::sleep(Duration::from_millis(10));
    }
    let link = parts(&acme, id)[0]["download_url"].as_str().unwrap().to_owned();
    acme.post(&format!("/api/v1/jobs/{id}/cancel"), &json!({}))
        .expect(200);
    assert_eq!(app.anyone().get(&link).expect_problem(404), "job.not_found");
    let seen = job(&acme, id);
    assert_eq!((&seen["parts_done"], &seen["bytes"]), (&json!(0), &json!(0)));
    let folder = app.state.files.outcomes.clone();
    let is_left = || {
        fs::read_dir(&folder)
            .unwrap()
            .any(|e| e.unwrap().file_name().to_string_lossy().starts_with(id))
    };
    while is_left() {
        assert!(start.elapsed() < Duration::from_secs(60), "its files stay");
        thread::sleep(Duration::from_millis(20));
    }
}
