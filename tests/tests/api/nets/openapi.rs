//! The document is the contract: it is committed, it is complete, and what it says is enforced.

use serde_json::{Value, json};
use std::{collections::BTreeSet, fs};
use tests::{Actor, TestApp, contract, contract::Operation};
use ureq::http::Method;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

#[test]
fn the_committed_document_is_the_one_the_handlers_make() {
    let committed = fs::read_to_string(format!("{ROOT}/openapi/openapi.json")).unwrap();
    let made = format!("{:#}\n", server::document());
    assert!(
        committed == made,
        "openapi/openapi.json is stale; run scripts/openapi"
    );
}

#[test]
fn the_committed_error_catalogue_is_the_one_the_domains_declare() {
    let committed = fs::read_to_string(format!("{ROOT}/openapi/errors.md")).unwrap();
    assert!(
        committed == server::error_catalogue(),
        "openapi/errors.md is stale; run scripts/openapi"
    );
}

#[test]
fn every_operation_says_what_it_must() {
    let operations = contract::operations();
    let ids: BTreeSet<_> = operations.iter().map(|o| &o.id).collect();
    assert_eq!(ids.len(), operations.len(), "operation ids are unique");
    let verbs = [
        "list",
        "find",
        "create",
        "update",
        "delete",
        "void",
        "issue",
        "associate",
        "pack",
        "unpack",
        "recall",
        "end",
        "copy",
        "submit",
        "withdraw",
        "approve",
        "reject",
        "activate",
        "pause",
        "resume",
        "upload",
        "send",
        "cancel",
        "confirm",
        "recheck",
        "refresh",
        "change",
        "reset",
        "disable",
        "enable",
        "stream",
        "read",
        "retry",
        "answer",
        "reply",
        "preview",
        "openapi",
    ];
    for o in &operations {
        let at = format!("{} {}", o.method, o.path);
        assert!(
            verbs.contains(&o.id.split('_').next().unwrap()),
            "{at}: {} begins with no verb of ours",
            o.id
        );
        let text = |key: &str| o.document[key].as_str().unwrap_or_default().to_owned();
        assert!(
            !text("summary").is_empty() && !text("description").is_empty(),
            "{at} has a summary and a description"
        );
        assert_eq!(
            o.document["tags"].as_array().map(Vec::len),
            Some(1),
            "{at} has one tag"
        );
        assert!(o.document.get("security").is_some(), "{at} says who may call it");
        assert!(
            o.document["responses"].get("default").is_some(),
            "{at} says how it fails"
        );
        let takes_body = o.method == Method::PUT || (o.method == Method::POST && takes_body(o));
        assert_eq!(
            takes_body,
            o.body.is_some() || o.is_multipart,
            "{at} and its body"
        );
        for p in &o.parameters {
            assert!(
                p["description"].is_string(),
                "{at}: parameter {} has no description",
                p["name"]
            );
            assert!(
                p["schema"].get("enum").is_none() && p["schema"]["items"].get("enum").is_none(),
                "{at}: parameter {} must refer to its closed set; is there another set of this name?",
                p["name"]
            );
        }
    }
}

/// Actions that need to know no more than their address.
fn takes_body(o: &Operation) -> bool {
    !matches!(
        o.id.as_str(),
        "cancel_job"
            | "pause_job"
            | "resume_job"
            | "confirm_enterprise_contact"
            | "enable_enterprise"
            | "refresh_session"
            | "void_brand"
            | "read_notice"
            | "read_all_notices"
            | "read_platform_notice"
            | "read_all_platform_notices"
            | "retry_delivery"
            | "activate_product"
            | "approve_product"
            | "pause_product"
            | "resume_product"
            | "withdraw_product"
    )
}

#[test]
fn filters_by_state_refer_to_the_states_of_what_they_list() {
    for (path, set) in [
        ("/api/v1/brands", "BrandState"),
        ("/api/v1/batches", "CodeState"),
        ("/api/v1/units", "CodeState"),
    ] {
        let operations = contract::operations();
        let list = operations
            .iter()
            .find(|o| o.method == Method::GET && o.path == path)
            .unwrap();
        let state = list.parameters.iter().find(|p| p["name"] == "state").unwrap();
        assert_eq!(
            state["schema"],
            json!({ "$ref": format!("#/components/schemas/{set}"), "title": "状态" }),
            "{path}"
        );
    }
}

#[test]
fn every_field_carries_its_chinese_title() {
    let is_chinese = |s: &str| s.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) || s == "GTIN-14";
    let schemas = server::document()["components"]["schemas"].as_object().unwrap();
    for (name, schema) in schemas {
        for (field, s) in contract::properties(schema) {
            let title = s["title"].as_str().unwrap_or_default();
            assert!(is_chinese(title), "{name}.{field} has the title {title:?}");
        }
    }
    for o in contract::operations() {
        for p in o.parameters.iter().filter(|p| p["in"] == "query") {
            let title = p["schema"]["title"].as_str().unwrap_or_default();
            assert!(
                is_chinese(title),
                "{} {}: parameter {} has the title {title:?}",
                o.method,
                o.path,
                p["name"]
            );
        }
    }
}

#[test]
fn every_field_of_a_request_has_an_example() {
    let speaks_for_itself = |s: &Value| {
        let kind = contract::kind(s);
        !matches!(kind.as_str(), "string" | "integer")
            || s.get("enum").is_some()
            || matches!(s["format"].as_str(), Some("uuid" | "password"))
    };
    for o in contract::operations() {
        let body = o.body.iter().flat_map(contract::properties);
        let query = o.parameters.iter().filter(|p| p["in"] == "query");
        let query = query.map(|p| (p["name"].as_str().unwrap().to_owned(), p["schema"].clone()));
        for (name, schema) in body.chain(query) {
            let resolved = contract::resolve(&schema);
            let given = [&schema, &resolved].iter().any(|s| s.get("example").is_some());
            let beside = o
                .parameters
                .iter()
                .any(|p| p["name"] == *name && p.get("example").is_some());
            assert!(
                given || beside || speaks_for_itself(&resolved),
                "{} {name} has no example",
                o.id
            );
        }
    }
}

#[test]
fn every_format_in_the_document_is_one_that_is_checked() {
    let known: BTreeSet<&str> = web::check::FORMATS.iter().map(|(name, _)| *name).collect();
    let mut used = BTreeSet::new();
    for o in contract::operations() {
        let body = o
            .body
            .iter()
            .flat_map(|b| contract::properties(b).into_iter().map(|(_, s)| s));
        let query = o.parameters.iter().map(|p| p["schema"].clone());
        for s in body.chain(query) {
            let s = contract::resolve(&s);
            let own = s["format"].as_str().map(str::to_owned);
            let items = s
                .get("items")
                .map(contract::resolve)
                .and_then(|i| i["format"].as_str().map(str::to_owned));
            used.extend(own.into_iter().chain(items));
        }
    }
    let unknown: Vec<_> = used.iter().filter(|f| !known.contains(f.as_str())).collect();
    assert!(unknown.is_empty(), "formats that nothing checks: {unknown:?}");
}

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
