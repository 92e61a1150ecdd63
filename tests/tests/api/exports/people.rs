//! Exports as people use them: opened in a spreadsheet, unpacked on any system, printed by a shop (K11).

use serde_json::{Value, json};
use std::io::{Cursor, Read};
use tests::{Actor, TestApp};

struct World {
    app: TestApp,
    acme: Actor,
    product: String,
}

fn world() -> World {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892").to_string();
    World { app, acme, product }
}

impl World {
    fn issue(&self, prefix: &str, first: &str, quantity: i64) {
        self.acme.issue(&self.product, prefix, first, quantity);
    }

    fn export(&self, door: &str, more: &Value) -> Vec<u8> {
        let mut order = json!({ "product_id": self.product });
        for (field, value) in more.as_object().unwrap() {
            order[field] = value.clone();
        }
        let queued = self.acme.post(&format!("/api/v1/{door}"), &order).expect(202);
        let job = self.acme.ended_job(queued["job_id"].as_str().unwrap());
        assert_eq!(
            (&job["state"], &job["done"]),
            (&json!("succeeded"), &job["total"]),
            "{job}"
        );
        self.app.anyone().get(job["download_url"].as_str().unwrap()).bytes
    }
}

/// The names in an archive, and what is in them.
fn entries(archive: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    (0..archive.len())
        .map(|i| {
            let mut entry = archive.by_index(i).unwrap();
            let (name, mut content) = (entry.name().unwrap().into_owned(), vec![]);
            entry.read_to_end(&mut content).unwrap();
            (name, content)
        })
        .collect()
}

/// Width and height of a PNG.
fn sides(png: &[u8]) -> [u32; 2] {
    [16, 20].map(|at| u32::from_be_bytes(png[at..at + 4].try_into().unwrap()))
}

// What a spreadsheet makes of numbers: 00000001 → 1, digits beyond the fifteenth → 0, 1E05 → 100000.
#[test]
fn a_workbook_shows_every_serial_as_it_is() {
    let w = world();
    w.issue("", "00000001", 2);
    w.issue("12345678901234", "567890", 1);
    w.issue("1E", "05", 1);
    w.issue("=1+", "1", 1);
    w.acme.batch(&w.product, "0012");
    let in_batch = json!({ "product_id": w.product, "batch_no": "0012", "serial_prefix": "-", "first_serial": "7", "quantity": 1 });
    w.acme.post("/api/v1/unit-issues", &in_batch).expect(201);
    let book = w.export("unit-exports", &json!({ "format": "xlsx" }));
    let parts = entries(&book);
    let sheet = parts
        .iter()
        .find(|(name, _)| name == "xl/worksheets/sheet1.xml")
        .unwrap();
    let sheet = String::from_utf8(sheet.1.clone()).unwrap();
    for text in [
        "00000001",
        "00000002",
        "12345678901234567890",
        "1E05",
        "=1+1",
        "-7",
        "0012",
        "2026-11-01",
        "序列号",
    ] {
        assert!(sheet.contains(&format!(">{text}</t>")), "{text}: {sheet}");
    }
    assert!(
        !sheet.contains("<v>") && !sheet.contains("<f>"),
        "no cell is a number or a formula: {sheet}"
    );
    assert!(sheet.contains("https://q.example.com/01/06901234567892/21/00000001"));
    // Signs that begin a formula stay text when the cell is edited.
    let styles = parts.iter().find(|(name, _)| name == "xl/styles.xml").unwrap();
    assert!(String::from_utf8_lossy(&styles.1).contains(r#"quotePrefix="1""#));
    // The same order is the same file, as a job and as a stream.
    let again = w.export("unit-exports", &json!({ "format": "xlsx" }));
    assert!(again == book, "an order that is made twice is the same file");
    let stream = format!("/api/v1/unit-exports/stream?product_id={}&format=xlsx", w.product);
    let streamed = w.acme.get(&stream);
    assert!(streamed.bytes == book && streamed.header("content-disposition").contains(".xlsx"));
}

#[test]
fn a_sheet_has_room_for_so_many_rows() {
    let w = world();
    w.issue("A", "0000001", 1_048_576);
    let order = |format: &str, last: &str| json!({ "product_id": w.product, "format": format, "in_parts": false, "first_serial": "A0000001", "last_serial": last });
    let asked = |format: &str, last: &str| w.acme.post("/api/v1/unit-exports", &order(format, last));
    let refused = asked("xlsx", "A1048576");
    assert_eq!(refused.expect_problem(422), "print.too_many_rows");
    assert_eq!(refused.wrong_fields(), ["/format print.too_many_rows"]);
    let query = format!("product_id={}&format=xlsx", w.product);
    let refused = w.acme.get(&format!("/api/v1/unit-exports/stream?{query}"));
    assert_eq!(refused.expect_problem(422), "print.too_many_rows");
    let queued = asked("xlsx", "A1048575").expect(202);
    w.acme
        .post(
            &format!("/api/v1/jobs/{}/cancel", queued["job_id"].as_str().unwrap()),
            &json!({}),
        )
        .expect(200);
}

#[test]
fn names_in_an_archive_are_different_files_everywhere() {
    let w = world();
    for (prefix, first, quantity) in [
        ("A", "001", 2),
        ("a", "001", 2),
        ("COM", "1", 1),
        ("LPT", "1", 2),
        ("NUL.", "1", 1),
        ("com", "1", 1),
    ] {
        w.issue(prefix, first, quantity);
    }
    for (door, more) in [
        ("unit-exports", json!({ "format": "png_zip", "size": 100 })),
        ("unit-exports", json!({ "format": "svg_zip" })),
        (
            "label-exports",
            json!({ "format": "svg_zip", "subject": "unit", "design": "braid", "colour": "red" }),
        ),
    ] {
        let names: Vec<String> = entries(&w.export(door, &more))
            .into_iter()
            .map(|(name, _)| name)
            .collect();
        let mut folded: Vec<_> = names.iter().map(|name| name.to_lowercase()).collect();
        folded.sort();
        folded.dedup();
        assert_eq!(folded.len(), names.len(), "{names:?}");
        for name in &names {
            let base = name.split('.').next().unwrap().to_uppercase();
            assert!(
                !matches!(&*base, "COM1" | "LPT1" | "LPT2" | "NUL" | "CON"),
                "{name}"
            );
        }
        let ending = names.last().unwrap().rsplit('.').next().unwrap();
        assert!(
            folded.contains(&format!("~com1.{ending}")) && folded.contains(&format!("a001.{ending}")),
            "{names:?}"
        );
    }
}

#[test]
fn pictures_have_the_side_that_was_asked_for() {
    let w = world();
    w.issue("A", "1", 1);
    w.issue("LONG-PREFIX-OF-A-", "001", 1);
    for side in [64, 200, 256, 600, 601, 1024] {
        let picture = w.acme.get(&format!(
            "/api/v1/products/{}/code?format=png&size={side}&serial=A1",
            w.product
        ));
        assert_eq!(sides(&picture.bytes), [side; 2]);
    }
    let archive = entries(&w.export("unit-exports", &json!({ "format": "png_zip", "size": 300 })));
    assert_eq!(archive.len(), 2);
    for (name, picture) in &archive {
        assert_eq!(sides(picture), [300; 2], "{name}");
    }
    for (_, picture) in &archive {
        assert!(tests::read_code(picture).starts_with("https://q.example.com/01/06901234567892/21/"));
    }
}

#[test]
fn what_a_scratch_layer_hides_is_not_written_beside_it() {
    let w = world();
    w.issue("A", "00000001", 1);
    let words = |more: &Value| {
        let mut order = json!({ "subject": "unit", "design": "braid", "colour": "red" });
        for (field, value) in more.as_object().unwrap() {
            order[field] = value.clone();
        }
        w.export("label-exports", &order)
    };
    let data = |more: Value| String::from_utf8(words(&more)).unwrap();
    let cells = |txt: &str| {
        txt.lines()
            .nth(1)
            .unwrap()
            .split('\t')
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    for (more, is_written) in [
        (json!({ "format": "txt" }), true),
        (json!({ "format": "txt", "scratch": "covered" }), false),
        (json!({ "format": "txt", "scratch": "outline" }), false),
        (
            json!({ "format": "txt", "scratch": "covered", "has_code_text": true }),
            true,
        ),
        (json!({ "format": "txt", "has_code_text": false }), false),
    ] {
        let found = cells(&data(more.clone()));
        let expected = if is_written {
            ["(01)06901234567892", "(21)A00000001"]
        } else {
            ["", ""]
        };
        assert_eq!(found[2..4], expected, "{more}");
        // The line that prints the code needs it all the same.
        assert_eq!(found[6], "A00000001", "{more}");
        let note = if is_written {
            "可读文字：印"
        } else {
            "可读文字：不印"
        };
        assert!(found[10].contains(note), "{found:?}");
    }
    // On the drawn label there is nothing but the symbol: it is the same for both kinds of text.
    let drawn = |query: &str| {
        let path = format!(
            "/api/v1/products/{}/label?format=svg&design=braid&colour=red&serial=A00000001{query}",
            w.product
        );
        w.acme.get(&path).text().len()
    };
    assert!(drawn("&scratch=outline") < drawn("&scratch=outline&has_code_text=true"));
    assert!(drawn("&has_code_text=false") < drawn(""));
}

#[test]
fn the_material_is_told_in_every_format() {
    let w = world();
    w.issue("A", "1", 1);
    for format in ["csv", "txt", "svg_zip", "png_zip", "pdf"] {
        let order = json!({ "subject": "unit", "design": "relief", "colour": "green", "format": format, "material": "铜版纸" });
        let file = w.export("label-exports", &order);
        let text = match format {
            "svg_zip" | "png_zip" => String::from_utf8(entries(&file).remove(0).1).unwrap(),
            // As PDF has it in its description: UTF-16.
            "pdf" => {
                let wide: Vec<u8> = "铜版纸".encode_utf16().flat_map(u16::to_be_bytes).collect();
                let hex: String = wide.iter().map(|b| format!("{b:02X}")).collect();
                let is_told = file.windows(wide.len()).any(|w| w == wide)
                    || String::from_utf8_lossy(&file).to_uppercase().contains(&hex);
                assert!(is_told, "pdf");
                continue;
            }
            _ => String::from_utf8(file).unwrap(),
        };
        for told in ["铜版纸", "20 × 30 mm", "墨绿"] {
            assert!(text.contains(told), "{format} {told}: {text}");
        }
    }
}
