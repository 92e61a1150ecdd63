//! Every limit the document states is enforced, at the field or parameter that breaks it.

use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::{Actor, TestApp, contract, contract::Operation};

/// Someone who may call an operation, so that its body is judged.
fn caller(app: &TestApp, o: &Operation, acme: &Actor, operator: &Actor) -> Actor {
    match &o.rights {
        None => app.anyone(),
        Some(rights) if rights.iter().any(|r| r.starts_with("platform.")) => operator.clone(),
        Some(_) => acme.clone(),
    }
}

fn path_with_ids(o: &Operation) -> String {
    o.path.replace("{id}", kernel::Id::<()>::new().as_str())
}

#[test]
fn every_limit_the_document_states_for_a_body_is_enforced_at_its_field() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let operator = app.operator();
    let mut tried = BTreeSet::new();
    for o in contract::operations().iter().filter(|o| o.body.is_some()) {
        let schema = o.body.as_ref().unwrap();
        let caller = caller(&app, o, &acme, &operator).with("if-match", "\"1\"");
        let good = contract::sample(schema);
        let required: Vec<&str> = schema["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        for (field, limit) in contract::properties(schema) {
            for (code, value) in contract::just_beyond(&limit, required.contains(&field.as_str())) {
                let mut body = good.clone();
                match value {
                    Some(value) => body[&field] = value,
                    None => drop(body.as_object_mut().unwrap().remove(&field)),
                }
                let reply = caller.send(
                    &o.method,
                    &path_with_ids(o),
                    Some("application/json"),
                    body.to_string().as_bytes(),
                );
                let wrong = if reply.status == 422 {
                    reply.wrong_fields()
                } else {
                    vec![]
                };
                let named = format!("/{field} ");
                let found = wrong.iter().any(|w| {
                    w.strip_prefix(&named)
                        .is_some_and(|c| c == code || code_of_format(c, code) || other_limit(&limit, c))
                });
                assert!(
                    found,
                    "{} {field} {code}: {} {}",
                    o.id,
                    reply.status,
                    reply.text()
                );
                tried.insert(format!("{} {field}", o.id));
            }
        }
        // What is still being written states no fields, and no limits.
        if contract::resolve(schema).get("properties").is_none() {
            continue;
        }
        let mut extra = good.clone();
        extra["enterprise_id"] = json!("00000000-0000-7000-8000-000000000000");
        let reply = caller.send(
            &o.method,
            &path_with_ids(o),
            Some("application/json"),
            extra.to_string().as_bytes(),
        );
        assert!(
            reply.status == 422
                && reply
                    .wrong_fields()
                    .iter()
                    .any(|w| w == "/enterprise_id unknown_field"),
            "{}",
            o.id
        );
    }
    assert_eq!(tried, fields_of_bodies());
}

/// Every field of every JSON body in the document, read without the help of what tries them.
fn fields_of_bodies() -> BTreeSet<String> {
    let paths = server::document()["paths"].as_object().unwrap();
    let operations = paths
        .values()
        .flat_map(|methods| methods.as_object().unwrap().values());
    let mut fields = BTreeSet::new();
    for operation in operations {
        let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
        let Some(reference) = schema["$ref"].as_str() else {
            continue;
        };
        let record = server::document()
            .pointer(reference.trim_start_matches('#'))
            .unwrap();
        let id = operation["operationId"].as_str().unwrap();
        let names = record["properties"]
            .as_object()
            .into_iter()
            .flat_map(|p| p.keys());
        fields.extend(names.map(|name| format!("{id} {name}")));
    }
    fields
}

/// The errors of a format begin with its name.
fn code_of_format(found: &str, format: &str) -> bool {
    found == format || found.starts_with(&format!("{}.", format.replace('-', "_")))
}

/// A value beyond one limit may be stopped by a stricter one of the same field.
fn other_limit(limit: &Value, found: &str) -> bool {
    let limit = contract::resolve(limit);
    let stated = |key: &str| limit.get(key).is_some();
    match found {
        "pattern" => stated("pattern"),
        "too_long" => stated("maxLength"),
        "too_short" => stated("minLength"),
        found => limit["format"].as_str().is_some_and(|f| code_of_format(found, f)),
    }
}

#[test]
fn every_limit_the_document_states_for_a_query_is_enforced_at_its_parameter() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let operator = app.operator();
    let (mut tried, mut stated) = (BTreeSet::new(), BTreeSet::new());
    for o in contract::operations() {
        let query: Vec<_> = o.parameters.iter().filter(|p| p["in"] == "query").collect();
        if query.is_empty() {
            continue;
        }
        let caller = caller(&app, &o, &acme, &operator);
        let encode = |v: &Value| match v {
            Value::String(s) => s.bytes().map(|b| format!("%{b:02X}")).collect(),
            v => v.to_string(),
        };
        let with = |changed: &str, value: Option<&Value>| {
            let mut pairs = vec![];
            for p in &query {
                let name = p["name"].as_str().unwrap();
                let own = if name == changed {
                    value.cloned()
                } else {
                    (p["required"] == true).then(|| contract::sample_parameter(p))
                };
                pairs.extend(own.map(|v| format!("{name}={}", encode(&v))));
            }
            format!("{}?{}", path_with_ids(&o), pairs.join("&"))
        };
        for p in &query {
            let name = p["name"].as_str().unwrap();
            stated.insert(format!("{} {name}", o.id));
            for (code, value) in contract::just_beyond(&p["schema"], p["required"] == true) {
                // In a query everything is text, and blank is not given.
                if matches!(code, "type") && contract::kind(&contract::resolve(&p["schema"])) == "string"
                    || value == Some(json!("  "))
                {
                    continue;
                }
                let reply = caller.send(&o.method, &with(name, value.as_ref()), None, &[]);
                let wrong = if reply.status == 422 {
                    reply.wrong_fields()
                } else {
                    vec![]
                };
                let found = wrong.iter().any(|w| {
                    let own = w.strip_prefix(&format!("/{name} "));
                    own.is_some_and(|c| c == code || code_of_format(c, code) || other_limit(&p["schema"], c))
                });
                assert!(found, "{} {name} {code}: {} {}", o.id, reply.status, reply.text());
                tried.insert(format!("{} {name}", o.id));
            }
        }
        let unknown = caller.send(&o.method, &format!("{}&nonsense=1", with("", None)), None, &[]);
        assert!(
            unknown.status == 422
                && unknown
                    .wrong_fields()
                    .contains(&"/nonsense unknown_field".to_owned()),
            "{}",
            o.id
        );
        let name = query[0]["name"].as_str().unwrap();
        let one = encode(&contract::sample_parameter(query[0]));
        let twice = caller.send(
            &o.method,
            &format!("{}?{name}={one}&{name}={one}", path_with_ids(&o)),
            None,
            &[],
        );
        assert!(
            twice.status == 422 && twice.wrong_fields().contains(&format!("/{name} repeated")),
            "{} {}",
            o.id,
            twice.text()
        );
    }
    assert_eq!(tried, stated);
}

/// Whether a field or parameter says which things are meant, so that a blank one must not come to mean all of them.
fn selects(schema: &Value) -> bool {
    let schema = contract::resolve(schema);
    let words = [
        "email",
        "https-url",
        "mobile",
        "multiline",
        "password",
        "phone",
        "scanned-item",
        "scanned-unit",
    ];
    schema.get("enum").is_some()
        || schema.get("pattern").is_some()
        || schema["format"]
            .as_str()
            .is_some_and(|f| contract::kind(&schema) == "string" && !words.contains(&f))
}

#[test]
fn a_blank_id_number_code_or_day_is_refused_in_every_body_and_query() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let operator = app.operator();
    let mut tried = BTreeSet::new();
    for o in contract::operations() {
        let caller = caller(&app, &o, &acme, &operator).with("if-match", "\"1\"");
        let refused = |reply: tests::Reply, name: &str, blank: &str| {
            let wrong = if reply.status == 422 {
                reply.wrong_fields()
            } else {
                vec![]
            };
            let pointer = format!("/{name} ");
            let told = wrong.iter().any(|w| w.starts_with(&pointer));
            assert!(
                told,
                "{} {name} {blank:?}: {} {}",
                o.id,
                reply.status,
                reply.text()
            );
        };
        for blank in ["", " ", "\t"] {
            if let Some(schema) = &o.body {
                for (field, limit) in contract::properties(schema) {
                    if !selects(&limit) {
                        continue;
                    }
                    let mut body = contract::sample(schema);
                    body[&field] = json!(blank);
                    let body = body.to_string();
                    let reply = caller.send(
                        &o.method,
                        &path_with_ids(&o),
                        Some("application/json"),
                        body.as_bytes(),
                    );
                    refused(reply, &field, blank);
                    tried.insert(field);
                }
            }
            for p in o
                .parameters
                .iter()
                .filter(|p| p["in"] == "query" && selects(&p["schema"]))
            {
                let name = p["name"].as_str().unwrap();
                let blank: String = blank.bytes().map(|b| format!("%{b:02X}")).collect();
                let reply = caller.send(
                    &o.method,
                    &format!("{}?{name}={blank}", path_with_ids(&o)),
                    None,
                    &[],
                );
                refused(reply, name, &blank);
                tried.insert(name.to_owned());
            }
        }
    }
    for selector in [
        "product_id",
        "batch_id",
        "batch_no",
        "first_serial",
        "last_serial",
        "state",
        "correction",
    ] {
        assert!(tried.contains(selector), "{selector} was not among {tried:?}");
    }
}
