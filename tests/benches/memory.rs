//! What the program holds of memory after a busy time, the most it took meanwhile, and how long scans waited for it.
//!
//! Needs the program: `cargo build --release -p server`, then `cargo bench -p tests --bench memory`, on PostgreSQL with
//! `TEST_DATABASE_URL`.

use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    process::ExitCode,
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed},
    },
    thread,
    time::{Duration, Instant},
};
use tests::{Actor, Program, TestApp, png};

const SIGN_INS: usize = 500;
const CALLS: usize = 10_000;
const PICTURES: usize = 1_000;
const LABELS: i64 = 100_000;

/// Clients that call the API at a time, and those that ask for pictures.
const CALLERS: usize = 16;
const VIEWERS: usize = 8;

/// What is promised: MB when idle, MB at most, and milliseconds of delay.
const IDLE: u64 = 90;
const PEAK: u64 = 250;
const DELAY: f64 = 20.0;

/// How long nothing happens before memory is read.
const REST: Duration = Duration::from_secs(15);

const GTIN: &str = "06901234567892";

/// A program at work, and someone who signed in.
struct World {
    program: Program,
    acme: Actor,
    product: String,
    batch: String,
}

fn main() -> ExitCode {
    let path = Program::find();
    let app = TestApp::new();
    let acme = app.enterprise(
        "91330109589891087U",
        "杭州超尔切削工具有限公司",
        enterprise::EnterpriseType::PRODUCERS,
    );
    let product = app.product(&acme, "6901234567892").to_string();
    let batch = acme.batch(&product, "B1");
    acme.issue(&product, "A", "000001", LABELS);
    let backend = app.state.db.backend();
    let (scratch, _) = app.stop();
    let proxies = [("PINMA_TRUSTED_PROXIES", "127.0.0.1")];
    let program = Program::start(&path, scratch.folder(), scratch.location(), &proxies);
    let acme = acme.at(program.address);
    let world = World {
        program,
        acme,
        product,
        batch,
    };
    println!(
        "{backend:?}\n{:<28}{:>8}{:>14}{:>8}  answers",
        "", "s", "scans p99 ms", "MB"
    );
    let before = world.phase("nothing but scans", &[], || {
        thread::sleep(Duration::from_secs(5));
        BTreeMap::new()
    });
    let mut during = world.phase("sign-ins in parallel", &[401, 503], || world.sign_in());
    during.extend(world.phase("mixed calls", &[200, 201], || world.call()));
    during.extend(world.phase("codes and labels", &[200], || world.draw()));
    during.extend(world.phase("one job of labels", &[202], || world.print()));
    thread::sleep(REST);
    let (idle, peak) = world.program.memory();
    let delay = p99(during) - p99(before);
    println!("idle memory      {idle:>6} MB (under {IDLE})");
    println!("peak memory      {peak:>6} MB (under {PEAK})");
    println!("delay of scans   {delay:>6.1} ms (under {DELAY})");
    if idle >= IDLE || peak >= PEAK || delay >= DELAY {
        println!("MISSED");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

type Answers = BTreeMap<u16, usize>;

impl World {
    /// Does some work, answered with these statuses, while somebody scans; returns how long each scan took, in milliseconds.
    fn phase(&self, name: &str, allowed: &[u16], work: impl FnOnce() -> Answers) -> Vec<f64> {
        let is_over = AtomicBool::new(false);
        let start = Instant::now();
        let (times, answers) = thread::scope(|s| {
            let scans = s.spawn(|| self.scan(&is_over));
            let answers = work();
            is_over.store(true, Relaxed);
            (scans.join().unwrap(), answers)
        });
        let (seconds, now) = (start.elapsed().as_secs_f64(), self.program.memory().0);
        println!(
            "{name:<28}{seconds:>8.1}{:>14.1}{now:>8}  {answers:?}",
            p99(times.clone())
        );
        assert!(
            answers.keys().all(|status| allowed.contains(status)),
            "{name}: {answers:?}"
        );
        times
    }

    /// Scans one code after the other, a few hundred a second.
    fn scan(&self, is_over: &AtomicBool) -> Vec<f64> {
        let anyone = self
            .acme
            .at(self.program.address)
            .with("accept", "application/json");
        let mut times = vec![];
        while !is_over.load(Relaxed) {
            let path = format!("/01/{GTIN}/21/A{:06}", 1 + times.len() % 1_000);
            let start = Instant::now();
            anyone.get(&path).expect(200);
            times.push(start.elapsed().as_secs_f64() * 1e3);
            thread::sleep(Duration::from_millis(3));
        }
        times
    }

    /// Everybody signs in at the same moment, each from a place of their own.
    fn sign_in(&self) -> Answers {
        self.share(SIGN_INS, SIGN_INS, |actor, n| {
            let actor = actor.with("x-forwarded-for", &format!("10.0.{}.{}", n / 250, n % 250));
            let given = json!({"login_name": format!("nobody-{n}"), "password": "Guess#1abc"});
            actor.post("/api/v1/sessions", &given).status
        })
    }

    /// Lists, records, reference data, and every tenth time a change.
    fn call(&self) -> Answers {
        let Self { product, batch, .. } = self;
        let lists = [
            "products", "batches", "units", "jobs", "notices", "brands", "scans", "packs",
        ];
        self.share(CALLERS, CALLS, |actor, n| {
            let get = |path: &str| actor.get(&format!("/api/v1/{path}")).status;
            match n % 20 {
                at @ 0..8 => get(lists[at]),
                8 => get("me"),
                9 => get("openapi.json"),
                10 => get("reference/regions"),
                11 => get("reference/gpc?keyword=%E6%9D%BF"),
                12 => get("coding-overview"),
                13 => get(&format!("products/{product}")),
                14 => get(&format!("products/{product}/events")),
                15 => get(&format!("products/{product}/revisions")),
                16 => get(&format!("batches/{batch}")),
                17 => get(&format!("products/{product}/unit?serial=A{:06}", n)),
                18 => actor.upload("product_picture", "图.png", &png(464, 290)).status,
                _ => {
                    let order = json!({"product_id": product, "serial_prefix": "B", "quantity": 10});
                    actor.post("/api/v1/unit-issues", &order).status
                }
            }
        })
    }

    /// Codes and designed labels, one of each look after the other.
    fn draw(&self) -> Answers {
        let designs = ["braid", "rosette", "ribbon", "medallion", "relief", "microtext"];
        self.share(VIEWERS, PICTURES, |actor, n| {
            let of = format!("/api/v1/products/{}", self.product);
            let serial = format!("serial=A{:06}", 1 + n);
            let format = ["png", "svg"][n / 2 % 2];
            let path = match n % 2 {
                0 => format!("{of}/code?format={format}&size={}&{serial}", 200 + n),
                _ => format!(
                    "{of}/label?format={format}&design={}&colour=red&{serial}",
                    designs[n / 4 % 6]
                ),
            };
            actor.get(&path).status
        })
    }

    /// Sheets of labels, one for each unit.
    fn print(&self) -> Answers {
        let order = json!({"product_id": self.product, "subject": "unit", "format": "pdf", "design": "braid", "colour": "red",
                           "paper": "a4_65", "first_serial": "A000001", "last_serial": format!("A{LABELS:06}")});
        let queued = self.acme.post("/api/v1/label-exports", &order).expect(202);
        let job = self.acme.ended_job(queued["job_id"].as_str().unwrap());
        assert_eq!(job["state"], Value::from("succeeded"), "{job}");
        BTreeMap::from([(202, 1)])
    }

    /// Has several clients work through so many tasks; counts the answers by status.
    fn share(&self, clients: usize, tasks: usize, task: impl Fn(&Actor, usize) -> u16 + Sync) -> Answers {
        let (next, answers) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
        thread::scope(|s| {
            for _ in 0..clients {
                s.spawn(|| {
                    let actor = self.acme.at(self.program.address);
                    loop {
                        let n = next.fetch_add(1, Relaxed);
                        if n >= tasks {
                            break;
                        }
                        let status = task(&actor, n);
                        *answers.lock().unwrap().entry(status).or_default() += 1;
                    }
                });
            }
        });
        answers.into_inner().unwrap()
    }
}

fn p99(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() * 99 / 100]
}
