//! How fast scans are answered, each written durably before it is, against an empty handler in the same run.
//!
//! Needs wrk. `cargo bench -p tests --bench scan`, on PostgreSQL with `TEST_DATABASE_URL`.

use actix_web::{App, HttpResponse, HttpServer, web};
use serde_json::json;
use std::{fs, process::Command, sync::mpsc, thread};
use tests::TestApp;

const CONNECTIONS: &str = "-c64";
const ROUNDS: usize = 5;

/// Codes are drawn at random from 10,000 units of one product.
const SCRIPT: &str = r#"
math.randomseed(os.time())
local accept = os.getenv("ACCEPT")
request = function()
  return wrk.format("GET", string.format("/01/06901234567892/21/A%08d", math.random(1, 10000)), { accept = accept })
end
done = function(summary, latency, requests)
  local bad = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  print(string.format("RESULT %f %f %d", summary.requests / summary.duration * 1e6, latency:percentile(99) / 1000, bad))
end
"#;

fn hello() -> u16 {
    let (tell, told) = mpsc::channel();
    thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let app = || App::new().default_service(web::to(|| async { HttpResponse::Ok().body("hello") }));
            let server = HttpServer::new(app)
                .workers(2)
                .disable_signals()
                .bind("127.0.0.1:0")
                .unwrap();
            tell.send(server.addrs()[0].port()).unwrap();
            server.run().await.unwrap();
        });
    });
    told.recv().unwrap()
}

/// Requests a second, p99 in milliseconds, and failures.
fn load(port: u16, accept: &str, script: &str, seconds: u32) -> (f64, f64, u64) {
    let output = Command::new("wrk")
        .args([
            "-t1",
            CONNECTIONS,
            &format!("-d{seconds}s"),
            "--latency",
            "-s",
            script,
            &format!("http://127.0.0.1:{port}"),
        ])
        .env("ACCEPT", accept)
        .output()
        .expect("wrk is needed: apt-get install wrk");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = text
        .lines()
        .find_map(|l| l.strip_prefix("RESULT "))
        .unwrap_or_else(|| panic!("{text}"));
    let mut numbers = line.split(' ').map(|n| n.parse::<f64>().unwrap());
    let mut next = || numbers.next().unwrap();
    (next(), next(), next() as u64)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn main() {
    let seconds = if std::env::args().any(|a| a == "--quick") {
        2
    } else {
        4
    };
    let app = TestApp::new();
    let acme = app.enterprise(
        "91330109589891087U",
        "杭州超尔切削工具有限公司",
        enterprise::EnterpriseType::PRODUCERS,
    );
    let product = app.product(&acme, "6901234567892");
    let batch = json!({"product_id": product, "batch_no": "20261101A", "made_on": "2026-11-01", "expires_on": "2028-10-31",
                       "coding_mode": "unit", "quantity": 1_000_000, "serial_prefix": "A", "first_serial": "00000001"});
    acme.post("/api/v1/batches", &batch).expect(201);
    let script = app.scratch().folder().join("scan.lua");
    fs::write(&script, SCRIPT).unwrap();
    let script = script.to_string_lossy().into_owned();
    let (hello, scan) = (hello(), app.address.port());
    let cases = [
        ("empty handler", hello, "text/html"),
        ("scan, data", scan, "application/json"),
        ("scan, page", scan, "text/html"),
    ];
    // To profile one case without the others.
    if let Some(only) = std::env::args().find_map(|a| a.strip_prefix("--only=").map(str::to_owned)) {
        let (_, port, accept) = cases.iter().find(|c| c.0.ends_with(&only)).expect("no such case");
        println!("{only}: {:?}", load(*port, accept, &script, 10));
        return;
    }
    for (_, port, accept) in cases {
        load(port, accept, &script, 1);
    }
    let mut results = vec![vec![]; cases.len()];
    for _ in 0..ROUNDS {
        for (i, (_, port, accept)) in cases.iter().enumerate() {
            results[i].push(load(*port, accept, &script, seconds));
        }
    }
    let postgres = app.state.db.backend() == db::Backend::Postgres;
    println!(
        "{:?}, 64 connections, {ROUNDS} rounds of {seconds} s in turn, medians",
        app.state.db.backend()
    );
    println!(
        "{:<16}{:>12}{:>12}{:>10}{:>10}",
        "case", "requests/s", "x empty", "p99 ms", "failed"
    );
    let mut ok = true;
    for (i, (name, _, _)) in cases.iter().enumerate() {
        let rate = median(results[i].iter().map(|r| r.0).collect());
        let ratio = median(
            results[i]
                .iter()
                .zip(&results[0])
                .map(|(r, h)| r.0 / h.0)
                .collect(),
        );
        let p99 = median(results[i].iter().map(|r| r.1).collect());
        let failed: u64 = results[i].iter().map(|r| r.2).sum();
        println!("{name:<16}{rate:>12.0}{ratio:>12.3}{p99:>10.2}{failed:>10}");
        let target = if postgres { 0.30 } else { 0.40 };
        ok &= failed == 0 && (i != 1 || (ratio >= target && p99 < 25.0));
    }
    if !ok {
        println!(
            "MISSED: data at least {} of the empty handler, p99 under 25 ms, nothing failed",
            if postgres { 0.30 } else { 0.40 }
        );
        std::process::exit(1);
    }
}
