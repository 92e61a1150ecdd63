//! K3: a code outside one's own prefixes, or inside another's, draws a warning, and the owner is told.

use super::{add, at, told};
use serde_json::{Value, json};
use tests::{Actor, TestApp};

fn register(of: &Actor, prefixes: &[&str]) {
    let shown = of.get("/api/v1/enterprise");
    let seen = shown.json();
    let mut record = json!({"company_prefixes": prefixes});
    for field in [
        "name",
        "region_code",
        "enterprise_types",
        "registered_address",
        "contact_name",
        "contact_phone",
    ] {
        record[field] = seen[field].clone();
    }
    of.with("if-match", shown.header("etag"))
        .put("/api/v1/enterprise", &record)
        .expect(200);
}

fn codes(view: &Value) -> Vec<String> {
    let list = view["warnings"].as_array().unwrap().iter();
    list.filter(|w| w["pointer"] == "/trace_code")
        .map(|w| w["code"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_code_is_compared_with_the_prefixes_everybody_registered() {
    let (_app, acme, rival) = TestApp::with_two_enterprises();
    // Nobody registered anything: nothing to say.
    assert_eq!(codes(&add(&acme, "6901234567892").expect(201)), [] as [&str; 0]);
    register(&acme, &["6901234"]);
    assert_eq!(codes(&add(&acme, "6901234000016").expect(201)), [] as [&str; 0]);
    let outside = add(&acme, "6920000000012").expect(201);
    assert_eq!(codes(&outside), ["product.outside_prefixes"]);

    let theirs = add(&rival, "6901234000023").expect(201);
    assert_eq!(codes(&theirs), ["product.prefix_of_another"]);
    assert!(!theirs.to_string().contains("超尔"), "whose it is stays private");
    assert_eq!(told(&acme), ["company_prefix_used"]);
    let notice = &acme.get("/api/v1/notices").expect(200)["items"][0];
    assert!(
        notice["text"].as_str().unwrap().contains("6901234000023"),
        "{notice}"
    );
    // Saved again it warns again, and the owner is told once.
    let id = theirs["id"].as_str().unwrap();
    let saved = rival
        .with("if-match", "\"1\"")
        .put(&at(&id, ""), &theirs["record"])
        .expect(200);
    assert_eq!(codes(&saved), ["product.prefix_of_another"]);
    assert_eq!(told(&acme).len(), 1);
    // Both warnings at once, and the longer prefix of another.
    register(&rival, &["69200000"]);
    assert_eq!(
        codes(&add(&rival, "6901234000030").expect(201)),
        ["product.outside_prefixes", "product.prefix_of_another"]
    );
    assert_eq!(
        codes(&acme.get(&at(&outside["id"].as_str().unwrap(), "")).expect(200)).len(),
        2
    );
}

#[test]
fn an_internal_code_of_anothers_vendor_number_draws_the_same_warning() {
    let (_app, acme, rival) = TestApp::with_two_enterprises();
    acme.post("/api/v1/internal-codes", &json!({})).expect(201);
    let typed = add(&rival, "2058989108017").expect(201);
    assert_eq!(codes(&typed), ["internal_code", "product.prefix_of_another"]);
    assert_eq!(told(&acme), ["company_prefix_used"]);
    assert_eq!(codes(&add(&acme, "2058989108000").expect(201)), ["internal_code"]);
}
