//! How long ten rows take while another enterprise exports ten million pictures.
//!
//! `cargo bench -p tests --bench jobs`; on PostgreSQL with `TEST_DATABASE_URL`.

use serde_json::json;
use std::{
    process::ExitCode,
    thread,
    time::{Duration, Instant},
};
use tests::{Actor, TestApp};

const PICTURES: i64 = 10_000_000;

/// How often ten rows are asked for.
const TIMES: usize = 20;

/// What is promised for the slowest.
const LIMIT: Duration = Duration::from_secs(3);

fn main() -> ExitCode {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892").to_string();
    acme.issue(&product, "A", "00000001", PICTURES);
    let own = app.product(&rival, "6902083881405").to_string();
    rival.issue(&own, "A", "001", 10);
    let long = export(
        &acme,
        &json!({"product_id": product, "format": "png_zip", "size": 200}),
    );
    while done(&acme, &long) == 0 {
        thread::sleep(Duration::from_millis(20));
    }
    let (began, before) = (Instant::now(), done(&acme, &long));
    let mut took: Vec<Duration> = (0..TIMES)
        .map(|_| {
            let asked = Instant::now();
            let short = export(&rival, &json!({"product_id": own, "format": "csv"}));
            assert_eq!(rival.ended_job(&short)["state"], "succeeded");
            asked.elapsed()
        })
        .collect();
    took.sort();
    let rate = (done(&acme, &long) - before) as f64 / began.elapsed().as_secs_f64();
    acme.post(&format!("/api/v1/jobs/{long}/cancel"), &json!({}))
        .expect(200);
    let slowest = took[TIMES - 1];
    println!(
        "ten rows beside ten million pictures, on {:?}",
        app.state.db.backend()
    );
    println!(
        "median {:.2} s, slowest {:.2} s (under 3)",
        took[TIMES / 2].as_secs_f64(),
        slowest.as_secs_f64()
    );
    println!("meanwhile {rate:.0} pictures/s");
    if slowest < LIMIT {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn export(of: &Actor, order: &serde_json::Value) -> String {
    let queued = of.post("/api/v1/unit-exports", order).expect(202);
    queued["job_id"].as_str().unwrap().to_owned()
}

fn done(of: &Actor, job: &str) -> i64 {
    of.get(&format!("/api/v1/jobs/{job}")).expect(200)["done"]
        .as_i64()
        .unwrap()
}
