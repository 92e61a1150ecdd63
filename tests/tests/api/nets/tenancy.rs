//! What belongs to one enterprise does not exist for another: foreign ids answer exactly like missing ones.

use super::belongings::{Owned, owned};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::{Actor, Reply, TestApp, contract, contract::Operation};

/// Whose id an operation's path wants. A new family of addresses must be named here.
fn id_for<'o>(o: &Operation, of: &'o Owned) -> Option<&'o str> {
    let family = o.path.trim_start_matches("/api/v1/").split('/').next().unwrap();
    match family {
        "products" => Some(&of.product),
        "feedback" => Some(&of.feedback),
        "batches" => Some(&of.batch),
        "files" => Some(&of.file),
        "filings" => Some(&of.filing),
        "filing-batches" => Some(&of.filing_batch),
        "jobs" => Some(&of.job),
        "brands" => Some(&of.brand),
        "qualifications" => Some(&of.qualification),
        "notices" => Some(&of.notice),
        "product-templates" => Some(&of.template),
        "recalls" => Some(&of.recall),
        "code-claims" => Some(&of.claim),
        "change-requests" => Some(&of.change_request),
        "identity-requests" => Some(&of.identity_request),
        "platform" | "01" => None,
        other => panic!("{}: whose id does /{other}/{{id}} want?", o.id),
    }
}

/// Operations on an id that is no enterprise's. The list may only shrink.
const OF_NO_ENTERPRISE: &[&str] = &[
    "approve_change_request",
    "approve_code_claim",
    "approve_identity_request",
    "approve_product",
    "disable_enterprise",
    "enable_enterprise",
    "find_change_request_to_review",
    "find_code_claim_to_decide",
    "find_identity_request_to_review",
    "find_platform_enterprise",
    "find_product_to_review",
    "read_platform_notice",
    "reject_change_request",
    "reject_code_claim",
    "reject_identity_request",
    "reject_product",
    "retry_delivery",
    "update_review_mode",
    "void_product_by_operator",
];

/// Fields of requests that name something of an enterprise. Whose id a new one wants is for `reference_for` to say.
const REFERENCES: &[&str] = &[
    "associate_units product_id",
    "create_batch product_id",
    "create_brand logo_file_id",
    "create_brand video_file_id",
    "create_code_claim proof_file_ids",
    "create_filing product_id",
    "create_filing_batch product_id",
    "create_label_export batch_id",
    "create_label_export logo_file_id",
    "create_label_export product_id",
    "create_product brand_id",
    "create_product picture_file_ids",
    "create_product report_file_ids",
    "create_qualification picture_file_ids",
    "create_unit_export batch_id",
    "create_unit_export logo_file_id",
    "create_unit_export product_id",
    "enter_units_ex_factory product_id",
    "estimate_label_export batch_id",
    "estimate_label_export logo_file_id",
    "estimate_label_export product_id",
    "estimate_unit_export batch_id",
    "estimate_unit_export logo_file_id",
    "estimate_unit_export product_id",
    "issue_units product_id",
    "pack_units product_id",
    "recall_codes product_id",
    "unpack_units product_id",
    "update_batch report_file_ids",
    "update_brand logo_file_id",
    "update_brand video_file_id",
    "update_product brand_id",
    "update_product picture_file_ids",
    "update_product report_file_ids",
    "update_qualification picture_file_ids",
    "void_units product_id",
];

/// Whether an operation acts for one enterprise.
fn is_tenants(o: &Operation) -> bool {
    let rights = o.rights.as_ref();
    rights.is_some_and(|r| !r.iter().any(|r| r.starts_with("platform.")))
}

/// The operations that act for one enterprise and fit.
fn tenant_operations(fits: impl Fn(&Operation) -> bool) -> BTreeSet<String> {
    let all = contract::operations().into_iter();
    all.filter(|o| is_tenants(o) && fits(o)).map(|o| o.id).collect()
}

fn send(o: &Operation, actor: &Actor, id: &str, body: Option<&Value>) -> Reply {
    let query: Vec<String> = o
        .parameters
        .iter()
        .filter(|p| p["in"] == "query" && p["required"] == true)
        .map(|p| {
            format!(
                "{}={}",
                p["name"].as_str().unwrap(),
                contract::sample_parameter(p).as_str().unwrap()
            )
        })
        .collect();
    let path = format!(
        "{}?{}",
        o.path.replace("{id}", id).replace("{revision}", "1"),
        query.join("&")
    );
    let body = body.map(Value::to_string);
    let media_type = body.as_ref().map(|_| "application/json");
    actor
        .with("if-match", "\"1\"")
        .send(&o.method, &path, media_type, body.unwrap_or_default().as_bytes())
}

/// The reply without what differs from request to request.
fn essence(reply: &Reply) -> (u16, Value) {
    let mut body = reply.json();
    body.as_object_mut().unwrap().remove("request_id");
    (reply.status, body)
}

#[test]
fn foreign_ids_in_an_address_answer_like_missing_ones() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let (of_acme, of_rival) = (
        owned(&app, &acme, "6901234567892"),
        owned(&app, &rival, "6902083881405"),
    );
    let (mut tried, mut others) = (BTreeSet::new(), BTreeSet::new());
    for o in contract::operations().iter().filter(|o| o.path.contains("{id}")) {
        let (Some(foreign), Some(own)) = (id_for(o, &of_acme), id_for(o, &of_rival)) else {
            others.insert(o.id.clone());
            continue;
        };
        let body = o.body.as_ref().map(|schema| {
            let mut body = contract::sample(schema);
            own_references(o, &mut body, schema, &of_rival);
            body
        });
        let missing = kernel::Id::<()>::new().to_string();
        let (foreign, missing) = (
            send(o, &rival, foreign, body.as_ref()),
            send(o, &rival, &missing, body.as_ref()),
        );
        assert_eq!(foreign.status, 404, "{}: {}", o.id, foreign.text());
        assert_eq!(essence(&foreign), essence(&missing), "{}", o.id);
        if o.method == "GET" && !o.path.contains("/unit") {
            assert_eq!(
                send(o, &rival, own, None).status,
                200,
                "{}: one's own is there",
                o.id
            );
        }
        tried.insert(o.id.clone());
    }
    assert_eq!(tried, tenant_operations(|o| o.path.contains("{id}")));
    assert_eq!(others.iter().collect::<Vec<_>>(), OF_NO_ENTERPRISE);
    for bad in ["not-an-id", "1", "%27%20OR%201=1", "..%2f..%2fetc"] {
        assert_eq!(rival.get(&format!("/api/v1/products/{bad}")).status, 404, "{bad}");
    }
}

/// The fields of a body that name something, by their names.
fn reference_for<'o>(o: &Operation, field: &str, of: &'o Owned) -> Option<&'o str> {
    match field {
        "picture_file_ids" if o.id.ends_with("_qualification") => Some(&of.certificate),
        "logo_file_id" if o.id.ends_with("_brand") => Some(&of.brand_logo),
        "video_file_id" => Some(&of.brand_video),
        "brand_id" => Some(&of.brand),
        "product_id" => Some(&of.product),
        "batch_id" => Some(&of.batch),
        "picture_file_ids" => Some(&of.file),
        "report_file_ids" => Some(&of.report),
        "proof_file_ids" => Some(&of.proof),
        "logo_file_id" => Some(&of.logo),
        // The slots are like any other; the licence of a registration has no owner yet.
        "manual_file_ids" | "certificate_file_ids" | "evidence_file_ids" | "licence_file_id" => None,
        other if other.ends_with("_id") || other.ends_with("_ids") => {
            panic!("whose id does the field {other} want?")
        }
        _ => None,
    }
}

fn own_references(o: &Operation, body: &mut Value, schema: &Value, of: &Owned) {
    for (field, s) in contract::properties(schema) {
        let is_list = contract::kind(&contract::resolve(&s)) == "array";
        match reference_for(o, &field, of) {
            Some(id) if is_list => body[&field] = json!([id]),
            Some(id) => body[&field] = json!(id),
            None if field.ends_with("_file_ids") => body[&field] = json!([]),
            None if field == "licence_file_id" => body[&field] = Value::Null,
            None => {}
        }
    }
    // What the sample cannot know: that these fit together.
    if let Some(body) = body.as_object_mut() {
        for field in ["company_prefix", "quality_indicators", "page"] {
            body.remove(field);
        }
        body.remove("company_prefixes")
            .map(|_| body.insert("company_prefixes".into(), json!([])));
        if body.contains_key("first_serial") && body.contains_key("last_serial") {
            body.insert("first_serial".into(), json!("A00000001"));
            body.insert("last_serial".into(), json!("A00000200"));
        }
        // A recall is of a batch or of units.
        if o.id == "recall_codes" {
            body.remove("batch_no");
        }
        if body.contains_key("correction") {
            body.insert("correction".into(), json!("H"));
        }
    }
}

#[test]
fn foreign_ids_in_a_body_answer_like_missing_ones() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let (of_acme, of_rival) = (
        owned(&app, &acme, "6901234567892"),
        owned(&app, &rival, "6902083881405"),
    );
    let mut tried = BTreeSet::new();
    for o in contract::operations()
        .iter()
        .filter(|o| is_tenants(o) && o.body.is_some())
    {
        let schema = o.body.as_ref().unwrap();
        let own_id = if o.path.contains("{id}") {
            id_for(o, &of_rival).unwrap()
        } else {
            ""
        };
        for (field, s) in contract::properties(schema) {
            let Some(foreign) = reference_for(o, &field, &of_acme) else {
                continue;
            };
            let is_list = contract::kind(&contract::resolve(&s)) == "array";
            let with = |id: &str| {
                let mut body = contract::sample(schema);
                own_references(o, &mut body, schema, &of_rival);
                body[&field] = if is_list { json!([id]) } else { json!(id) };
                if body.get("trace_code").is_some() {
                    body["trace_code"] = json!("6902083881405");
                    if o.method == "POST" {
                        body["trace_code"] = json!("6921734976505");
                    }
                }
                // Units of it were issued.
                if body.get("coding_level").is_some() {
                    body["coding_level"] = json!("unit");
                }
                send(o, &rival, own_id, Some(&body))
            };
            let (foreign, missing) = (with(foreign), with(kernel::Id::<()>::new().as_str()));
            let refused = matches!(foreign.status, 404) || foreign.json()["code"] == "print.nothing_selected";
            assert!(refused, "{} {field}: {} {}", o.id, foreign.status, foreign.text());
            assert_eq!(essence(&foreign), essence(&missing), "{} {field}", o.id);
            tried.insert(format!("{} {field}", o.id));
        }
    }
    assert_eq!(tried.iter().collect::<Vec<_>>(), REFERENCES);
    // Nothing of acme's was touched.
    assert_eq!(
        acme.get(&format!("/api/v1/products/{}/summary", of_acme.product))
            .expect(200)["units"],
        1000
    );
}

#[test]
fn lists_show_only_ones_own() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    owned(&app, &acme, "6901234567892");
    for o in contract::operations()
        .iter()
        .filter(|o| o.id.starts_with("list_") && o.rights.is_some())
    {
        if o.path.contains("/platform/") || o.path.contains('{') {
            continue;
        }
        // Those that are shipped are everybody's.
        let query = match o.id.as_str() {
            "list_product_templates" => "?origin=own",
            // Everybody has that of the registration.
            "list_identity_requests" => "?state=submitted",
            _ => "",
        };
        let found = rival.get(&format!("{}{query}", o.path)).expect(200);
        assert_eq!(found["total"], 0, "{}", o.id);
    }
    for path in [
        "/api/v1/products",
        "/api/v1/batches",
        "/api/v1/units",
        "/api/v1/jobs",
        "/api/v1/notices",
    ] {
        assert_ne!(acme.get(path).expect(200)["total"], 0, "{path}");
    }
}
