//! The document is the contract: it is committed, it is complete, and what it says is enforced.

use serde_json::{Value, json};
use std::{collections::BTreeSet, fs};
use tests::{contract, contract::Operation};
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
        "enter",
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
        "repeat",
        "estimate",
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
        let responses = o.document["responses"].as_object().unwrap();
        assert!(
            responses.keys().all(|status| status.parse::<u16>().is_ok()),
            "{at} names every status, and no `default` that stands for all others"
        );
        let names = |status: u16| responses.contains_key(&status.to_string());
        assert!(names(500) && names(503), "{at} says how it fails");
        assert!(
            names(401) || o.rights.is_none(),
            "{at} and that nobody is signed in"
        );
        let takes = |name: &str| {
            o.parameters
                .iter()
                .any(|p| p["in"] == "header" && p["name"] == name)
        };
        assert_eq!(
            (names(412), names(428)),
            (takes("If-Match"), takes("If-Match")),
            "{at} and old versions"
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
            | "repeat_job"
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
            | "approve_change_request"
            | "approve_identity_request"
            | "approve_product"
            | "pause_product"
            | "resume_product"
            | "withdraw_change_request"
            | "withdraw_product"
            | "withdraw_code_claim"
            | "withdraw_identity_request"
            | "create_internal_code"
            | "create_product_successor"
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
    let known: BTreeSet<&str> = web::check::FORMATS.iter().map(|format| format.name).collect();
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

/// The schemas of files: what answers and forms have that is no text.
fn files(of: &Value, found: &mut Vec<Value>) {
    match of {
        Value::Object(schema) => {
            if schema.get("contentMediaType").is_some() {
                found.push(of.clone());
            }
            schema.values().for_each(|v| files(v, found));
        }
        Value::Array(list) => list.iter().for_each(|v| files(v, found)),
        _ => {}
    }
}

// K14: programs that make clients read `format: binary`, those that read 3.1 by the letter `contentMediaType`.
#[test]
fn every_file_is_described_so_that_any_client_takes_its_bytes() {
    let mut found = vec![];
    files(server::document(), &mut found);
    for file in &found {
        assert_eq!(
            (&file["type"], &file["format"]),
            (&json!("string"), &json!("binary")),
            "{file}"
        );
    }
    let of = |path: &str, media_type: &str| {
        server::document()["paths"][path]["get"]["responses"]["200"]["content"][media_type]["schema"]["contentMediaType"]
            .clone()
    };
    for (path, media_type) in [
        ("/api/v1/products/{id}/code", "image/png"),
        ("/api/v1/products/{id}/label", "image/png"),
        ("/api/v1/unit-exports/stream", "application/zip"),
    ] {
        assert_eq!(of(path, media_type), media_type, "{path}");
    }
    let schemas = &server::document()["components"]["schemas"];
    for form in [
        &schemas["FileForm"]["properties"]["file"],
        &schemas["SubmitFeedback"]["properties"]["pictures"]["items"],
    ] {
        assert_eq!(form["format"], "binary", "{form}");
    }
    // Numbers in a list are no file.
    assert!(
        !server::document()
            .to_string()
            .contains("\"items\":{\"format\":\"int32\",\"minimum\":0")
    );
}

// K14: what a client can know before it asks.
#[test]
fn identifiers_and_days_carry_their_patterns() {
    let schemas = server::document()["components"]["schemas"].as_object().unwrap();
    let mut seen = BTreeSet::new();
    for s in schemas
        .values()
        .flat_map(|s| contract::properties(s).into_iter().map(|(_, s)| s))
    {
        if let (Some(format), Some(pattern)) = (s["format"].as_str(), s["pattern"].as_str()) {
            assert!(
                pattern.starts_with('^') && pattern.ends_with('$'),
                "{format}: {pattern}"
            );
            seen.insert(format.to_owned());
        }
    }
    for format in [
        "batch-no",
        "serial-no",
        "gtin",
        "uuid",
        "date",
        "company-prefix",
        "uscc",
        "region",
    ] {
        assert!(seen.contains(format), "{format} has no pattern anywhere");
    }
    for o in contract::operations() {
        for p in o.parameters.iter().filter(|p| p["schema"]["format"] == "uuid") {
            assert!(p["schema"]["pattern"].is_string(), "{}: {}", o.id, p["name"]);
        }
    }
}
