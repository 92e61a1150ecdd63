//! Labels: one to look at, and runs of them as sheets, pictures and print data (F233–F239).

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::{
    fs,
    io::{Cursor, Read},
    process::Command,
};
use tests::{Actor, TestApp, png, read_code};

const GTIN: &str = "06901234567892";

struct World {
    app: TestApp,
    acme: Actor,
    product: String,
    batch: String,
}

fn world() -> World {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892").to_string();
    let batch = acme.batch(&product, "B1");
    let units = json!({"product_id": product, "batch_no": "B1", "serial_prefix": "A", "first_serial": "001", "quantity": 30});
    acme.post("/api/v1/unit-issues", &units).expect(201);
    World {
        app,
        acme,
        product,
        batch,
    }
}

impl World {
    fn order(&self, more: &Value) -> Value {
        let mut order = json!({"product_id": self.product, "subject": "unit", "format": "pdf", "design": "braid", "colour": "red"});
        for (field, value) in more.as_object().unwrap() {
            order[field] = value.clone();
        }
        order
    }

    /// The file of a run and how many labels it has.
    fn export(&self, more: &Value) -> (Vec<u8>, Value) {
        let queued = self
            .acme
            .post("/api/v1/label-exports", &self.order(more))
            .expect(202);
        let job = self.acme.ended_job(queued["job_id"].as_str().unwrap());
        assert_eq!(
            (&job["state"], &job["done"]),
            (&json!("succeeded"), &queued["total"]),
            "{job}"
        );
        let file = self.app.anyone().get(job["download_url"].as_str().unwrap());
        let sum: String = Sha256::digest(&file.bytes)
            .iter()
            .map(|b| format!("{b:02x}"))
            .collect();
        assert_eq!(job["outcome"]["sha256"], json!(sum));
        assert_eq!(json!(file.header("content-type")), job["outcome"]["media_type"]);
        (file.bytes, queued["total"].clone())
    }

    fn label(&self, query: &str) -> tests::Reply {
        self.acme
            .get(&format!("/api/v1/products/{}/label?{query}", self.product))
    }
}

fn poppler(program: &str, arguments: &[&str], pdf: &[u8]) -> Vec<u8> {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), pdf).unwrap();
    let arguments = arguments.iter().map(|a| {
        if *a == "FILE" {
            file.path().to_str().unwrap()
        } else {
            a
        }
    });
    let output = Command::new(program)
        .args(arguments)
        .output()
        .expect("scripts/setup --tests installs poppler-utils");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

// F233, F234, F235: designs and colours are listed, and each can be looked at.
#[test]
fn every_design_is_listed_and_drawn() {
    let w = world();
    let listed = w.app.anyone().get("/api/v1/reference/label-designs").expect(200);
    let codes = |of: &str| -> Vec<String> {
        let entries = listed[of].as_array().unwrap().iter();
        entries.map(|e| e["code"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(codes("designs").len(), 6);
    let colours: Vec<_> = listed["colours"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| c["hex"].clone())
        .collect();
    assert_eq!(colours, ["#D41819", "#FFCC00", "#316464", "#468CC8"]);
    assert_eq!(codes("papers").len(), 6);
    for (design, colour) in codes("designs").iter().zip(codes("colours").iter().cycle()) {
        let drawn = w.label(&format!("format=svg&design={design}&colour={colour}&serial=A007"));
        assert_eq!(
            (drawn.status, drawn.header("content-type")),
            (200, "image/svg+xml"),
            "{}",
            drawn.text()
        );
        let svg = drawn.text();
        assert!(
            svg.contains(r#"width="20mm" height="30mm""#) && svg.contains("(21)A007"),
            "{design}"
        );
    }
    let png = w.label("format=png&design=braid&colour=blue&serial=A007&width=40&height=60&dpi=300");
    assert_eq!(png.header("content-type"), "image/png");
    assert!(read_code(&png.bytes).ends_with(&format!("/01/{GTIN}/21/A007")));
    assert!(
        w.label("format=svg&design=relief&colour=green")
            .text()
            .contains(&format!("(01){GTIN}"))
    );
    assert!(
        w.label("format=svg&design=relief&colour=green&batch_no=B1")
            .text()
            .contains("(10)B1")
    );
}

// F239: sheets that another program opens, searches and reads.
#[test]
fn sheets_hold_every_label() {
    let w = world();
    let (pdf, total) = w.export(
        &json!({"paper": "a4_24", "crop_marks": true, "material": "铜版纸", "text": "浙江制造\n正品保证"}),
    );
    assert_eq!(total, json!(30));
    let text = String::from_utf8(poppler("pdftotext", &["-raw", "FILE", "-"], &pdf)).unwrap();
    for n in 1..=30 {
        assert!(text.contains(&format!("(21)A{n:03}")), "{n}");
    }
    assert_eq!(text.matches("正品保证").count(), 30);
    let about = String::from_utf8(poppler("pdfinfo", &["FILE"], &pdf)).unwrap();
    assert!(
        about.contains("铜版纸") && about.contains("Pages:           2"),
        "{about}"
    );
    // The code of the product, as often as wanted. Under a layer to be scratched off it is not to be read unless that is asked for.
    for (more, shown) in [(json!({}), 0), (json!({"has_code_text": true}), 100)] {
        let mut order = json!({"subject": "product", "copies": 100, "paper": "a4", "scratch": "outline"});
        order
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        let (pdf, total) = w.export(&order);
        assert_eq!(total, json!(100));
        let text = String::from_utf8(poppler("pdftotext", &["-raw", "FILE", "-"], &pdf)).unwrap();
        assert_eq!(text.matches(&format!("(01){GTIN}")).count(), shown);
    }
}

// F239: pictures with a note for the print shop.
#[test]
fn archives_hold_labels_and_a_note() {
    let w = world();
    let entries = |file: &[u8]| {
        let mut archive = zip::ZipArchive::new(Cursor::new(file.to_vec())).unwrap();
        (0..archive.len())
            .map(|i| {
                let mut entry = archive.by_index(i).unwrap();
                let mut content = vec![];
                let name = entry.name().unwrap().into_owned();
                entry.read_to_end(&mut content).unwrap();
                (name, content)
            })
            .collect::<Vec<_>>()
    };
    let (file, _) = w.export(
        &json!({"format": "png_zip", "width": 40, "height": 60, "material": "PET",
                                     "first_serial": "A005", "last_serial": "A009"}),
    );
    let found = entries(&file);
    assert_eq!(found.len(), 6);
    assert_eq!(found[0].0, "print-note.txt");
    let note = String::from_utf8_lossy(&found[0].1).into_owned();
    for said in ["PET", "40 × 60 mm", "共 5 枚", "PNG", "码内容、文字第一行"] {
        assert!(note.contains(said), "{said}: {note}");
    }
    for ((name, label), n) in found[1..].iter().zip(5..) {
        assert_eq!(name, &format!("A{n:03}.png"));
        assert!(read_code(label).ends_with(&format!("/21/A{n:03}")));
    }
    let (file, _) =
        w.export(&json!({"format": "svg_zip", "subject": "batch", "batch_id": w.batch, "copies": 3}));
    let names: Vec<_> = entries(&file).into_iter().map(|(name, _)| name).collect();
    assert!(
        names.len() == 4 && names[1].ends_with("B1-0000001.svg"),
        "{names:?}"
    );
}

// F238, F239: print data for laser and thermal lines, with stated columns and nothing a line would print by mistake.
#[test]
fn print_data_has_stated_columns() {
    let w = world();
    let columns =
        "序号\t码内容\t文字第一行\t文字第二行\tGTIN\t批次号\t序列号\t生产日期\t有效期至\t包装材质\t标签规格";
    let (txt, _) = w.export(&json!({"format": "txt"}));
    let txt = String::from_utf8(txt).unwrap();
    let lines: Vec<_> = txt.trim_end().split("\r\n").collect();
    assert_eq!((lines[0], lines.len()), (columns, 31));
    let cells: Vec<_> = lines[7].split('\t').collect();
    assert_eq!(
        (cells[0], cells[2], cells[3], cells[4], cells[5], cells[6]),
        ("7", "(01)06901234567892", "(21)A007", GTIN, "B1", "A007")
    );
    assert!(cells[1].ends_with(&format!("/01/{GTIN}/21/A007")));
    let (csv, _) = w.export(&json!({"format": "csv", "carrier": "gs1_data_matrix"}));
    let csv = String::from_utf8(csv).unwrap();
    assert!(
        csv.starts_with('\u{feff}') && csv.contains(&format!("\r\n7,01{GTIN}21A007,(01){GTIN},(21)A007,")),
        "{csv}"
    );
}

#[test]
fn what_cannot_be_printed_is_said_at_once() {
    let w = world();
    let refused = |more: Value| {
        let reply = w.acme.post("/api/v1/label-exports", &w.order(&more));
        reply.expect_problem(422);
        reply
            .wrong_fields()
            .first()
            .map(|f| f.split(' ').next().unwrap_or_default().to_owned())
            .unwrap_or_default()
    };
    assert_eq!(refused(json!({"subject": "batch"})), "/batch_id");
    assert_eq!(refused(json!({"first_serial": "A001"})), "/last_serial");
    assert_eq!(refused(json!({"width": 9})), "/width");
    assert_eq!(refused(json!({"width": 10, "height": 10})), "/width");
    assert_eq!(refused(json!({"name": "茶\u{1F375}"})), "/name");
    assert_eq!(refused(json!({"text": "一\n二\n三\n四\n五"})), "/text");
    assert_eq!(refused(json!({"text": "一\u{1}"})), "/text");
    assert_eq!(
        refused(json!({"paper": "a4", "width": 300, "height": 300})),
        "/paper"
    );
    assert_eq!(
        refused(json!({"format": "png_zip", "dpi": 72, "width": 13, "height": 20})),
        "/dpi"
    );
    let script = "<script>alert(1)</script>";
    let drawn = w.label(&format!(
        "format=svg&design=braid&colour=red&name={}",
        script.replace('<', "%3C").replace('>', "%3E")
    ));
    assert!(!drawn.text().contains("<script") && drawn.text().contains("&lt;script&gt;"));
    let logo = w.acme.upload("code_logo", "logo.png", &png(64, 64)).expect(201)["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let with_logo = w.label(&format!(
        "format=svg&design=medallion&colour=green&logo_file_id={logo}"
    ));
    assert!(
        with_logo.text().contains("data:image/png;base64,"),
        "{}",
        with_logo.text()
    );
}

// A run is paused, keeps what it made, and goes on to the same file.
#[test]
fn a_paused_run_goes_on_to_the_same_file() {
    let w = world();
    let units =
        json!({"product_id": w.product, "serial_prefix": "C", "first_serial": "000001", "quantity": 20_000});
    w.acme.post("/api/v1/unit-issues", &units).expect(201);
    let order =
        |last: &str| w.order(&json!({"paper": "a4_65", "first_serial": "C000001", "last_serial": last}));
    let sum = |id: &str| w.acme.ended_job(id)["outcome"]["sha256"].clone();
    let begin = |last: &str| {
        let queued = w.acme.post("/api/v1/label-exports", &order(last)).expect(202);
        queued["job_id"].as_str().unwrap().to_owned()
    };
    let whole = sum(&begin("C020000"));
    let id = begin("C020000");
    let act = |what: &str| w.acme.post(&format!("/api/v1/jobs/{id}/{what}"), &json!({}));
    assert_eq!(act("resume").expect_problem(409), "job.not_paused");
    assert_eq!(act("pause").expect(200)["state"], "paused");
    assert_eq!(act("pause").expect_problem(409), "job.not_running");
    let held = || w.acme.get(&format!("/api/v1/jobs/{id}")).expect(200);
    // One thread works on all jobs: when it has ended another, it has left this one.
    sum(&begin("C000001"));
    let left = held();
    assert_eq!(left["state"], "paused");
    sum(&begin("C000002"));
    assert_eq!(held()["done"], left["done"], "nothing happens while it is paused");
    act("resume").expect(200);
    assert_eq!(sum(&id), whole);
    assert_eq!(act("pause").expect_problem(409), "job.not_running");
}
