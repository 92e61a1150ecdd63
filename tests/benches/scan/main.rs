//! How fast scans are answered, each written durably before it is, against an empty handler in the same run.
//!
//! Needs wrk. `cargo bench -p tests --bench scan`, on PostgreSQL with `TEST_DATABASE_URL`.

mod bare;

use actix_web::{App, HttpResponse, HttpServer, web};
use serde_json::{Value, json};
use std::{fs, process::Command, sync::mpsc, thread};
use tests::{Actor, TestApp, pdf_of, png};

const CONNECTIONS: &str = "-c64";
const ROUNDS: usize = 5;

/// Codes are drawn at random from 10,000 units of one product.
const SCRIPT: &str = r#"
math.randomseed(os.time())
local headers = { ["user-agent"] = "wrk", accept = os.getenv("ACCEPT"), ["accept-encoding"] = os.getenv("ENCODING") }
local path = "/01/" .. os.getenv("GTIN") .. "/21/" .. os.getenv("SERIAL")
request = function()
  return wrk.format("GET", (string.gsub(path, "N", string.format("%08d", math.random(1, 10000)))), headers)
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

/// What is asked for.
struct Case {
    name: &'static str,
    port: u16,
    gtin: &'static str,
    serial: &'static str,
    accept: &'static str,
    encoding: &'static str,
}

const BARE: &str = "06901234567892";
const FULL: &str = "06901234567908";
const BOXES: &str = "06901234567915";

/// What is promised of data to the bare handler, of a full page to data, and of packs to data.
const OF_BARE: f64 = 0.85;
const OF_DATA: f64 = 0.75;
const OF_PACKS: f64 = 0.50;

/// Any unit of those that are drawn from, and the outermost of the packs.
const UNIT: &str = "AN";
const PACK: &str = "P1";

/// A product with 20 attributes, 6 documents, 4 menus, icons and colours.
fn full_product(acme: &Actor) -> String {
    let file = |slot: &str, content: Vec<u8>| acme.upload(slot, "文件", &content).expect(201)["id"].clone();
    let attributes: Vec<Value> = (1..=20)
        .map(|n| json!({"name": format!("产品特性 {n}"), "value": format!("符合要求，等级 {n}"), "is_public": true}))
        .collect();
    let paragraph =
        "<p>本产品选用十年以上<strong>杉木芯材</strong>，经高温干燥、精选拼接、双面贴面和二次砂光制成。</p>";
    let menu = |title: &str| json!({"title": title, "kind": "rich", "content": paragraph.repeat(8)});
    let reports = [1, 2, 3].map(|n| file("inspection_report", pdf_of(1_000 + n)));
    let record = json!({
        "category": "industrial", "trace_code": "6901234567908", "name": "多层实木细木工板", "product_type": "细木工板",
        "gpc_code": "83000000", "brand_name": "超尔", "model": "1220×2440×18 mm", "warranty_period": "24 个月",
        "service_phone": "400-820-0002", "standards": ["GB/T 5849-2016", "GB 18580-2017"],
        "licence_number": "XK03-001-00001",
        "picture_file_ids": [file("product_picture", png(464, 290)), file("product_picture", png(464, 291))],
        "report_file_ids": reports, "is_report_public": true,
        "manual_file_ids": [file("manual", pdf_of(2_000))],
        "certificate_file_ids": [file("product_certificate", png(300, 200)), file("product_certificate", png(300, 201))],
        "attributes": attributes,
        "page": {
            "menus": [menu("企业介绍"), menu("使用说明"),
                      {"title": "质量承诺", "kind": "text", "content": "三年质保，全国联保。\n".repeat(10)},
                      {"title": "官方网站", "kind": "link", "content": "https://www.example.com/"}],
            "apps": [{"kind": "jd", "url": "https://item.jd.com/100012043978.html"},
                     {"kind": "taobao", "url": "https://detail.tmall.com/item.htm?id=1"}],
            "theme": {"colour": "#14532d"},
        },
    });
    let made = acme.post("/api/v1/products", &record).expect(201);
    let id = made["id"].as_str().unwrap().to_owned();
    acme.post(
        &format!("/api/v1/products/{id}/submit"),
        &json!({"confirmed": true}),
    )
    .expect(200);
    acme.post(&format!("/api/v1/products/{id}/activate"), &json!({}))
        .expect(200);
    id
}

/// Five packs within each other, the innermost with 10,000 pieces, three of which are recalled.
fn packs(app: &TestApp, acme: &Actor) {
    let (boxes, goods) = (
        app.product_at(acme, "6901234567915", "combination"),
        app.product(acme, "6901234567922").to_string(),
    );
    acme.issue(&boxes, "P", "1", 5);
    let order =
        json!({"product_id": goods, "serial_prefix": "G", "first_serial": "00001", "quantity": 10_000});
    acme.post("/api/v1/unit-issues", &order).expect(201);
    let mut content =
        json!({"product_id": goods, "first_serial": "G00001", "last_serial": "G10000", "quantity": 10_000});
    for n in (1..=5).rev() {
        let order =
            json!({"product_id": boxes.to_string(), "serial": format!("P{n}"), "contents": [content]});
        acme.post("/api/v1/packings", &order).expect(201);
        content = json!({"product_id": boxes.to_string(), "first_serial": format!("P{n}")});
    }
    let recall = json!({"product_id": goods, "first_serial": "G05000", "last_serial": "G05002", "reason": "甲醛释放量超标",
                        "advice": "请停止使用"});
    acme.post("/api/v1/recalls", &recall).expect(201);
}

/// Requests a second, p99 in milliseconds, and failures.
fn load(case: &Case, script: &str, seconds: u32) -> (f64, f64, u64) {
    let output = Command::new("wrk")
        .args([
            "-t1",
            CONNECTIONS,
            &format!("-d{seconds}s"),
            "--latency",
            "-s",
            script,
            &format!("http://127.0.0.1:{}", case.port),
        ])
        .env("ACCEPT", case.accept)
        .env("ENCODING", case.encoding)
        .env("GTIN", case.gtin)
        .env("SERIAL", case.serial)
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
    let product = app.product(&acme, "6901234567892").to_string();
    for product in [product.clone(), full_product(&acme)] {
        let batch = json!({"product_id": product, "batch_no": "20261101A", "made_on": "2026-11-01", "expires_on": "2028-10-31",
                           "coding_mode": "unit", "quantity": 1_000_000, "serial_prefix": "A", "first_serial": "00000001"});
        acme.post("/api/v1/batches", &batch).expect(201);
    }
    let script = app.scratch().folder().join("scan.lua");
    fs::write(&script, SCRIPT).unwrap();
    let script = script.to_string_lossy().into_owned();
    packs(&app, &acme);
    let (hello, scan) = (hello(), app.address.port());
    let answer = app.scan(&format!("/01/{BARE}/21/A00000001")).text();
    let owner = bare::Owner {
        enterprise: acme.enterprise().to_string(),
        product,
    };
    let bare = bare::serve(app.state.db.location(), owner, &answer);
    let case = |name, port, (gtin, serial), accept, encoding| Case {
        name,
        port,
        gtin,
        serial,
        accept,
        encoding,
    };
    let (units, full) = ((BARE, UNIT), (FULL, UNIT));
    let (page, data) = ("text/html", "application/json");
    let cases = [
        case("empty handler", hello, units, page, "identity"),
        case("scan, data", scan, units, data, "identity"),
        case("bare handler", bare, units, data, "identity"),
        case("scan, page", scan, units, page, "gzip"),
        case("full, data", scan, full, data, "identity"),
        case("full, page", scan, full, page, "gzip"),
        case("full, unpacked", scan, full, page, "identity"),
        case("five packs, data", scan, (BOXES, PACK), data, "identity"),
    ];
    // To profile one case without the others.
    if let Some(only) = std::env::args().find_map(|a| a.strip_prefix("--only=").map(str::to_owned)) {
        let case = cases.iter().find(|c| c.name == only).expect("no such case");
        println!("{only}: {:?}", load(case, &script, 10));
        return;
    }
    for case in &cases {
        load(case, &script, 1);
    }
    let mut results = vec![vec![]; cases.len()];
    for _ in 0..ROUNDS {
        for (i, case) in cases.iter().enumerate() {
            results[i].push(load(case, &script, seconds));
        }
    }
    let postgres = app.state.db.backend() == db::Backend::Postgres;
    println!(
        "{:?}, 64 connections, {ROUNDS} rounds of {seconds} s in turn, medians",
        app.state.db.backend()
    );
    println!(
        "{:<16}{:>12}{:>12}{:>12}{:>10}{:>10}",
        "case", "requests/s", "x empty", "x scan data", "p99 ms", "failed"
    );
    let (of_empty, longest) = if postgres { (0.40, 15.0) } else { (0.55, 10.0) };
    let mut ok = true;
    for (i, Case { name, .. }) in cases.iter().enumerate() {
        let rate = median(results[i].iter().map(|r| r.0).collect());
        let against = |other: usize| {
            let pairs = results[i].iter().zip(&results[other]);
            median(pairs.map(|(r, o)| r.0 / o.0).collect())
        };
        let (ratio, to_data) = (against(0), against(1));
        let p99 = median(results[i].iter().map(|r| r.1).collect());
        let failed: u64 = results[i].iter().map(|r| r.2).sum();
        println!("{name:<16}{rate:>12.0}{ratio:>12.3}{to_data:>12.3}{p99:>10.2}{failed:>10}");
        ok &= failed == 0
            && match *name {
                "scan, data" => p99 < longest,
                "full, page" => to_data >= OF_DATA,
                "five packs, data" => to_data >= OF_PACKS,
                _ => true,
            };
    }
    let pairs = results[1].iter().zip(&results[2]);
    let to_bare = median(pairs.map(|(scan, bare)| scan.0 / bare.0).collect());
    println!("scan, data      {to_bare:.3} of the bare handler");
    let ratios = |case: usize| results[case].iter().zip(&results[0]).map(|(r, e)| r.0 / e.0);
    let (scan, bare) = (median(ratios(1).collect()), median(ratios(2).collect()));
    if scan < of_empty && bare < of_empty {
        println!("{of_empty} of the empty handler cannot be had: the bare handler has {bare:.3}");
    }
    if !(ok && to_bare >= OF_BARE && (scan >= of_empty || bare < of_empty)) {
        println!(
            "MISSED: data at least {of_empty} of the empty handler and {OF_BARE} of the bare one, a full page at least {OF_DATA} \
             of data, packs {OF_PACKS}, p99 under {longest} ms, nothing failed"
        );
        std::process::exit(1);
    }
}
