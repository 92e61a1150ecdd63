//! Attempts to run something in a reader's browser: each in every text a maker writes.

use super::{GTIN, World, world};
use serde_json::{Value, json};
use tests::markup::{attempts, faults};

/// As much of a text as fits.
fn cut(text: &str, length: usize) -> String {
    text.chars().filter(|c| !c.is_control()).take(length).collect()
}

/// The record with an attempt in every text.
fn poisoned(record: &Value, attempt: &str) -> Value {
    let text = |length| json!(cut(attempt, length));
    let mut r = record.clone();
    for (pointer, length) in [
        ("/name", 100),
        ("/product_type", 100),
        ("/brand_name", 50),
        ("/model", 100),
        ("/attributes/0/name", 30),
        ("/attributes/0/value", 200),
        ("/licence_number", 50),
        ("/quality_indicators/0/name", 50),
        ("/quality_indicators/0/requirement", 100),
        ("/quality_indicators/0/result", 100),
        ("/parts/0/name", 50),
        ("/parts/0/supplier_alias", 50),
        ("/commercial/honours", 500),
        ("/commercial/credit_grade", 20),
        ("/page/menus/0/title", 20),
        ("/page/menus/0/content", 500),
        ("/page/apps/1/title", 10),
    ] {
        *r.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = text(length);
    }
    r["linked_codes"] = json!([{"scheme": "digital_identity", "code": text(128)}]);
    r["warranty_period"] = text(50);
    r["certificate_number"] = text(50);
    r["parts"][0]["model"] = text(100);
    r["parts"][0]["licence_number"] = text(50);
    r["page"]["menus"][1]["content"] = json!(format!("<p>文字</p>{attempt}"));
    r
}

#[test]
fn nothing_runs_wherever_it_is_written() {
    let w = world();
    let record = w.record();
    let all = attempts();
    assert!(all.len() >= 300, "{}", all.len());
    for attempt in &all {
        let reply = w
            .acme
            .post("/api/v1/products/preview", &poisoned(&record, attempt));
        assert_eq!(reply.status, 200, "{attempt}");
        let page = reply.text();
        assert_eq!(faults(&page), [] as [&str; 0], "{attempt}");
        assert!(page.ends_with("</html>"), "{attempt}: the page is whole");
        // What holds control characters is left out as a whole.
        let is_taken = attempt
            .chars()
            .all(|c| !c.is_control() || matches!(c, '\n' | '\t'));
        assert_eq!(page.contains("文字"), is_taken, "{attempt}: {page}");
    }
}

/// A sample of them stored, activated, scanned: rich text is cleaned on its way in.
#[test]
fn nothing_runs_that_was_stored() {
    let w = world();
    let mut record = w.record();
    let id = w.activated(&record);
    let path = format!("/api/v1/products/{id}");
    let rich: Vec<String> = attempts()
        .into_iter()
        .filter(|a| !a.contains(char::is_control) && !a.contains("/files/0"))
        .collect();
    for ten in rich.chunks(10) {
        record["page"]["menus"] = ten
            .iter()
            .enumerate()
            .map(|(i, a)| json!({"title": format!("栏目 {i}"), "kind": "rich", "content": format!("<p>文字</p>{a}")}))
            .collect();
        save(&w, &path, &record);
        let page = w.page(GTIN).text();
        assert_eq!(faults(&page), [] as [&str; 0], "{ten:?}");
        let stored = w.app.scan(GTIN).expect(200)["product"]["page"]["menus"].clone();
        for menu in stored.as_array().unwrap() {
            let content = menu["content"].as_str().unwrap();
            assert!(
                faults(content).iter().all(|f| f.contains("href=https://")),
                "{content}"
            );
        }
    }
}

fn save(w: &World, path: &str, record: &Value) {
    let version = w.acme.get(path).expect(200)["version"].clone();
    let changer = w.acme.with("if-match", &format!("\"{version}\""));
    changer.put(path, record).expect(200);
}
