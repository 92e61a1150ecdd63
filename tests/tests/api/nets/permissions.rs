//! Who may call what: the document's claims, tried.

use enterprise::{Rights, Role};
use serde_json::json;
use std::collections::BTreeSet;
use tests::{Actor, TestApp, contract, contract::Operation};

/// Operations anyone may call. The list may only shrink.
const OPEN: &[&str] = &[
    "answer_scan",
    "create_feedback",
    "create_registration",
    "create_session",
    "find_code",
    "find_feedback_form",
    "find_feedback_receipt",
    "find_product_reference",
    "find_registration_rules",
    "list_development_mails",
    "list_gpc_entries",
    "list_label_designs",
    "list_product_types",
    "list_regions",
    "list_sms_messages",
    "list_upload_slots",
    "openapi_json",
    "refresh_session",
    "reset_password",
    "send_sms_code",
    "upload_registration_licence",
];

/// Rights that operations ask for. A new one is a decision: who has it is in `server`.
const RIGHTS: &[&str] = &[
    "brand.read",
    "brand.write",
    "code.read",
    "code.write",
    "enterprise.read",
    "enterprise.write",
    "feedback.read",
    "feedback.write",
    "file.upload",
    "job.manage",
    "notice.configure",
    "notice.read",
    "platform.delivery.read",
    "platform.delivery.retry",
    "platform.enterprise.control",
    "platform.enterprise.read",
    "platform.enterprise.review",
    "platform.filing.read",
    "platform.notice.read",
    "platform.product.review",
    "product.read",
    "product.write",
    "qualification.read",
    "qualification.write",
    "scan.read",
];

fn call(o: &Operation, actor: &Actor) -> u16 {
    let path = o
        .path
        .replace("{id}", kernel::Id::<()>::new().as_str())
        .replace("{code}", "06901234567892");
    let media_type = o.body.as_ref().map(|_| "application/json");
    actor
        .send(&o.method, &path, media_type, json!({}).to_string().as_bytes())
        .status
}

#[test]
fn whoever_is_not_signed_in_gets_401_before_anything_is_judged() {
    let app = TestApp::new();
    let (mut open, anyone) = (vec![], app.anyone());
    for o in contract::operations() {
        if o.rights.is_none() {
            open.push(o.id);
            continue;
        }
        assert_eq!(call(&o, &anyone), 401, "{}", o.id);
        assert_eq!(
            call(&o, &anyone.with_token("nonsense")),
            401,
            "{} with a bad token",
            o.id
        );
    }
    open.sort();
    assert_eq!(open, OPEN);
}

/// A server where administrators and operators have these rights and no others.
fn app_with(rights: &BTreeSet<String>) -> (TestApp, Actor, Actor) {
    let names: &'static [&'static str] = rights
        .iter()
        .map(|r| &*r.clone().leak())
        .collect::<Vec<&'static str>>()
        .leak();
    let rights = Rights::default()
        .grant(Role::EnterpriseAdmin, names)
        .grant(Role::Operator, names);
    let app = TestApp::with_rights(rights);
    let acme = app.enterprise("91330109589891087U", "杭州超尔切削工具有限公司", &[]);
    let operator = app.operator();
    (app, acme, operator)
}

#[test]
fn every_right_opens_its_operations_and_no_others() {
    let guarded: Vec<_> = contract::operations()
        .into_iter()
        .filter(|o| o.rights.as_ref().is_some_and(|r| !r.is_empty()))
        .collect();
    let all: BTreeSet<String> = guarded.iter().flat_map(|o| o.rights.clone().unwrap()).collect();
    assert_eq!(all.iter().collect::<Vec<_>>(), RIGHTS);
    for right in &all {
        let (_with, own, platform) = app_with(&BTreeSet::from([right.clone()]));
        let (_without, other_own, other_platform) =
            app_with(&all.iter().filter(|r| *r != right).cloned().collect());
        for o in guarded
            .iter()
            .filter(|o| o.rights.as_ref().unwrap().contains(right))
        {
            assert_eq!(o.rights.as_ref().unwrap().len(), 1, "{} asks for one right", o.id);
            let (holder, lacking, wrong_side) = match right.starts_with("platform.") {
                true => (&platform, &other_platform, &own),
                false => (&own, &other_own, &platform),
            };
            assert!(!matches!(call(o, holder), 401 | 403), "{} with {right}", o.id);
            assert_eq!(call(o, lacking), 403, "{} without {right}", o.id);
            assert_eq!(call(o, wrong_side), 403, "{} from the other side", o.id);
        }
    }
}

#[test]
fn rights_follow_the_types_of_the_enterprise() {
    let app = TestApp::new();
    let seller = app.enterprise(
        "91330482746305409W",
        "平湖市三鑫金属制品厂",
        &[enterprise::EnterpriseType::Sales],
    );
    assert_eq!(
        seller.get("/api/v1/products").expect_problem(403),
        "auth.forbidden"
    );
    seller.get("/api/v1/enterprise").expect(200);
    let maker = app.enterprise(
        "91330109589891087U",
        "杭州超尔切削工具有限公司",
        &[enterprise::EnterpriseType::Production],
    );
    maker.get("/api/v1/products").expect(200);
}
