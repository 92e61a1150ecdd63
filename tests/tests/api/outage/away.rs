//! The database goes away and comes back.

use super::{GTIN, create_batch, page, unavailable};
use db::{Backend, Location};
use diesel::{RunQueryDsl, sql_query};
use kernel::Clock;
use serde_json::json;
use std::{
    sync::atomic::{AtomicBool, AtomicI64, Ordering},
    thread,
    time::{Duration, Instant},
};
use tests::{OwnPostgres, TestApp, settings, wait_for};

/// A server that is stopped in the middle of scans and started again. This test brings its own, so it runs whatever the
/// other tests run on.
#[test]
fn a_server_that_crashes_is_missed_and_found_again_without_a_restart() {
    let server = OwnPostgres::start();
    let folder = db::Scratch::new();
    let mut config = settings(&folder, &[]);
    config.database = server.url().parse::<Location>().unwrap();
    db::migrate(&config.database).unwrap();
    let app = TestApp::configured(&config, Clock::default());
    let acme = app.enterprise(
        "91330109589891087U",
        "杭州超尔切削工具有限公司",
        enterprise::EnterpriseType::PRODUCERS,
    );
    let product = app.product(&acme, "6901234567892").to_string();
    acme.issue(&product, "A", "001", 100);
    let path = format!("{GTIN}/21/A001");
    let (stop, sent, answered) = (AtomicBool::new(false), AtomicI64::new(0), AtomicI64::new(0));
    let scan = || {
        sent.fetch_add(1, Ordering::SeqCst);
        let reply = app.scan(&path);
        answered.fetch_add(i64::from(reply.status == 200), Ordering::SeqCst);
        reply
    };
    thread::scope(|s| {
        for _ in 0..8 {
            s.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    let reply = scan();
                    if reply.status != 200 {
                        unavailable(&reply);
                        thread::sleep(Duration::from_millis(20));
                    }
                }
            });
        }
        wait_for("answered scans", Duration::from_secs(10), || {
            match answered.load(Ordering::SeqCst) {
                few @ 0..8 => Err(few),
                _ => Ok(()),
            }
        });
        server.down();
        let start = Instant::now();
        let wrong = json!({"login_name": "91330109589891087U", "password": "Guess#1abc"});
        thread::scope(|s| {
            let batch = s.spawn(|| create_batch(&acme, &product, "B1"));
            let list = s.spawn(|| acme.get("/api/v1/batches"));
            let sign_in = s.spawn(|| app.anyone().post("/api/v1/sessions", &wrong));
            let ready = s.spawn(|| app.anyone().get("/health/ready"));
            let refused = s.spawn(scan);
            sent.fetch_add(1, Ordering::SeqCst);
            let shown = s.spawn(|| page(&app, &path));
            for reply in [batch, list, sign_in] {
                assert_eq!(unavailable(&reply.join().unwrap()), "database.unavailable");
            }
            let ready = ready.join().unwrap();
            assert_eq!((ready.status, ready.header("retry-after")), (503, "2"));
            unavailable(&refused.join().unwrap());
            let shown = shown.join().unwrap();
            assert_eq!(
                (shown.status, shown.header("content-type")),
                (503, "text/html; charset=utf-8")
            );
            assert!(!shown.header("retry-after").is_empty());
        });
        assert_eq!(app.anyone().get("/health/live").status, 200);
        assert!(
            start.elapsed() < Duration::from_secs(10),
            "nobody waits long: {:?}",
            start.elapsed()
        );

        server.up();
        let back = Instant::now();
        while acme.get("/api/v1/batches").status != 200 || scan().status != 200 {
            assert!(
                back.elapsed() < Duration::from_secs(5),
                "not found again within five seconds"
            );
            thread::sleep(Duration::from_millis(50));
        }
        stop.store(true, Ordering::Relaxed);
    });
    assert_eq!(app.anyone().get("/health/ready").status, 200);
    assert_eq!(acme.total("/api/v1/batches"), 0, "what was refused was not done");
    create_batch(&acme, &product, "B1").expect(201);
    let counted = acme
        .get(&format!("/api/v1/products/{product}/scans?serial=A001"))
        .expect(200)["scans"]
        .as_i64();
    let (counted, sent, answered) = (counted.unwrap(), sent.into_inner(), answered.into_inner());
    assert!(
        answered <= counted && counted <= sent,
        "{answered} answered, {counted} counted, {sent} sent"
    );
}

/// Another writer that does not let go.
#[test]
fn a_database_held_by_another_is_busy_and_then_free_again() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    if app.state.db.backend() == Backend::Postgres {
        // Writers of PostgreSQL wait for rows, not for the database.
        return;
    }
    let product = app.product(&acme, "6901234567892").to_string();
    acme.issue(&product, "A", "001", 100);
    let path = format!("{GTIN}/21/A001");
    app.scan(&path).expect(200);
    let mut other = app.scratch().location().connect().unwrap();
    sql_query("BEGIN IMMEDIATE").execute(&mut other).unwrap();
    thread::scope(|s| {
        let writes = s.spawn(|| create_batch(&acme, &product, "B1"));
        let scans = s.spawn(|| app.scan(&path));
        acme.get("/api/v1/products").expect(200);
        assert_eq!(unavailable(&writes.join().unwrap()), "database.busy");
        assert_eq!(unavailable(&scans.join().unwrap()), "database.busy");
    });
    sql_query("ROLLBACK").execute(&mut other).unwrap();
    create_batch(&acme, &product, "B1").expect(201);
    assert_eq!(
        app.scan(&path).expect(200)["scans"],
        2,
        "what was refused was not counted"
    );
}
