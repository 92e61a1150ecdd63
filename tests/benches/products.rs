//! What a page of the product list costs an enterprise with a hundred thousand products: any page, any filter, any order.
//!
//! `cargo bench -p tests --bench products`, on PostgreSQL with `TEST_DATABASE_URL`.

use db::Fault;
use diesel::{prelude::*, sql_query};
use std::time::{Duration, Instant};
use tests::{Actor, TestApp};

const PRODUCTS: i64 = 100_000;
const ROUNDS: usize = 9;
const LIMIT: Duration = Duration::from_millis(50);

/// Filters and orders as the console asks for them; `keyword` and `trace_code` are searched within.
const QUERIES: &[&str] = &[
    "",
    "page=2500",
    "page=5000",
    "sort=name",
    "sort=-name&page=2500",
    "sort=trace_code&page=5000",
    "sort=created_at",
    "keyword=%E6%9D%BF",
    "keyword=%E6%9D%BF&page=100",
    "keyword=no%20such%20thing",
    "keyword=99991&sort=name",
    "trace_code=12345",
    "state=draft",
    "state=activated&page=2000",
    "state=voided&sort=name",
    "category=industrial&page=1000",
    "code_reach=internal",
    "coding_level=batch",
    "created_from=2026-11-10&created_to=2026-11-12",
    "keyword=%E6%9D%BF&state=activated&category=industrial&code_reach=global&sort=-name",
];

fn fill(app: &TestApp, acme: &Actor) {
    let rows = format!(
        "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {PRODUCTS}), \
         kinds(k, kind) AS (VALUES (0, '细工木板'), (1, '胶合板'), (2, '锂离子蓄电池组'), (3, '冷轧带肋钢筋'), (4, '安全帽')) \
         INSERT INTO products (id, enterprise_id, gtin, trace_code, code_reach, name, category, product_type, brand_name, model, \
         coding_level, state, is_paused, number, search_text, range_version, version, created_at, updated_at, rechecked_at, \
         is_level_held) \
         SELECT '00000000-0000-7000-8000-' || (100000000000 + i), '{}', '0' || (2000000000000 + i * 7), \
         CAST(2000000000000 + i * 7 AS TEXT), CASE i % 3 WHEN 0 THEN 'global' ELSE 'internal' END, kind || ' ' || (i * 7919 % 100003), \
         CASE i % 4 WHEN 0 THEN 'other' ELSE 'industrial' END, kind, '森森', (i % 97) || ' mm', \
         CASE i % 5 WHEN 0 THEN 'batch' ELSE 'unit' END, \
         CASE i % 10 WHEN 0 THEN 'draft' WHEN 1 THEN 'voided' ELSE 'activated' END, FALSE, 1, \
         kind || ' ' || (i * 7919 % 100003) || ' ' || (i % 97) || ' mm ' || (2000000000000 + i * 7) || ' 森森', 0, 1, {}, {}, {}, FALSE \
         FROM n JOIN kinds ON k = i % 5",
        acme.enterprise(),
        moment(app),
        moment(app),
        moment(app),
    );
    app.state
        .db
        .write_platform(|c| {
            sql_query(rows).execute(c.conn())?;
            Ok::<_, Fault>(())
        })
        .unwrap();
    // As it is some minutes after an import, by autovacuum.
    let tidy = match app.state.db.backend() {
        db::Backend::Sqlite => "ANALYZE",
        db::Backend::Postgres => "VACUUM ANALYZE",
    };
    let mut c = app.scratch().location().connect().unwrap();
    sql_query(tidy).execute(&mut c).unwrap();
}

/// A time of its own for each row, over the first three weeks of November.
fn moment(app: &TestApp) -> &'static str {
    match app.state.db.backend() {
        db::Backend::Sqlite => "strftime('%Y-%m-%d %H:%M:%f', '2026-11-01', (i * 17) || ' seconds')",
        db::Backend::Postgres => "TIMESTAMP '2026-11-01' + i * INTERVAL '17 seconds'",
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn main() {
    let app = TestApp::new();
    let acme = app.enterprise(
        "91330109589891087U",
        "杭州超尔切削工具有限公司",
        enterprise::EnterpriseType::PRODUCERS,
    );
    fill(&app, &acme);
    println!(
        "{:?}, {PRODUCTS} products, median of {ROUNDS}, under {LIMIT:?}",
        app.state.db.backend()
    );
    let mut missed = false;
    for query in QUERIES {
        let path = format!("/api/v1/products?{query}");
        let total = acme.total(&path);
        let times = (0..ROUNDS).map(|_| {
            let began = Instant::now();
            acme.get(&path).expect(200);
            began.elapsed()
        });
        let took = median(times.collect());
        missed |= took > LIMIT;
        let verdict = if took > LIMIT { "MISSED" } else { "ok" };
        println!("{took:>10.2?}  {total:>7} found  {verdict:6} {query}");
    }
    if missed {
        std::process::exit(1);
    }
}
