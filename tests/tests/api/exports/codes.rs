//! Codes to take away: one picture, a table, archives of pictures (F085, F093, F100).

use label::{Correction, Format, Picture, Renderer, Size};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    io::{Cursor, Read, Write},
    net::TcpStream,
    thread,
    time::{Duration, Instant},
};
use tests::{Actor, TestApp, png, read_code};

const BASE: &str = "https://q.example.com/01/06901234567892";

struct World {
    app: TestApp,
    acme: Actor,
    rival: Actor,
    product: String,
    batch: String,
}

/// Forty units of a batch, of which four are ended, and twenty without a batch whose serials a spreadsheet would take
/// for formulas.
fn world() -> World {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892").to_string();
    let batch = acme.batch(&product, "B1");
    let units = json!({"product_id": product, "batch_no": "B1", "serial_prefix": "A", "first_serial": "001",
                       "quantity": 40});
    acme.post("/api/v1/unit-issues", &units).expect(201);
    acme.issue(&product, "=1/", "01", 20);
    for (first, last, quantity) in [("A005", "A005", 1), ("A010", "A012", 3)] {
        let ended = json!({"product_id": product, "first_serial": first, "last_serial": last, "quantity": quantity,
                           "reason": "印刷错误"});
        acme.post("/api/v1/unit-voids", &ended).expect(200);
    }
    World {
        app,
        acme,
        rival,
        product,
        batch,
    }
}

fn living() -> Vec<String> {
    let of_batch = (1..=40)
        .filter(|n| !matches!(n, 5 | 10..=12))
        .map(|n| format!("A{n:03}"));
    (1..=20).map(|n| format!("=1/{n:02}")).chain(of_batch).collect()
}

fn uri(serial: &str) -> String {
    format!("{BASE}/21/{}", serial.replace('=', "%3D").replace('/', "%2F"))
}

impl World {
    fn export(&self, more: &Value) -> Vec<u8> {
        let mut order = json!({"product_id": self.product});
        for (field, value) in more.as_object().unwrap() {
            order[field] = value.clone();
        }
        let queued = self.acme.post("/api/v1/unit-exports", &order).expect(202);
        let job = self.acme.ended_job(queued["job_id"].as_str().unwrap());
        assert_eq!(
            (&job["state"], &job["done"], &job["total"]),
            (&json!("succeeded"), &queued["total"], &queued["total"])
        );
        let file = self.app.anyone().get(job["download_url"].as_str().unwrap());
        let sum: String = Sha256::digest(&file.bytes)
            .iter()
            .map(|b| format!("{b:02x}"))
            .collect();
        let told = (
            &job["outcome"]["size"],
            &job["outcome"]["sha256"],
            &job["outcome"]["media_type"],
        );
        assert_eq!(
            told,
            (
                &json!(file.bytes.len()),
                &json!(sum),
                &json!(file.header("content-type"))
            )
        );
        assert!(file.header("content-disposition").starts_with("attachment"));
        assert_eq!(file.header("cache-control"), "private, no-store");

        let mut query = vec![];
        for (field, value) in order.as_object().unwrap() {
            query.push(format!(
                "{field}={}",
                value.as_str().map_or_else(|| value.to_string(), str::to_owned)
            ));
        }
        let streamed = self.acme.get(&format!(
            "/api/v1/unit-exports/stream?{}",
            query.join("&").replace("=1/", "%3D1%2F")
        ));
        assert_eq!(streamed.status, 200, "{}", streamed.text());
        assert!(
            streamed.bytes == file.bytes,
            "the stream and the job give the same file"
        );
        file.bytes
    }
}

fn rows(table: &[u8]) -> Vec<Vec<String>> {
    let text = String::from_utf8(table.to_vec()).unwrap();
    let text = text.strip_prefix('\u{feff}').expect("Excel needs the mark");
    let lines = text.strip_suffix("\r\n").unwrap().split("\r\n");
    lines
        .map(|line| line.split(',').map(str::to_owned).collect())
        .collect()
}

fn entries(archive: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut found = BTreeMap::new();
    for i in 0..archive.len() {
        let mut entry = archive.by_index(i).unwrap();
        let mut content = vec![];
        let name = entry.name().unwrap().into_owned();
        // Reading to the end checks the checksum.
        entry.read_to_end(&mut content).unwrap();
        assert!(found.insert(name.clone(), content).is_none(), "{name} twice");
    }
    found
}

#[test]
fn a_table_has_every_living_unit_once() {
    let w = world();
    let table = rows(&w.export(&json!({"format": "csv"})));
    assert_eq!(table[0], ["序列号", "批次号", "生产日期", "有效期至", "扫码地址"]);
    let expected: Vec<Vec<String>> = living()
        .into_iter()
        .map(|serial| {
            let in_batch = serial.starts_with('A');
            let of_batch = |text: &str| if in_batch { text.to_owned() } else { String::new() };
            let shown = if in_batch {
                serial.clone()
            } else {
                format!("'{serial}")
            };
            vec![
                shown,
                of_batch("B1"),
                of_batch("2026-11-01"),
                of_batch("2028-10-31"),
                uri(&serial),
            ]
        })
        .collect();
    assert_eq!(table[1..], expected);
    for row in &table[1..] {
        let path = row[4].strip_prefix("https://q.example.com").unwrap();
        assert_eq!(w.app.scan(path).expect(200)["verdict"], "valid", "{path}");
    }
    let of_batch = rows(&w.export(&json!({"format": "csv", "batch_id": w.batch})));
    assert_eq!(of_batch.len(), 1 + 36);
    let part = json!({"format": "csv", "first_serial": "A009", "last_serial": "A014"});
    let serials: Vec<_> = rows(&w.export(&part))
        .into_iter()
        .skip(1)
        .map(|row| row[0].clone())
        .collect();
    assert_eq!(serials, ["A009", "A013", "A014"]);
}

#[test]
fn an_archive_has_a_picture_that_reads_for_every_living_unit() {
    let w = world();
    let pictures = entries(&w.export(&json!({"format": "png_zip", "size": 150, "correction": "Q"})));
    let name = |serial: &str| uri(serial).rsplit('/').next().unwrap().to_owned();
    let mut expected: Vec<_> = living().iter().map(|s| format!("{}.png", name(s))).collect();
    expected.sort();
    assert_eq!(pictures.keys().cloned().collect::<Vec<_>>(), expected);
    for serial in living() {
        assert_eq!(
            read_code(&pictures[&format!("{}.png", name(&serial))]),
            uri(&serial)
        );
    }

    let drawings = entries(&w.export(&json!({"format": "svg_zip", "size": 150, "correction": "Q"})));
    let look = |format| Picture {
        format,
        size: Size::Pixels(150),
        correction: Correction::Quartile,
        ..Picture::default()
    };
    for (format, found) in [(Format::Png, pictures), (Format::Svg, drawings)] {
        assert_eq!(found.len(), living().len());
        let (mut renderer, mut drawn) = (Renderer::new(look(format)).unwrap(), vec![]);
        for serial in living() {
            renderer.render(&uri(&serial), &mut drawn).unwrap();
            assert!(
                found[&format!("{}.{}", name(&serial), format.extension())] == drawn,
                "{serial}"
            );
        }
    }
}

#[test]
fn one_code_is_drawn_as_asked() {
    let w = world();
    let code = format!("/api/v1/products/{}/code", w.product);
    let logo = w.acme.upload("code_logo", "标.png", &png(32, 32)).expect(201)["id"]
        .as_str()
        .unwrap()
        .to_owned();
    for (which, text) in [
        ("", BASE.to_owned()),
        ("&batch_no=B1", format!("{BASE}/10/B1")),
        ("&serial=A001", format!("{BASE}/21/A001")),
        ("&serial=%3D1%2F07", uri("=1/07")),
    ] {
        for correction in ["L", "M", "Q", "H"] {
            let drawn = w.acme.get(&format!(
                "{code}?format=png&size=300&quiet_zone=4&correction={correction}{which}"
            ));
            assert_eq!(
                (drawn.status, drawn.header("content-type")),
                (200, "image/png"),
                "{}",
                drawn.text()
            );
            assert_eq!(read_code(&drawn.bytes), text, "{correction}");
        }
        let with_logo = w.acme.get(&format!(
            "{code}?format=png&size=600&correction=H&logo_file_id={logo}{which}"
        ));
        assert_eq!(read_code(&with_logo.bytes), text, "with a logo");
        let lines = w.acme.get(&format!("{code}?format=svg{which}"));
        assert_eq!(lines.header("content-type"), "image/svg+xml");
        assert!(lines.text().starts_with("<svg"), "{}", &lines.text()[..40]);
    }
    #[rustfmt::skip]
    let cases = [
        (format!("format=png&correction=M&logo_file_id={logo}"), 422, "/correction print.picture"),
        (format!("format=png&correction=H&logo_file_id={}", kernel::Id::<()>::new()), 404, "/logo_file_id print.logo_not_found"),
        ("format=png&size=32&correction=H".to_owned(), 422, "/size print.picture"),
        ("format=gif".to_owned(), 422, "/format not_in_list"),
        ("format=png&serial=A041".to_owned(), 404, ""),
        ("format=png&batch_no=B2".to_owned(), 404, ""),
    ];
    for (query, status, wrong) in cases {
        let reply = w.acme.get(&format!("{code}?{query}"));
        reply.expect_problem(status);
        assert_eq!(reply.wrong_fields().concat(), wrong, "{query}");
    }
    assert_eq!(
        w.rival.get(&format!("{code}?format=png")).expect_problem(404),
        "product.not_found"
    );
}

#[test]
fn an_export_of_nothing_or_of_too_much_is_refused_at_once() {
    let w = world();
    w.acme.issue(&w.product, "T", "00000001", 20_000_001);
    let before = w.acme.holdings();
    let logo = kernel::Id::<()>::new();
    #[rustfmt::skip]
    let cases = [
        (json!({"format": "csv"}), 422, "/quantity print.too_much"),
        (json!({"format": "csv", "first_serial": "A010", "last_serial": "A012"}), 422, "/product_id print.nothing_selected"),
        (json!({"format": "csv", "first_serial": "Z1", "last_serial": "Z9"}), 422, "/product_id print.nothing_selected"),
        (json!({"format": "csv", "first_serial": "A010"}), 422, "/last_serial required"),
        (json!({"format": "csv", "first_serial": "A012", "last_serial": "A010"}), 422, "/last_serial coding.span_reversed"),
        (json!({"format": "pdf"}), 422, "/format not_in_list"),
        (json!({"format": "png_zip", "size": 5000}), 422, "/size too_big"),
        (json!({"format": "png_zip", "correction": "M", "logo_file_id": logo}), 404, "/logo_file_id print.logo_not_found"),
    ];
    for (more, status, wrong) in cases {
        let mut order = more.clone();
        order["product_id"] = json!(w.product);
        let reply = w.acme.post("/api/v1/unit-exports", &order);
        reply.expect_problem(status);
        assert_eq!(reply.wrong_fields(), [wrong], "{order}");
    }
    assert_eq!(w.acme.holdings(), before);
}

#[test]
fn an_enterprise_has_two_streams_at_once() {
    let w = world();
    w.acme.issue(&w.product, "T", "00000001", 10_000_000);
    let path = format!("/api/v1/unit-exports/stream?product_id={}&format=csv", w.product);
    let slow = || {
        let mut reader = TcpStream::connect(w.app.address).unwrap();
        let token = w.acme.token();
        write!(
            reader,
            "GET {path} HTTP/1.1\r\nHost: q.example.com\r\nAuthorization: Bearer {token}\r\n\r\n"
        )
        .unwrap();
        let mut begin = [0; 12];
        reader.read_exact(&mut begin).unwrap();
        assert_eq!(&begin, b"HTTP/1.1 200");
        reader
    };
    let readers = [slow(), slow()];
    let few = format!("{path}&first_serial=A001&last_serial=A002");
    let refused = w.acme.get(&few);
    assert_eq!(refused.expect_problem(429), "request.too_many");
    assert!(refused.text().contains("请稍后再试"), "{}", refused.text());
    assert_ne!(w.rival.get(&few).status, 429, "it is for each enterprise alone");
    drop(readers);
    let start = Instant::now();
    while w.acme.get(&few).status == 429 {
        assert!(start.elapsed() < Duration::from_secs(10));
        thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn what_begins_alike_is_exported_as_it_is_listed() {
    let w = world();
    let csv = |serial: &str| {
        let query = format!("product_id={}&format=csv&serial={serial}", w.product);
        w.acme.get(&format!("/api/v1/unit-exports/stream?{query}"))
    };
    let listed = |serial: &str| {
        let query = format!(
            "product_id={}&state=active&page_size=100&serial={serial}",
            w.product
        );
        w.acme.get(&format!("/api/v1/units?{query}")).expect(200)["total"].clone()
    };
    for serial in ["A00", "A01", "A040", "%3D1"] {
        let text = csv(serial).text();
        assert_eq!(
            json!(text.trim().lines().count() - 1),
            listed(serial),
            "{serial}: {text}"
        );
    }
    assert_eq!(csv("B").status, 422);
}
