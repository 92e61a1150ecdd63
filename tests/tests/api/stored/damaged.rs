//! Rows that were damaged, each in every way there is: nothing stored makes a scan answer 500.

use super::{World, put, texts, world};
use serde_json::{Value, json};

/// The ways in which each field of a record can be wrong, and the record as a whole.
fn damages(text: &str) -> Vec<(String, String)> {
    let whole: Value = serde_json::from_str(text).unwrap();
    let mut found = vec![
        ("broken JSON".to_owned(), format!("{text}}}")),
        ("empty".to_owned(), String::new()),
        ("no record".to_owned(), "[1, 2]".to_owned()),
    ];
    let Value::Object(fields) = &whole else {
        return found;
    };
    for name in fields.keys() {
        let mut change = |what: &str, with: Option<Value>| {
            let mut damaged = fields.clone();
            match with {
                Some(value) => damaged.insert(name.clone(), value),
                None => damaged.remove(name),
            };
            found.push((format!("{name} {what}"), Value::Object(damaged).to_string()));
        };
        change("missing", None);
        change("a number", Some(json!(7.5)));
        change("a list", Some(json!([null, {"x": 1}, "y", 3])));
    }
    let mut newer = fields.clone();
    newer.insert("shape".to_owned(), json!(99));
    newer.insert("of_tomorrow".to_owned(), json!({"deep": [1]}));
    found.push(("newer".to_owned(), Value::Object(newer).to_string()));
    found
}

/// Damages a column in every way, and reads what shows it each time; everything when the whole record is damaged.
fn damage(world: &World, column: &str, shown: &[&str]) {
    let sound = texts(&world.app, column);
    let sample = sound.iter().max_by_key(|text| text.len()).unwrap();
    for (what, damaged) in damages(sample) {
        put(&world.app, column, &damaged);
        let after = format!("{column}: {what}");
        if damaged.contains("\"shape\":1") {
            world.again();
            world.scan_stands(&after, "/10/B1/21/A002");
            let day = world.app.clock.now().beijing_date();
            for path in shown {
                let path = path
                    .replace("{product}", &world.product)
                    .replace("{batch}", &world.batch);
                let path = path.replace("{template}", &world.template);
                world.answers(&after, &path.replace("{day}", &day.to_string()));
            }
        } else {
            world.stands(&after);
        }
    }
}

#[test]
fn a_damaged_product_record_leaves_the_page_standing() {
    damage(
        &world(),
        "product_revisions.record",
        &[
            "/products/{product}",
            "/products/{product}/revisions/1",
            "/products/{product}/as-of?on={day}",
        ],
    );
}

#[test]
fn damaged_event_details_leave_histories_and_days_standing() {
    damage(
        &world(),
        "code_events.detail",
        &[
            "/products/{product}/events",
            "/batches/{batch}/events",
            "/products/{product}/unit/events?serial=A001",
            "/products/{product}/as-of?on={day}&batch_no=B1",
            "/products/{product}/as-of?on={day}&serial=A002",
        ],
    );
}

#[test]
fn damaged_templates_forms_and_outcomes_leave_lists_standing() {
    let world = world();
    damage(
        &world,
        "product_templates.record",
        &["/product-templates", "/product-templates/{template}"],
    );
    damage(&world, "product_autosaves.content", &["/product-autosaves/new"]);
    damage(&world, "jobs.outcome", &["/jobs"]);
}

/// What a list column may hold instead of a list, or in it.
const NO_LISTS: &[&str] = &["", "{}", "null", "[1", r#"[1, {"x": 2}, "of_tomorrow"]"#];

#[test]
fn damaged_lists_leave_everything_standing() {
    let world = world();
    for column in [
        "product_revisions.changed_fields",
        "batches.report_file_ids",
        "enterprises.company_prefixes",
    ] {
        for text in NO_LISTS {
            put(&world.app, column, text);
            world.stands(&format!("{column}: {text}"));
        }
    }
}

#[test]
fn an_enterprise_whose_types_cannot_be_read_may_do_less_and_is_scanned_as_before() {
    for text in NO_LISTS {
        let world = world();
        put(&world.app, "enterprises.enterprise_types", text);
        world.scans_stand(text);
        // Rights follow from the types, at the latest when the session is looked up again.
        for path in ["/enterprise", "/products"] {
            let status = world.acme.get(&format!("/api/v1{path}")).status;
            assert!(matches!(status, 200 | 403), "{text}: {path}: {status}");
        }
    }
}

#[test]
fn what_cannot_be_read_is_told_on_the_page_and_in_the_data() {
    let world = world();
    let mut record: Value =
        serde_json::from_str(texts(&world.app, "product_revisions.record").last().unwrap()).unwrap();
    record["warranty_period"] = json!(24);
    put(&world.app, "product_revisions.record", &record.to_string());
    let again = world.again();
    let told = again.scan("/01/06901234567892").expect(200);
    assert_eq!(
        (
            &told["verdict"],
            &told["product"]["unreadable"],
            &told["product"]["name"]
        ),
        (&json!("valid"), &json!(["warranty_period"]), &json!("细工木板"))
    );
    let page = again
        .anyone()
        .with("accept", "text/html")
        .get("/01/06901234567892")
        .text();
    assert!(page.contains("质保期限") && page.contains("此项内容暂时无法读取"));
    let english = again
        .anyone()
        .with("accept", "text/html")
        .with("accept-language", "en");
    assert!(
        english
            .get("/01/06901234567892")
            .text()
            .contains("cannot be read at the moment")
    );
    // Entered again and saved, it is whole.
    let path = format!("/api/v1/products/{}", world.product);
    let view = world.acme.get(&path).expect(200);
    assert_eq!(view["unreadable"], json!(["warranty_period"]));
    let mut record = view["record"].clone();
    record["warranty_period"] = json!("24 个月");
    let saved = world
        .acme
        .with("if-match", &format!("\"{}\"", view["version"]))
        .put(&path, &record);
    assert_eq!(saved.expect(200)["unreadable"], json!([]));
    assert_eq!(
        again.scan("/01/06901234567892").expect(200)["product"]["unreadable"],
        json!([])
    );
}

#[test]
fn a_record_lost_altogether_is_told_with_what_its_row_knows() {
    let world = world();
    put(&world.app, "product_revisions.record", "{");
    let told = world.again().scan("/01/06901234567892").expect(200);
    assert_eq!(
        (
            &told["verdict"],
            &told["product"]["unreadable"],
            &told["product"]["name"],
            &told["product"]["model"]
        ),
        (
            &json!("valid"),
            &json!(["record"]),
            &json!("细工木板"),
            &json!("18 mm")
        )
    );
    assert_eq!(told["trace_code"], "6901234567892");
}
