//! Every state a code can be in, as data and as a page; what a code inherits from above: F084, F086.

use super::{GTIN, world};
use serde_json::{Value, json};

#[test]
fn a_living_code_tells_its_facts_at_the_level_asked() {
    let w = world();
    let facts = |a: &Value| {
        json!([
            a["level"],
            a["batch_no"],
            a["serial"],
            a["made_on"],
            a["expires_on"]
        ])
    };
    #[rustfmt::skip]
    let cases = [
        (GTIN.to_owned(), json!(["product", null, null, null, null])),
        (format!("{GTIN}/10/B1"), json!(["batch", "B1", null, "2026-11-01", "2028-10-31"])),
        (format!("{GTIN}/10/B1/21/A001"), json!(["unit", "B1", "A001", "2026-11-01", "2028-10-31"])),
        (format!("{GTIN}/21/A100"), json!(["unit", "B1", "A100", "2026-11-01", "2028-10-31"])),
        (format!("{GTIN}/21/N5"), json!(["unit", null, "N5", null, null])),
        (format!("{GTIN}/"), json!(["product", null, null, null, null])),
        (format!("{GTIN}/21/%4E5"), json!(["unit", null, "N5", null, null])),
    ];
    for (path, expected) in cases {
        let answer = w.ask(&path, 200, "valid");
        assert_eq!(facts(&answer), expected, "{path}");
        assert_eq!(
            (&answer["trace_code"], &answer["gtin"]),
            (&json!("6901234567892"), &json!("06901234567892"))
        );
        assert_eq!(answer["product"]["name"], "细工木板");
        assert_eq!(answer["maker"]["uscc"], "91330109589891087U");
        let is_undated = path.ends_with("N5") || path.ends_with("%4E5");
        let hints = if is_undated {
            json!(["made_on_missing"])
        } else {
            json!([])
        };
        assert_eq!(answer["hints"], hints, "{path}");
    }
    // A unit's own dates come before those of its batch, and what it has not it takes from it.
    let own = json!({"product_id": w.product, "first_serial": "A050", "made_on": "2026-11-05"});
    w.acme.post("/api/v1/unit-associations", &own).expect(200);
    let answer = w.ask(&format!("{GTIN}/21/A050"), 200, "valid");
    assert_eq!(
        facts(&answer),
        json!(["unit", "B1", "A050", "2026-11-05", "2028-10-31"])
    );
    // Moved to another batch, it follows that one at once.
    let moved = json!({"product_id": w.product, "batch_no": "B2", "first_serial": "N5"});
    w.acme.post("/api/v1/unit-associations", &moved).expect(200);
    let answer = w.ask(&format!("{GTIN}/21/N5"), 200, "valid");
    assert_eq!(
        facts(&answer),
        json!(["unit", "B2", "N5", "2026-11-01", "2028-10-31"])
    );
    let later = json!({"made_on": "2026-11-02", "expires_on": "2027-01-01"});
    let batch = w.acme.with("if-match", "\"1\"");
    batch
        .put(&format!("/api/v1/batches/{}", w.batches[1]), &later)
        .expect(200);
    let answer = w.ask(&format!("{GTIN}/21/N5"), 200, "valid");
    assert_eq!(
        facts(&answer),
        json!(["unit", "B2", "N5", "2026-11-02", "2027-01-01"])
    );
}

#[test]
fn what_is_ended_above_is_ended_below() {
    let w = world();
    let unit = |serial: &str| format!("{GTIN}/21/{serial}");
    w.void_units("A007", "A007", 1);
    w.void_units("A020", "A029", 10);
    for (serial, verdict) in [
        ("A006", "valid"),
        ("A007", "voided"),
        ("A008", "valid"),
        ("A019", "valid"),
        ("A020", "voided"),
        ("A029", "voided"),
        ("A030", "valid"),
    ] {
        let answer = w.ask(&unit(serial), 200, verdict);
        let reason = if verdict == "voided" {
            json!("标签印刷错误")
        } else {
            Value::Null
        };
        assert_eq!(answer["detail"], reason, "{serial}");
    }
    w.void(&format!("batches/{}", w.batches[0]), "批次召回");
    for (path, verdict, reason) in [
        (format!("{GTIN}/10/B1"), "voided", "批次召回"),
        (unit("A001"), "voided", "批次召回"),
        (unit("A007"), "voided", "标签印刷错误"),
        (unit("N1"), "valid", ""),
        (format!("{GTIN}/10/B2"), "valid", ""),
        (GTIN.to_owned(), "valid", ""),
    ] {
        let answer = w.ask(&path, 200, verdict);
        assert_eq!(answer["detail"].as_str().unwrap_or_default(), reason, "{path}");
    }
    w.void(&format!("products/{}", w.product), "产品停产");
    for (path, reason) in [
        (GTIN.to_owned(), "产品停产"),
        (format!("{GTIN}/10/B2"), "产品停产"),
        (unit("N1"), "产品停产"),
        (unit("A001"), "批次召回"),
        (unit("A007"), "标签印刷错误"),
    ] {
        assert_eq!(w.ask(&path, 200, "voided")["detail"], reason, "{path}");
    }
    w.ask(&unit("Z9"), 404, "not_issued");
}

#[test]
fn notices_say_what_else_a_reader_should_know() {
    let w = world();
    let hints = |path: &str| w.ask(path, 200, "valid")["hints"].clone();
    w.ask(&format!("{GTIN}/10/B3"), 200, "expired");
    w.ask(&format!("{GTIN}/21/C1"), 200, "expired");
    assert_eq!(hints(&format!("{GTIN}/10/B2/21/A001")), json!(["batch_differs"]));
    assert_eq!(
        hints(&format!("{GTIN}/10/B1/21/N1")),
        json!(["batch_differs", "made_on_missing"])
    );
    let differing = w.ask(&format!("{GTIN}/10/B2/21/A001"), 200, "valid");
    assert_eq!(differing["batch_no"], "B1", "the registered one counts");
    let internal = w.app.product(&w.acme, "2058989108994");
    w.acme.issue(&internal, "A", "1", 1);
    assert_eq!(
        hints("/01/02058989108994/21/A1"),
        json!(["made_on_missing", "internal_code"])
    );
    let operator = w.app.operator();
    let disable = format!("/api/v1/platform/enterprises/{}/disable", w.acme.enterprise());
    assert_eq!(
        operator
            .post(&disable, &json!({"reason": "主体资格已注销"}))
            .status,
        204
    );
    // The codes still answer, and what is graver comes first.
    let answer = w.ask(&format!("{GTIN}/21/A001"), 200, "maker_disabled");
    assert_eq!(answer["findings"].as_array().unwrap().len(), 1);
    let expired = w.ask(&format!("{GTIN}/21/C1"), 200, "maker_disabled");
    assert_eq!(expired["findings"][1]["verdict"], "expired");
    for (path, text) in [
        (format!("{GTIN}/21/C1"), "已过有效期"),
        (format!("{GTIN}/10/B2/21/A001"), "码中的批次与登记的批次不一致"),
    ] {
        assert!(w.page(&path).text().contains(text), "{path}");
    }
    let english = w
        .app
        .anyone()
        .with("accept-language", "en")
        .get(&format!("{GTIN}/21/C1"))
        .text();
    assert!(
        english.contains("The maker's account is disabled") && english.contains("past its expiry date"),
        "{english}"
    );
}

#[test]
fn a_unit_that_ended_with_its_batch_stays_ended() {
    let w = world();
    w.void(&format!("batches/{}", w.batches[0]), "批次召回");
    for with in [json!({"batch_no": "B2"}), json!({"made_on": "2026-11-02"})] {
        let mut units = json!({"product_id": w.product, "first_serial": "A001"});
        units
            .as_object_mut()
            .unwrap()
            .extend(with.as_object().unwrap().clone());
        let reply = w.acme.post("/api/v1/unit-associations", &units);
        assert_eq!(reply.expect_problem(409), "coding.some_voided");
    }
    w.ask(&format!("{GTIN}/21/A001"), 200, "voided");
    let picture = format!("/api/v1/products/{}/code?format=svg", w.product);
    let refused = |query: &str, status: u16, wrong: &str| {
        let reply = w.acme.get(&format!("{picture}&{query}"));
        reply.expect_problem(status);
        assert_eq!(reply.wrong_fields(), [wrong], "{query}");
    };
    refused("serial=A001", 409, "/serial coding.unit_voided");
    refused("serial=A001&batch_no=B1", 409, "/serial coding.unit_voided");
    refused("serial=C1&batch_no=NOSUCH", 422, "/batch_no print.not_of_batch");
    refused("serial=C1&batch_no=B2", 422, "/batch_no print.not_of_batch");
    refused("serial=N1&batch_no=B2", 422, "/batch_no print.not_of_batch");
    for query in ["serial=C1&batch_no=B3", "serial=C1", "serial=N1", "batch_no=B2"] {
        assert_eq!(w.acme.get(&format!("{picture}&{query}")).status, 200, "{query}");
    }
}

#[test]
fn the_count_reads_well_in_english() {
    let w = world();
    let scan = || {
        w.app
            .anyone()
            .with("accept-language", "en")
            .get(&format!("{GTIN}/21/N1"))
            .text()
    };
    scan();
    assert!(scan().contains("Scanned 2 times so far"));
}
