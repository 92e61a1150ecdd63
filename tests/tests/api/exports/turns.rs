//! Whose turn it is: enterprises take turns, short work waits for nobody's long work, and only work that gets no further is
//! given up.

use db::{Db, schema::accounts};
use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
use serde_json::{Value, json};
use std::{
    path::PathBuf,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};
use tests::{Actor, TestApp};
use web::jobs::{JobError, JobKind, JobLane, NewJob, Outcome, Room, Runner, Running, Stop, enqueue};

type Log = Arc<Mutex<Vec<String>>>;

/// Work that says when it is done; what it does stands in its input.
struct Scripted {
    log: Log,
    release: Arc<AtomicBool>,
}

impl JobKind for Scripted {
    fn name(&self) -> &'static str {
        "scripted"
    }

    fn run(&self, job: &mut Running<'_>) -> Result<Option<Outcome>, Stop> {
        let input: Value = job.input()?;
        let name = input["name"].as_str().unwrap().to_owned();
        self.log.lock().unwrap().push(name);
        let from = job.checkpoint::<i64>().unwrap_or(0);
        match input["does"].as_str().unwrap() {
            "nothing" => {}
            "wait" => {
                let mut step = from;
                while !self.release.load(Ordering::Relaxed) {
                    step += 1;
                    thread::sleep(Duration::from_millis(50));
                    job.note(step, &step)?;
                }
            }
            // As if the process died: nobody gives the job back.
            "die further on" if from < 9 => {
                job.note(from + 1, &(from + 1))?;
                return Err(Stop::NotOurs);
            }
            "die further on" => {}
            "die at once" => {
                job.note(3, &3)?;
                return Err(Stop::NotOurs);
            }
            other => panic!("{other}"),
        }
        Ok(None)
    }
}

struct World {
    app: TestApp,
    db: Db,
    outcomes: PathBuf,
    log: Log,
    release: Arc<AtomicBool>,
}

/// Three enterprises, and a database whose jobs only this test's runners take.
fn world() -> (World, [Actor; 3]) {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let third = app.enterprise(
        "91330100MA27XJ4P3L",
        "杭州品码茶业有限公司",
        enterprise::EnterpriseType::PRODUCERS,
    );
    let enterprises = [&acme, &rival, &third].map(|a| a.enterprise().clone());
    let (scratch, clock) = app.stop();
    let app = TestApp::without_runner(scratch, clock, &[]);
    let names = ["91330109589891087U", "91330482746305409W", "91330100MA27XJ4P3L"];
    let mut of = enterprises
        .into_iter()
        .zip(names)
        .map(|(id, name)| app.sign_in(name, Some(id)));
    let actors = [of.next().unwrap(), of.next().unwrap(), of.next().unwrap()];
    drop(of);
    let world = World {
        db: app.state.db.clone(),
        outcomes: app.state.files.outcomes.clone(),
        log: Log::default(),
        release: Arc::default(),
        app,
    };
    (world, actors)
}

impl World {
    fn add(&self, of: &Actor, name: &str, does: &str, lane: JobLane) -> String {
        let account = self.db.read_platform(|c| {
            accounts::table
                .filter(accounts::enterprise_id.eq(of.enterprise()))
                .select(accounts::id)
                .first(c.conn())
                .map_err(db::Fault::from)
        });
        let account = account.unwrap();
        let job = NewJob {
            kind: "scripted",
            account,
            title: name.to_owned(),
            input: json!({"name": name, "does": does}),
            request: Value::Null,
            total: 10,
            files: vec![],
            lane,
            bytes: 0,
            parts: 0,
        };
        let room = Room {
            quota: 1,
            used: 0,
            disk: 1,
        };
        let id = self.db.write(of.enterprise(), |c| enqueue(c, &job, &room));
        id.map_err(|e: JobError| e.to_string()).unwrap().to_string()
    }

    fn start(&self) -> web::jobs::RunnerHandle {
        let kind = Scripted {
            log: Arc::clone(&self.log),
            release: Arc::clone(&self.release),
        };
        Runner::new(self.db.clone(), self.outcomes.clone())
            .kind(kind)
            .start()
            .unwrap()
    }

    fn order(&self) -> Vec<String> {
        self.log.lock().unwrap().clone()
    }

    fn wait(&self, seconds: u64, until: impl Fn() -> bool) {
        let start = Instant::now();
        while !until() {
            assert!(
                start.elapsed() < Duration::from_secs(seconds),
                "{:?}",
                self.order()
            );
            thread::sleep(Duration::from_millis(20));
        }
    }
}

fn state(of: &Actor, id: &str) -> String {
    let job = of.get(&format!("/api/v1/jobs/{id}")).expect(200);
    format!(
        "{} {}",
        job["state"].as_str().unwrap(),
        job["error_code"].as_str().unwrap_or("-")
    )
}

#[test]
fn enterprises_take_turns_in_their_order() {
    let (world, [a, b, c]) = world();
    for name in ["a1", "a2", "a3"] {
        world.add(&a, name, "nothing", JobLane::Long);
    }
    world.add(&b, "b1", "nothing", JobLane::Long);
    world.add(&b, "b2", "nothing", JobLane::Long);
    world.add(&c, "c1", "nothing", JobLane::Long);
    let _runner = world.start();
    world.wait(10, || world.order().len() == 6);
    assert_eq!(world.order(), ["a1", "b1", "c1", "a2", "b2", "a3"]);
}

#[test]
fn short_work_is_done_beside_long_work_and_long_work_is_cut_into_turns() {
    let (world, [a, b, c]) = world();
    let long = world.add(&a, "a", "wait", JobLane::Long);
    let runner = world.start();
    world.wait(5, || world.order() == ["a"]);
    let started = Instant::now();
    let short = world.add(&b, "b", "nothing", JobLane::Short);
    world.wait(3, || state(&b, &short) == "succeeded -");
    assert!(
        started.elapsed() < Duration::from_secs(2),
        "{:?}",
        started.elapsed()
    );
    assert_eq!(state(&a, &long), "running -");
    // Another long one gets its turn though the first has no end.
    let other = world.add(&c, "c", "nothing", JobLane::Long);
    world.wait(6, || state(&c, &other) == "succeeded -");
    world.wait(3, || state(&a, &long) == "running -");
    let done = || {
        a.get(&format!("/api/v1/jobs/{long}")).expect(200)["done"]
            .as_i64()
            .unwrap()
    };
    let before = done();
    assert!(before > 10, "it went on from where it was: {before}");
    world.release.store(true, Ordering::Relaxed);
    world.wait(5, || state(&a, &long) == "succeeded -");
    runner.stop();
}

#[test]
fn what_gets_further_each_time_is_not_given_up() {
    let (world, [a, b, _]) = world();
    let further = world.add(&a, "further", "die further on", JobLane::Long);
    let stuck = world.add(&b, "stuck", "die at once", JobLane::Long);
    let _runner = world.start();
    let start = Instant::now();
    let sign_in = || {
        world
            .app
            .sign_in("91330109589891087U", Some(a.enterprise().clone()))
    };
    while state(&sign_in(), &further) != "succeeded -" {
        assert!(start.elapsed() < Duration::from_secs(60), "{:?}", world.order());
        // The lease of the process that died runs out.
        world.app.clock.advance_seconds(16);
        thread::sleep(Duration::from_millis(400));
    }
    assert_eq!(world.order().iter().filter(|name| *name == "further").count(), 10);
    let b = world
        .app
        .sign_in("91330482746305409W", Some(b.enterprise().clone()));
    world.wait(10, || state(&b, &stuck) == "failed job.too_many_attempts");
    // The first start got to 3, and five more no further.
    assert_eq!(world.order().iter().filter(|name| *name == "stuck").count(), 6);
}

#[test]
fn two_servers_do_a_job_once() {
    let (world, [a, b, c]) = world();
    for n in 0..12 {
        for (of, name) in [(&a, "a"), (&b, "b"), (&c, "c")] {
            world.add(of, &format!("{name}{n}"), "nothing", JobLane::Short);
        }
    }
    let _first = world.start();
    let _second = world.start();
    world.wait(20, || {
        [&a, &b, &c]
            .iter()
            .all(|of| of.total("/api/v1/jobs?state=succeeded") == 12)
    });
    let mut done = world.order();
    done.sort();
    done.dedup();
    assert_eq!((done.len(), world.order().len()), (36, 36));
}

/// The same with the real thing: the ten rows of one beside the millions of another.
#[test]
fn ten_rows_are_ready_while_another_exports_millions() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892").to_string();
    acme.issue(&product, "A", "000000001", 10_000_000);
    let own = app.product(&rival, "6902083881405").to_string();
    rival.issue(&own, "A", "001", 10);
    let order = json!({"product_id": product, "format": "png_zip", "size": 64});
    let long = acme.post("/api/v1/unit-exports", &order).expect(202)["job_id"]
        .as_str()
        .unwrap()
        .to_owned();
    while acme.get(&format!("/api/v1/jobs/{long}")).expect(200)["state"] != "running" {
        thread::sleep(Duration::from_millis(10));
    }
    let asked = Instant::now();
    let order = json!({"product_id": own, "format": "csv"});
    let short = rival.post("/api/v1/unit-exports", &order).expect(202)["job_id"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(rival.ended_job(&short)["state"], "succeeded");
    assert!(asked.elapsed() < Duration::from_secs(3), "{:?}", asked.elapsed());
    acme.post(&format!("/api/v1/jobs/{long}/cancel"), &json!({}))
        .expect(200);
}
