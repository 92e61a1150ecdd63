//! Background work: progress, cancelling, going on after a restart, and who may see it.

use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};
use tests::{Actor, TestApp, png};

const CODES: i64 = 15_000;

fn coded() -> (TestApp, Actor, Actor, String) {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892").to_string();
    acme.issue(&product, "A", "000000001", 19_000_000);
    (app, acme, rival, product)
}

/// An export that takes a while.
fn export(acme: &Actor, product: &str, format: &str, codes: i64) -> String {
    let order = json!({"product_id": product, "format": format, "size": 64, "correction": "L", "first_serial": "A000000001",
                       "last_serial": format!("A{codes:09}")});
    let queued = acme.post("/api/v1/unit-exports", &order).expect(202);
    assert_eq!(queued["total"], codes);
    queued["job_id"].as_str().unwrap().to_owned()
}

fn job(acme: &Actor, id: &str) -> Value {
    acme.get(&format!("/api/v1/jobs/{id}")).expect(200)
}

fn wait(acme: &Actor, id: &str, until: impl Fn(&Value) -> bool) -> Value {
    let start = Instant::now();
    loop {
        let seen = job(acme, id);
        if until(&seen) {
            return seen;
        }
        assert!(start.elapsed() < Duration::from_secs(30), "{seen}");
        thread::sleep(Duration::from_millis(5));
    }
}

fn outcomes(app: &TestApp) -> PathBuf {
    app.scratch().folder().join("outcomes")
}

fn files(app: &TestApp, id: &str) -> Vec<String> {
    let folder = std::fs::read_dir(outcomes(app)).unwrap();
    let names = folder.map(|e| e.unwrap().file_name().to_string_lossy().into_owned());
    names.filter(|n| n.starts_with(id)).collect()
}

#[test]
fn an_export_goes_on_after_a_restart_and_gives_the_same_file() {
    let (app, acme, _, product) = coded();
    let id = export(&acme, &product, "png_zip", CODES);
    let queued = job(&acme, &id);
    assert!(
        matches!(queued["state"].as_str(), Some("queued" | "running")),
        "{queued}"
    );
    assert_eq!(
        (&queued["download_url"], &queued["outcome"]),
        (&Value::Null, &Value::Null)
    );
    let mut stops = vec![];
    let (mut app, mut acme) = (app, acme);
    for _ in 0..2 {
        let before = stops.last().copied().unwrap_or(0);
        wait(&acme, &id, |j| {
            j["state"] == "running" && j["done"].as_i64().unwrap() > before
        });
        let enterprise = acme.enterprise().clone();
        let (scratch, clock) = app.stop();
        app = TestApp::on(scratch, clock, &[]);
        acme = app.sign_in("91330109589891087U", Some(enterprise));
        let again = job(&acme, &id);
        stops.push(again["done"].as_i64().unwrap());
    }
    assert!(
        stops.iter().all(|done| (1..CODES).contains(done)),
        "it was stopped half-way: {stops:?}"
    );
    assert!(stops.is_sorted(), "progress is never lost: {stops:?}");
    let ended = acme.ended_job(&id);
    assert_eq!(
        (&ended["state"], &ended["done"]),
        (&json!("succeeded"), &json!(CODES))
    );
    let file = app.anyone().get(ended["download_url"].as_str().unwrap()).bytes;
    let query = format!(
        "product_id={product}&format=png_zip&size=64&correction=L&first_serial=A000000001&last_serial=A{CODES:09}"
    );
    let streamed = acme.get(&format!("/api/v1/unit-exports/stream?{query}")).bytes;
    assert!(
        file == streamed,
        "as if it had never stopped: {} and {} bytes",
        file.len(),
        streamed.len()
    );
    assert_eq!(files(&app, &id), [format!("{id}.1.out")], "nothing else is left");
}

/// Stops the program while it is at a job, does something, and starts it again.
fn restart(app: TestApp, acme: &Actor, between: impl FnOnce(&Path)) -> (TestApp, Actor) {
    let (enterprise, folder) = (acme.enterprise().clone(), outcomes(&app));
    let (scratch, clock) = app.stop();
    between(&folder);
    let app = TestApp::on(scratch, clock, &[]);
    let acme = app.sign_in("91330109589891087U", Some(enterprise));
    (app, acme)
}

fn streamed(acme: &Actor, product: &str, format: &str, codes: i64) -> Vec<u8> {
    let query = format!(
        "product_id={product}&format={format}&size=64&correction=L&first_serial=A000000001&last_serial=A{codes:09}"
    );
    acme.get(&format!("/api/v1/unit-exports/stream?{query}")).bytes
}

#[test]
fn a_job_whose_lease_ran_out_under_its_runner_is_done_once_and_well() {
    let (app, acme, _, product) = coded();
    let id = export(&acme, &product, "png_zip", CODES);
    wait(&acme, &id, |j| j["done"].as_i64().unwrap() > 0);
    let _other_process = app.beside();
    let start = Instant::now();
    // The first runner renews its lease now and then, so that the other one may need several chances.
    while !files(&app, &id).iter().any(|f| f.contains(".2.")) {
        assert!(
            start.elapsed() < Duration::from_secs(10),
            "{:?}",
            files(&app, &id)
        );
        app.clock.advance_seconds(16);
        thread::sleep(Duration::from_millis(20));
    }
    let acme = app.sign_in("91330109589891087U", Some(acme.enterprise().clone()));
    let ended = acme.ended_job(&id);
    assert_eq!(ended["state"], "succeeded", "{ended}");
    let acme = app.sign_in("91330109589891087U", Some(acme.enterprise().clone()));
    let link = job(&acme, &id)["download_url"].as_str().unwrap().to_owned();
    assert!(app.anyone().get(&link).bytes == streamed(&acme, &product, "png_zip", CODES));
    let left = files(&app, &id);
    assert!(left.len() == 1 && left[0].ends_with(".out"), "{left:?}");
}

#[test]
fn an_export_whose_end_was_not_noted_or_whose_file_is_lost_still_succeeds() {
    let (app, acme, _, product) = coded();
    let id = export(&acme, &product, "png_zip", CODES);
    wait(&acme, &id, |j| j["done"].as_i64().unwrap() > 0);
    let (app, acme) = restart(app, &acme, |folder| {
        fs::rename(
            folder.join(format!("{id}.1.part")),
            folder.join(format!("{id}.1.out")),
        )
        .unwrap();
        fs::write(folder.join(format!("{id}.1.out")), "whole").unwrap();
    });
    let ended = acme.ended_job(&id);
    assert_eq!(
        (&ended["state"], &ended["outcome"]["size"]),
        (&json!("succeeded"), &json!(5))
    );
    assert_eq!(files(&app, &id), [format!("{id}.1.out")]);

    let id = export(&acme, &product, "png_zip", CODES);
    wait(&acme, &id, |j| j["done"].as_i64().unwrap() > 0);
    let (app, acme) = restart(app, &acme, |folder| {
        fs::write(folder.join(format!("{id}.1.part")), "too short").unwrap();
    });
    let ended = acme.ended_job(&id);
    assert_eq!(ended["state"], "succeeded", "{ended}");
    let file = app.anyone().get(ended["download_url"].as_str().unwrap()).bytes;
    assert!(file == streamed(&acme, &product, "png_zip", CODES));
}

#[test]
fn what_a_cancelled_job_left_is_removed() {
    let (app, acme, _, product) = coded();
    let first = export(&acme, &product, "csv", 19_000_000);
    let id = export(&acme, &product, "csv", 1_000_000);
    let cancelled = acme
        .post(&format!("/api/v1/jobs/{id}/cancel"), &json!({}))
        .expect(200);
    assert_eq!(
        (&cancelled["state"], &cancelled["expires_at"]),
        (&json!("cancelled"), &Value::Null)
    );
    // As if it had been given back at a shutdown before.
    fs::write(outcomes(&app).join(format!("{id}.1.part")), "left").unwrap();
    acme.post(&format!("/api/v1/jobs/{first}/cancel"), &json!({}))
        .expect(200);
    app.clock.advance_seconds(16);
    let (app, _) = restart(app, &acme, |_| {});
    let start = Instant::now();
    while !files(&app, &id).is_empty() {
        assert!(start.elapsed() < Duration::from_secs(5));
        thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_job_that_is_cancelled_stops_and_leaves_nothing() {
    let (app, acme, _, product) = coded();
    let (running, waiting) = (
        export(&acme, &product, "csv", 19_000_000),
        export(&acme, &product, "csv", 1_000_000),
    );
    let seen = wait(&acme, &running, |j| j["done"].as_i64().unwrap() > 0);
    assert!(
        seen["done"].as_i64().unwrap() < 19_000_000 && seen["started_at"].is_string(),
        "{seen}"
    );
    assert_eq!(job(&acme, &waiting)["state"], "queued", "one long one at a time");
    let cancel = |id: &str| acme.post(&format!("/api/v1/jobs/{id}/cancel"), &json!({}));
    for id in [&waiting, &running] {
        let cancelled = cancel(id).expect(200);
        assert_eq!(
            (&cancelled["state"], &cancelled["download_url"]),
            (&json!("cancelled"), &Value::Null)
        );
        assert!(cancelled["finished_at"].is_string());
        assert_eq!(cancel(id).expect_problem(409), "job.finished");
    }
    let start = Instant::now();
    while !files(&app, &running).is_empty() {
        assert!(
            start.elapsed() < Duration::from_secs(5),
            "{:?}",
            files(&app, &running)
        );
        thread::sleep(Duration::from_millis(20));
    }
    // The runner is free again.
    let next = export(&acme, &product, "csv", 10);
    assert_eq!(acme.ended_job(&next)["state"], "succeeded");
    assert_eq!(cancel(&next).expect_problem(409), "job.finished");
    let total = |query: &str| acme.total(&format!("/api/v1/jobs{query}"));
    assert_eq!(
        (total("?state=cancelled"), total("?state=succeeded"), total("")),
        (2, 1, 3)
    );
}

#[test]
fn jobs_and_what_they_made_are_their_enterprises_own() {
    let (app, acme, rival, product) = coded();
    let id = export(&acme, &product, "csv", 10);
    let ended = acme.ended_job(&id);
    assert_eq!(
        rival.get(&format!("/api/v1/jobs/{id}")).expect_problem(404),
        "job.not_found"
    );
    assert_eq!(
        rival
            .post(&format!("/api/v1/jobs/{id}/cancel"), &json!({}))
            .expect_problem(404),
        "job.not_found"
    );
    assert_eq!(rival.total("/api/v1/jobs"), 0);
    let link = ended["download_url"].as_str().unwrap();
    let (path, query) = link.split_once('?').unwrap();
    let anyone = app.anyone();
    for bad in [
        path.to_owned(),
        format!("{path}?{}", query.replace("expires=1", "expires=2")),
        format!("{link}x"),
        format!("/outcomes/{}?{query}", kernel::Id::<()>::new()),
    ] {
        assert_eq!(anyone.get(&bad).expect_problem(404), "job.not_found", "{bad}");
        assert_eq!(acme.get(&bad).status, 404);
    }
    assert_eq!(anyone.get(link).status, 200);
    app.clock.advance_seconds(601);
    assert_eq!(
        anyone.get(link).expect_problem(404),
        "job.not_found",
        "after ten minutes"
    );
    let acme = app.sign_in("91330109589891087U", Some(acme.enterprise().clone()));
    let fresh = job(&acme, &id)["download_url"].as_str().unwrap().to_owned();
    assert_eq!(anyone.get(&fresh).status, 200);

    // A week later it is gone.
    let (scratch, clock) = app.stop();
    clock.advance_seconds(7 * 86_400);
    let app = TestApp::on(scratch, clock, &[]);
    let acme = app.sign_in("91330109589891087U", Some(acme.enterprise().clone()));
    let gone = wait(&acme, &id, |j| j["download_url"].is_null());
    assert_eq!(
        (&gone["state"], &gone["outcome"]),
        (&json!("succeeded"), &Value::Null)
    );
    let start = Instant::now();
    while !files(&app, &id).is_empty() {
        assert!(start.elapsed() < Duration::from_secs(5));
        thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn so_many_jobs_wait_and_no_more() {
    let (app, acme, rival, product) = coded();
    let first = export(&acme, &product, "csv", 19_000_000);
    let mut ids: Vec<String> = (0..19)
        .map(|_| export(&acme, &product, "csv", 1_000_000))
        .collect();
    let order = json!({"product_id": product, "format": "csv", "first_serial": "A000000001", "last_serial": "A000000002"});
    let reply = acme.post("/api/v1/unit-exports", &order);
    assert_eq!(reply.expect_problem(409), "job.too_many_waiting");
    assert_eq!(acme.total("/api/v1/jobs"), 20);
    let own = app.product(&rival, "6902083881405").to_string();
    rival.issue(&own, "A", "000000001", 10);
    export(&rival, &own, "csv", 10);
    ids.push(first);
    for id in &ids {
        acme.post(&format!("/api/v1/jobs/{id}/cancel"), &json!({}))
            .expect(200);
    }
    acme.post("/api/v1/unit-exports", &order).expect(202);
}

/// A job reads its logo when its turn comes, and again when it goes on.
#[test]
fn a_logo_stays_as_long_as_the_job_that_reads_it() {
    let (app, acme, _, product) = coded();
    let logo = acme.upload("code_logo", "标.png", &png(32, 32)).expect(201)["id"].clone();
    let order = json!({"product_id": product, "format": "png_zip", "size": 128, "correction": "H", "logo_file_id": logo,
                       "first_serial": "A000000001", "last_serial": "A000015000"});
    let queued = acme.post("/api/v1/unit-exports", &order).expect(202);
    let id = queued["job_id"].as_str().unwrap();
    acme.post(&format!("/api/v1/jobs/{id}/pause"), &json!({}))
        .expect(200);
    let sweep = |seconds: i64| {
        app.clock.advance_seconds(seconds);
        web::upload::sweep(&app.state.db, &app.state.files.vault).unwrap()
    };
    assert_eq!(sweep(25 * 3600), 0);
    let sign_in = |app: &TestApp| app.sign_in("91330109589891087U", Some(acme.enterprise().clone()));
    let again = sign_in(&app);
    again
        .post(&format!("/api/v1/jobs/{id}/resume"), &json!({}))
        .expect(200);
    assert_eq!(again.ended_job(id)["state"], "succeeded");
    assert_eq!(sweep(24 * 3600), 0);
    // Once its outcome is gone the logo goes too. A server looks for both as it begins.
    app.clock.advance_seconds(8 * 24 * 3600);
    let (scratch, clock) = app.stop();
    let app = TestApp::on(scratch, clock, &[]);
    let (acme, start) = (sign_in(&app), Instant::now());
    let path = format!("/api/v1/files/{}", logo.as_str().unwrap());
    while acme.get(&path).status != 404 {
        assert!(start.elapsed() < Duration::from_secs(30), "the logo stays");
        thread::sleep(Duration::from_millis(20));
    }
}
