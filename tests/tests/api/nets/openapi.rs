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
