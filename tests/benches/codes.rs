//! What issuing and looking up unit codes costs: an order of ten million against an order of one, and a serial among a
//! hundred thousand ranges against a read by primary key, each pair in turn in one run.
//!
//! `cargo bench -p tests --bench codes`, on PostgreSQL with `TEST_DATABASE_URL`.

use coding::unit::{UnitRange, UnitRangeId};
use db::{Backend, Fault, schema::unit_ranges};
use diesel::{prelude::*, sql_query, sql_types};
use facts::find_range;
use identifiers::SerialNo;
use identifiers::serial::Place;
use product::ProductId;
use serde_json::json;
use std::time::{Duration, Instant};
use tests::{Actor, TestApp};

const ISSUES: usize = 100;
const TEN_MILLION: i64 = 10_000_000;
const RANGES: i64 = 100_000;
const LOOKUPS: i64 = 20_000;

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = sql_types::BigInt)]
    n: i64,
}

fn number(app: &TestApp, sql: &str) -> i64 {
    app.state
        .db
        .read_platform(|c| Ok::<_, Fault>(sql_query(sql).get_result::<Number>(c.conn())?.n))
        .unwrap()
}

/// What the database holds, in bytes.
fn size(app: &TestApp) -> i64 {
    match app.state.db.backend() {
        Backend::Sqlite => number(
            app,
            "SELECT (c.page_count - f.freelist_count) * s.page_size AS n \
             FROM pragma_page_count c, pragma_freelist_count f, pragma_page_size s",
        ),
        Backend::Postgres => number(
            app,
            "SELECT CAST(SUM(pg_total_relation_size(oid)) AS BIGINT) AS n FROM pg_class WHERE relkind = 'r' \
             AND relnamespace = current_schema()::regnamespace",
        ),
    }
}

fn issue(acme: &Actor, product: &ProductId, prefix: &str, quantity: i64) -> Duration {
    let order = json!({"product_id": product, "serial_prefix": prefix, "first_serial": "00000001", "quantity": quantity});
    let began = Instant::now();
    acme.post("/api/v1/unit-issues", &order).expect(201);
    began.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn verdict(ok: bool) -> &'static str {
    if ok { "ok" } else { "MISSED" }
}

fn issuing(app: &TestApp, acme: &Actor) -> bool {
    let product = app.product(acme, "6901234567892");
    issue(acme, &product, "W", 1);
    let (mut one, mut many, mut grown) = (vec![], vec![], 0);
    for i in 0..ISSUES {
        one.push(issue(acme, &product, &format!("A{i}X"), 1));
        let before = size(app);
        many.push(issue(acme, &product, &format!("B{i}X"), TEN_MILLION));
        grown += size(app) - before;
    }
    let (one, many) = (median(one), median(many));
    let (ratio, bytes) = (
        many.as_secs_f64() / one.as_secs_f64(),
        grown / i64::try_from(ISSUES).unwrap(),
    );
    let ok = many < Duration::from_millis(100) && ratio <= 2.0 && bytes < 10_000;
    println!("issue 1 unit          {one:>10.2?}  over HTTP, median of {ISSUES}");
    println!(
        "issue 10,000,000      {many:>10.2?}  {ratio:.2}x one (at most 2), {bytes} bytes each (under 10,000)  {}",
        verdict(ok)
    );
    ok
}

fn fill(app: &TestApp, acme: &Actor, product: &ProductId) {
    let rows = format!(
        "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {RANGES}) \
         INSERT INTO unit_ranges (id, enterprise_id, product_id, prefix, width, first_number, last_number, state, issue_id, \
         issued_at) SELECT '00000000-0000-7000-8000-' || (100000000000 + i), '{}', '{product}', 'A', 8, i * 100, i * 100 + 99, \
         'active', '00000000-0000-7000-8000-000000000000', '2026-11-01 00:00:00' FROM n",
        acme.enterprise()
    );
    app.state
        .db
        .write_platform(|c| {
            sql_query(rows).execute(c.conn())?;
            sql_query("ANALYZE").execute(c.conn())?;
            Ok::<_, Fault>(())
        })
        .unwrap();
}

/// Each of the look-ups once, in an order that jumps about; all on one connection.
fn each(mut look_up: impl FnMut(i64)) -> Duration {
    let began = Instant::now();
    for i in 0..LOOKUPS {
        look_up(i * 7919 % RANGES);
    }
    began.elapsed() / u32::try_from(LOOKUPS).unwrap()
}

fn looking_up(app: &TestApp, acme: &Actor) -> bool {
    let product = app.product(acme, "6901234567908");
    fill(app, acme, &product);
    let (mut by_key, mut by_serial) = (vec![], vec![]);
    app.state
        .db
        .read_public(|c| {
            for _ in 0..5 {
                by_key.push(each(|i| {
                    let id: UnitRangeId = format!("00000000-0000-7000-8000-{}", 100_000_000_000 + i)
                        .parse()
                        .unwrap();
                    let row = db::public(unit_ranges::table)
                        .find(id)
                        .select(UnitRange::as_select());
                    assert_eq!(row.first(c).unwrap().span().first, i * 100);
                }));
                by_serial.push(each(|i| {
                    let serial = SerialNo::parse(&format!("A{:08}", i * 100 + i % 100)).unwrap();
                    let found = find_range(c, &product, &Place::of(&serial)).unwrap().unwrap();
                    assert_eq!(found.span().first, i * 100);
                }));
            }
            Ok::<_, Fault>(())
        })
        .unwrap();
    let (by_key, by_serial) = (median(by_key), median(by_serial));
    let ratio = by_serial.as_secs_f64() / by_key.as_secs_f64();
    let ok = ratio <= 2.0;
    println!("read by primary key   {by_key:>10.2?}  among {RANGES} ranges, median of 5 x {LOOKUPS}");
    println!(
        "look up a serial      {by_serial:>10.2?}  {ratio:.2}x (at most 2)  {}",
        verdict(ok)
    );
    ok
}

fn main() {
    let app = TestApp::new();
    let acme = app.enterprise(
        "91330109589891087U",
        "杭州超尔切削工具有限公司",
        enterprise::EnterpriseType::PRODUCERS,
    );
    println!("{:?}", app.state.db.backend());
    let ok = [issuing(&app, &acme), looking_up(&app, &acme)];
    if ok.contains(&false) {
        std::process::exit(1);
    }
}
