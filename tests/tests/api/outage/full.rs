//! A full disk: a real one, small, in a mount namespace of the test's own.

use super::{GTIN, create_batch, page};
use diesel::{RunQueryDsl, sql_query};
use serde_json::json;
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::Command,
};
use tests::{OwnPostgres, TestApp, give_to_postgres, pdf_of, settings};

/// Tells the test that it is inside, and where the small disk is.
const INSIDE: &str = "PINMA_TEST_SMALL_DISK";

/// Runs the test of this name again with a small disk that nobody else sees; the disk, when this is that run.
#[expect(clippy::disallowed_methods, reason = "how the test finds out where it is")]
fn small_disk(test: &str, megabytes: u32) -> Option<PathBuf> {
    if let Ok(disk) = std::env::var(INSIDE) {
        return Some(disk.into());
    }
    let disk = tempfile::tempdir().unwrap();
    let script =
        format!("mount -t tmpfs -o size={megabytes}m,mode=755 tmpfs \"${INSIDE}\" && exec \"$0\" \"$@\"");
    let run = Command::new("unshare")
        .args(if is_root() {
            &["--mount"][..]
        } else {
            &["--user", "--map-current-user", "--keep-caps", "--mount"]
        })
        .args(["sh", "-c", &script])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", &format!("outage::full::{test}"), "--nocapture"])
        .env(INSIDE, disk.path())
        .output()
        .expect("unshare (util-linux) is needed");
    let said = String::from_utf8_lossy(&[run.stdout, run.stderr].concat()).into_owned();
    assert!(
        run.status.success() && said.contains("1 passed"),
        "with a small disk (this needs the right to mount one, as root or in a user namespace):\n{said}"
    );
    None
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|m| std::os::unix::fs::MetadataExt::uid(&m) == 0)
}

/// Takes all the room there is, to the last byte.
fn fill(disk: &Path) -> PathBuf {
    let path = disk.join("filler");
    let mut file = fs::File::create(&path).unwrap();
    for size in [1 << 16, 1 << 10, 1] {
        while file.write_all(&vec![b'x'; size]).is_ok() {}
    }
    path
}

/// Everything on the small disk: the database, the uploads, the outcomes of jobs.
#[test]
fn a_full_disk_is_told_and_nothing_is_half_written() {
    let Some(disk) = small_disk("a_full_disk_is_told_and_nothing_is_half_written", 24) else {
        return;
    };
    let elsewhere = db::Scratch::new();
    let mut config = settings(&elsewhere, &[]);
    config.data = disk.join("data");
    let on_sqlite = matches!(config.database, db::Location::Sqlite(_));
    if on_sqlite {
        config.database = db::Location::Sqlite(disk.join("pinma.db"));
        db::migrate(&config.database).unwrap();
    }
    let app = TestApp::configured(&config, kernel::Clock::default());
    let acme = app.enterprise(
        "91330109589891087U",
        "杭州超尔切削工具有限公司",
        enterprise::EnterpriseType::PRODUCERS,
    );
    let product = app.product(&acme, "6901234567892").to_string();
    acme.issue(&product, "A", "000001", 900_000);
    let path = format!("{GTIN}/21/A000001");
    app.scan(&path).expect(200);
    let before = acme.holdings();
    let files = || fs::read_dir(disk.join("data/files/incoming")).unwrap().count();

    let filler = fill(&disk);
    // Uploads are whole or not there.
    let reply = acme.upload("manual", "说明书.pdf", &pdf_of(1 << 20));
    assert_eq!(reply.expect_problem(507), "upload.disk_full");
    assert_eq!(files(), 0, "nothing is left lying about");
    let mut refused = 0;
    if on_sqlite {
        // The log of the database has some room of its own before it must grow.
        while refused < 20 {
            let reply = create_batch(
                &acme,
                &product,
                &format!("F{refused}-{}", acme.total("/api/v1/batches")),
            );
            if reply.status != 201 {
                assert_eq!(reply.expect_problem(507), "database.full");
                refused += 1;
            }
        }
        let scan = app.scan(&path);
        assert_eq!(scan.expect_problem(507), "database.full");
        assert_eq!(page(&app, &path).status, 507);
        acme.get("/api/v1/products").expect(200);
    }
    let batches = acme.total("/api/v1/batches");

    fs::remove_file(filler).unwrap();
    acme.upload("manual", "说明书.pdf", &pdf_of(1 << 20)).expect(201);
    create_batch(&acme, &product, "B1").expect(201);
    assert_eq!(
        app.scan(&path).expect(200)["scans"],
        2,
        "what was refused was not counted"
    );
    let mut after = acme.holdings();
    assert_eq!(
        (&after["batches"], &after["codes"]["batches"]),
        (&json!(batches + 1), &json!(batches + 1))
    );
    after["batches"] = before["batches"].clone();
    after["codes"]["batches"] = before["codes"]["batches"].clone();
    assert_eq!(after, before);

    // An export that is larger than the disk is refused at the start, with the figures.
    let export = json!({"product_id": product, "format": "csv"});
    let refused = acme.post("/api/v1/unit-exports", &export);
    assert_eq!(refused.expect_problem(507), "job.no_disk");
    assert!(refused.text().contains(" MB"), "{}", refused.text());
    // A job on whose way the disk runs full stops before there is no room for anybody, and says why.
    let export =
        json!({"product_id": product, "format": "csv", "first_serial": "A000001", "last_serial": "A150000"});
    let id = acme.post("/api/v1/unit-exports", &export).expect(202)["job_id"]
        .as_str()
        .unwrap()
        .to_owned();
    acme.post(&format!("/api/v1/jobs/{id}/pause"), &json!({}))
        .expect(200);
    let filler = fill(&disk);
    let file = fs::OpenOptions::new().write(true).open(&filler).unwrap();
    file.set_len(file.metadata().unwrap().len() - 900_000).unwrap();
    acme.post(&format!("/api/v1/jobs/{id}/resume"), &json!({}))
        .expect(200);
    let job = acme.ended_job(&id);
    assert_eq!(
        (&job["state"], &job["error_code"], &job["bytes"]),
        (&json!("failed"), &json!("job.disk_full"), &json!(0)),
        "{job}"
    );
    fs::remove_file(filler).unwrap();
    assert_eq!(
        fs::read_dir(disk.join("data/outcomes")).unwrap().count(),
        0,
        "and gives the room back"
    );
    create_batch(&acme, &product, "B2").expect(201);
}

/// The same of a PostgreSQL server whose tables are on the small disk.
#[test]
fn a_server_with_a_full_disk_says_so_too() {
    let Some(disk) = small_disk("a_server_with_a_full_disk_says_so_too", 8) else {
        return;
    };
    if is_root() {
        give_to_postgres(&disk);
    }
    let server = OwnPostgres::start();
    let elsewhere = db::Scratch::new();
    let mut config = settings(&elsewhere, &[]);
    config.database = server.url().parse().unwrap();
    db::migrate(&config.database).unwrap();
    let mut c = config.database.connect().unwrap();
    let mut run = |sql: &str| sql_query(sql).execute(&mut c).unwrap();
    run(&format!("CREATE TABLESPACE small LOCATION '{}'", disk.display()));
    run("ALTER TABLE batches SET TABLESPACE small");
    run("ALTER TABLE scan_events SET TABLESPACE small");
    let app = TestApp::configured(&config, kernel::Clock::default());
    let acme = app.enterprise(
        "91330109589891087U",
        "杭州超尔切削工具有限公司",
        enterprise::EnterpriseType::PRODUCERS,
    );
    let product = app.product(&acme, "6901234567892").to_string();
    acme.issue(&product, "A", "000001", 100);
    let filler = fill(&disk);
    let reply = create_batch(&acme, &product, "B1");
    assert_eq!(reply.expect_problem(507), "database.full");
    let path = format!("{GTIN}/21/A000001");
    assert_eq!(app.scan(&path).expect_problem(507), "database.full");
    acme.get("/api/v1/batches").expect(200);
    fs::remove_file(filler).unwrap();
    create_batch(&acme, &product, "B1").expect(201);
    assert_eq!(
        (
            acme.total("/api/v1/batches"),
            &app.scan(&path).expect(200)["scans"]
        ),
        (1, &json!(1))
    );
}
