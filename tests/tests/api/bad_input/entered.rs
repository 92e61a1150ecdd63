//! What people enter as they have it: pasted, typed by hand, copied from a card. It is read to one spelling, shown as that and
//! found again; what cannot be meant is refused.

use super::world;
use serde_json::{Value, json};
use tests::{Actor, Reply, contract::operations};
use ureq::http::Method;

/// Around and inside a text, what address books and word processors leave in it.
fn pasted(text: &str) -> String {
    let inside: String = text.chars().flat_map(|c| [c, '\u{ad}', '\u{200b}']).collect();
    format!("\u{feff}\u{202d}{inside}\u{202c}")
}

fn draft(acme: &Actor, change: Value) -> Reply {
    let mut record = json!({
        "category": "industrial", "trace_code": "6923450657713", "name": "细木工板", "product_type": "细木工板", "gpc_code": "83000000",
        "brand_name": "森森", "model": "18 mm", "coding_level": "unit", "is_report_public": false,
    });
    for (name, value) in change.as_object().unwrap() {
        record[name] = value.clone();
    }
    acme.post("/api/v1/products", &record)
}

/// Every day a list can be asked by, in years that either database cannot write.
#[test]
fn no_filter_takes_a_year_that_is_none() {
    let w = world();
    let mut asked = 0;
    for op in operations()
        .iter()
        .filter(|op| op.method == Method::GET && !op.path.contains('{'))
    {
        let days = op
            .parameters
            .iter()
            .filter(|p| p["in"] == "query" && p["schema"]["format"] == "date");
        let needed = match &*op.path {
            "/api/v1/code" => "gtin=6901234567892&",
            _ => "",
        };
        for name in days.filter_map(|p| p["name"].as_str()) {
            for day in [
                "-262142-12-31",
                "%2B12027-11-30",
                "0026-11-01",
                "-4714-11-23",
                "1899-12-31",
                "2026-02-30",
            ] {
                let reply = w.acme.get(&format!("{}?{needed}{name}={day}", op.path));
                if reply.status == 403 {
                    continue;
                }
                assert_eq!(
                    reply.wrong_fields(),
                    [format!("/{name} date")],
                    "{} {name}={day}",
                    op.path
                );
                asked += 1;
            }
            for day in ["1900-01-01", "9999-12-31", "%EF%BB%BF2026-11-01"] {
                let reply = w.acme.get(&format!("{}?{needed}{name}={day}", op.path));
                let is_missing =
                    reply.status == 422 && !reply.wrong_fields().contains(&format!("/{name} date"));
                assert!(
                    matches!(reply.status, 200 | 403 | 404) || is_missing,
                    "{} {name}={day}: {}",
                    op.path,
                    reply.text()
                );
            }
        }
    }
    assert!(asked >= 60, "{asked}");
}

/// A name, a telephone number and codes with what nobody sees are kept as they are seen, and found by it.
#[test]
fn what_nobody_sees_is_dropped_and_the_record_is_found_by_what_is_seen() {
    let w = world();
    let change = json!({
        "name": pasted("防火细木工板"), "trace_code": pasted("6923450657713"), "service_phone": pasted("（0571）8888 8888转801"),
        "gpc_code": pasted("83000000"),
    });
    let id = draft(&w.acme, change).expect(201)["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let kept = w.acme.get(&format!("/api/v1/products/{id}")).expect(200)["record"].clone();
    assert_eq!(kept["name"], "防火细木工板");
    assert_eq!(kept["trace_code"], "6923450657713");
    assert_eq!(kept["service_phone"], "0571-88888888-801");
    assert_eq!(kept["gpc_code"], "83000000");
    // Whoever looks for it may have pasted that too.
    for keyword in ["防火细木工板", "\u{200b}防火\u{ad}细木工板", "6923450657713"] {
        let query: String = keyword.bytes().map(|b| format!("%{b:02X}")).collect();
        let found = w.acme.get(&format!("/api/v1/products?keyword={query}"));
        assert_eq!(found.expect(200)["total"], 1, "{keyword:?}");
    }
    let batch = json!({"product_id": w.product, "batch_no": pasted("L１"), "coding_mode": "batch", "made_on": pasted("2026-11-01")});
    let batch = w.acme.post("/api/v1/batches", &batch).expect(201);
    assert_eq!(
        (&batch["batch_no"], &batch["made_on"]),
        (&json!("L1"), &json!("2026-11-01"))
    );
}

/// A name has something to be seen in it.
#[test]
fn a_name_that_shows_nothing_is_none() {
    let w = world();
    for blank in [
        "\u{200b}",
        "\u{3164}",
        "\u{200d}\u{fe0f}",
        "\u{2800}",
        "\u{e0041}",
        "\u{a0}\u{feff}\u{2060}",
    ] {
        let reply = draft(&w.acme, json!({"name": blank}));
        assert_eq!(reply.wrong_fields(), ["/name required"], "{blank:?}");
    }
}

/// A product code that is in no classification is doubtful, and may still be right.
#[test]
fn a_gpc_code_that_is_none_is_told() {
    let w = world();
    let path = format!("/api/v1/products/{}", w.product);
    let told = |reply: Value| {
        let all = reply["warnings"].as_array().unwrap().clone();
        all.into_iter()
            .any(|warning| warning["code"] == "product.gpc_unknown" && warning["pointer"] == "/gpc_code")
    };
    assert!(!told(w.acme.get(&path).expect(200)), "a segment");
    assert!(told(draft(&w.acme, json!({"gpc_code": "12345678"})).expect(201)));
}

/// What a scanner reads from a label finds its product and its unit, in every form it comes in.
#[test]
fn a_label_read_by_a_scanner_is_found() {
    let w = world();
    let total = |path: &str, name: &str, text: &str| {
        let query: String = text.bytes().map(|b| format!("%{b:02X}")).collect();
        w.acme.get(&format!("{path}?{name}={query}")).expect(200)["total"]
            .as_i64()
            .unwrap()
    };
    for text in [
        "http://q.example.com/01/06901234567892/21/A00000003",
        "]Q1HTTP://Q.EXAMPLE.COM/01/06901234567892/21/A00000003",
        "(01)06901234567892(21)A00000003",
        "]C1010690123456789210B1\u{1d}21A00000003",
        "]d2010690123456789210B1<GS>21A00000003",
    ] {
        for list in ["/api/v1/products", "/api/v1/batches"] {
            assert_eq!(total(list, "keyword", text), 1, "{list} {text:?}");
        }
        assert_eq!(total("/api/v1/units", "serial", text), 1, "{text:?}");
    }
    for text in [
        "]E06901234567892",
        "0106901234567892",
        "06901234567892",
        "6901234567892",
        "6901234",
    ] {
        assert_eq!(total("/api/v1/products", "keyword", text), 1, "{text:?}");
    }
    assert_eq!(
        total("/api/v1/units", "serial", "(01)06901234567892"),
        100,
        "the units of the product"
    );
    assert_eq!(
        total("/api/v1/units", "serial", "A0000000"),
        9,
        "the beginning of a serial, as ever"
    );
    // Somebody else's label, and one of a product nobody has; one whose check digit is wrong is words.
    for text in [
        "(01)06902083881405(21)A00000003",
        "(01)06923450657713(21)A00000003",
    ] {
        assert_eq!(total("/api/v1/units", "serial", text), 0, "{text:?}");
        assert_eq!(total("/api/v1/products", "keyword", text), 0, "{text:?}");
    }
    let wrong = "(01)06901234567893(21)A00000003";
    assert_eq!(total("/api/v1/products", "keyword", wrong), 0);
    let other = format!(
        "/api/v1/units?product_id={}&serial=(01)06902083881405(21)A00000003",
        w.product
    );
    assert_eq!(
        w.acme.get(&other).expect(200)["total"],
        0,
        "of another product than the chosen one"
    );
}
