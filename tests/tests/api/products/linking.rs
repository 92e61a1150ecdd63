//! K3: a code of another scheme is of one product, where its scheme says so, and a linked GTIN leads to the product.

use super::{at, broken, put};
use crate::stored::say;
use product::register_linked_codes;
use serde_json::{Value, json};
use std::{fmt::Display, thread};
use tests::{Actor, Reply, TestApp};

const ONE: &str = "6901234560015";
const TWO: &str = "6901234560022";
const THREE: &str = "6901234560039";
/// A GTIN that is nobody's trace code.
const LINKED: &str = "6901234560046";

fn link(of: &Actor, id: &impl Display, codes: &[(&str, &str)]) -> Reply {
    let codes: Vec<_> = codes
        .iter()
        .map(|(scheme, code)| json!({"scheme": scheme, "code": code}))
        .collect();
    put(of, id, |r| r["linked_codes"] = json!(codes))
}

fn void(of: &Actor, id: &impl Display) {
    of.post(&at(id, "/void"), &json!({"reason": "填写错误"}))
        .expect(200);
}

fn found(of: &Actor, query: &str) -> Value {
    let found = of.get(&format!("/api/v1/products?{query}")).expect(200);
    found["items"][0]["id"].clone()
}

#[test]
fn a_code_is_of_one_product_where_its_scheme_says_so() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let (first, second) = (app.product(&acme, ONE), app.draft(&acme, TWO));
    let others = app.draft(&rival, THREE);
    for (scheme, code, same) in [
        ("gs1", LINKED, "06901234560046"),
        ("ecode", "10064123456789", " 10064123456789 "),
        ("digital_identity", "甲/乙-1", "甲/乙-1"),
    ] {
        link(&acme, &first, &[(scheme, code)]).expect(200);
        let own = link(&acme, &second, &[("ccc", "2016010706840003"), (scheme, same)]);
        assert_eq!(own.expect_problem(409), "product.linked_code_own", "{scheme}");
        let own = own.json();
        assert_eq!(broken(&own)[0].0, "/linked_codes/1/code");
        assert!(own.to_string().contains("细工木板"), "one's own product is named");
        let theirs = link(&rival, &others, &[(scheme, same)]);
        assert_eq!(
            theirs.expect_problem(409),
            "product.linked_code_taken",
            "{scheme}"
        );
        let theirs = theirs.text();
        for secret in ["细工木板", ONE, "杭州"] {
            assert!(
                !theirs.contains(secret),
                "a stranger's product is not told: {theirs}"
            );
        }
        // Whoever lets it go makes room; saving the same again is no quarrel with oneself.
        link(&acme, &first, &[(scheme, code)]).expect(200);
        link(&acme, &first, &[]).expect(200);
        link(&rival, &others, &[(scheme, same)]).expect(200);
        assert_eq!(
            link(&acme, &first, &[(scheme, code)]).expect_problem(409),
            "product.linked_code_taken"
        );
        link(&rival, &others, &[]).expect(200);
    }
    // One certificate is of a series, and names more than one enterprise.
    let ccc = [("ccc", "2016010706840003")];
    link(&acme, &first, &ccc).expect(200);
    link(&acme, &second, &ccc).expect(200);
    link(&rival, &others, &ccc).expect(200);
}

#[test]
fn a_trace_code_is_no_code_beside_anothers() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let (first, second) = (app.product(&acme, ONE), app.draft(&acme, TWO));
    let others = app.draft(&rival, THREE);
    assert_eq!(
        link(&acme, &second, &[("gs1", ONE)]).expect_problem(409),
        "product.linked_code_own"
    );
    assert_eq!(
        link(&rival, &others, &[("gs1", ONE)]).expect_problem(409),
        "product.linked_code_taken"
    );
    // What was issued under a code that is voided stays what it was.
    void(&acme, &first);
    assert_eq!(
        link(&rival, &others, &[("gs1", ONE)]).expect_problem(409),
        "product.linked_code_taken"
    );
    // One's own linked code is no trace code of another product as well.
    link(&acme, &second, &[("gs1", LINKED)]).expect(200);
    let record = |r: &Actor, code: &str| {
        let mut record = r.get(&at(&second, "")).expect(200)["record"].clone();
        record["trace_code"] = json!(code);
        record["linked_codes"] = json!([]);
        record["picture_file_ids"] = json!([]);
        record["report_file_ids"] = json!([]);
        record
    };
    let again = acme.post("/api/v1/products", &record(&acme, LINKED));
    assert_eq!(again.expect_problem(409), "product.trace_code_linked");
    // Of another enterprise it is: nobody keeps a code from its owner by linking it.
    let taken = rival.post("/api/v1/products", &record(&acme, LINKED)).expect(201);
    let doubts = acme.get(&at(&second, "")).expect(200)["warnings"].clone();
    assert!(doubts.to_string().contains("linked_code_double"), "{doubts}");
    assert!(!doubts.to_string().contains("rival"));
    void(&rival, &taken["id"].as_str().unwrap());
    let doubts = acme.get(&at(&second, "")).expect(200)["warnings"].clone();
    assert!(!doubts.to_string().contains("linked_code_double"), "{doubts}");
}

#[test]
fn a_linked_gtin_leads_to_the_product_when_it_is_scanned_and_when_it_is_searched() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let id = app.draft(&acme, ONE);
    link(&acme, &id, &[("gs1", LINKED)]).expect(200);
    let scan = format!("/01/0{LINKED}");
    assert_eq!(
        app.scan(&scan).expect(404)["verdict"],
        "unknown",
        "a draft answers for nobody"
    );
    acme.activate(&id);
    acme.issue(&id, "A", "001", 3);
    let answer = app.scan(&scan).expect(200);
    assert_eq!(
        (&answer["verdict"], &answer["trace_code"]),
        (&json!("valid"), &json!(ONE))
    );
    assert!(
        answer["hints"]
            .as_array()
            .unwrap()
            .contains(&json!("linked_code"))
    );
    assert_eq!(
        app.scan(&format!("{scan}/21/A001")).expect(200)["verdict"],
        "valid"
    );
    assert_eq!(
        app.scan(&format!("{scan}/21/A009")).expect(404)["verdict"],
        "not_issued"
    );
    let own = app.scan(&format!("/01/0{ONE}")).expect(200);
    assert!(!own["hints"].as_array().unwrap().contains(&json!("linked_code")));
    assert_eq!(
        own["scans"], 2,
        "both lead to one product, and are counted as that"
    );
    let page = app.anyone().with("accept", "text/html").get(&scan);
    assert!(page.status == 200 && page.text().contains("关联的商品条码"));
    for query in [
        format!("keyword={LINKED}"),
        format!("keyword=0{LINKED}"),
        format!("trace_code={LINKED}"),
        format!("trace_code={}", &LINKED[2..9]),
    ] {
        assert_eq!(found(&acme, &query), json!(id), "{query}");
        assert_eq!(found(&rival, &query), Value::Null, "{query}");
    }
    // Whoever registers it as a trace code is answered from then on.
    let theirs = app.product(&rival, LINKED);
    assert_eq!(app.scan(&scan).expect(200)["trace_code"], LINKED);
    void(&rival, &theirs);
    assert_eq!(app.scan(&scan).expect(200)["verdict"], "voided");
}

#[test]
fn a_product_that_ends_lets_its_codes_go_and_its_successor_takes_them() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let (id, others) = (app.product(&acme, ONE), app.draft(&rival, TWO));
    let codes = [("gs1", LINKED), ("ecode", "10064123456789")];
    link(&acme, &id, &codes).expect(200);
    // A copy is another product: what is of one only stays with it.
    let copied = acme
        .post(&at(&id, "/copies"), &json!({"trace_code": THREE}))
        .expect(201);
    assert_eq!(copied["record"]["linked_codes"], json!([]));
    void(&acme, &id);
    assert_eq!(
        app.scan(&format!("/01/0{LINKED}")).expect(404)["verdict"],
        "unknown"
    );
    link(&rival, &others, &codes[1..]).expect(200);
    let next = acme.post(&at(&id, "/successors"), &json!({})).expect(201);
    assert_eq!(
        next["record"]["linked_codes"],
        json!([{"scheme": "gs1", "code": LINKED}]),
        "what is free goes on; what somebody took meanwhile does not stand in the way"
    );
    acme.delete(&at(&next["id"].as_str().unwrap(), "")).expect(204);
    link(&rival, &others, &codes).expect(200);
}

#[test]
fn of_many_who_link_a_code_at_once_one_has_it() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let ids = [
        app.draft(&acme, ONE),
        app.draft(&acme, TWO),
        app.draft(&rival, THREE),
    ];
    for round in 0..6 {
        let (gs1, ecode) = (LINKED.to_owned(), format!("1006412345678{round}"));
        let mut answers: Vec<u16> = thread::scope(|s| {
            let all: Vec<_> = [(&acme, &ids[0]), (&acme, &ids[1]), (&rival, &ids[2])]
                .into_iter()
                .enumerate()
                .map(|(n, (of, id))| {
                    let mut codes = vec![("gs1", gs1.as_str()), ("ecode", ecode.as_str())];
                    if n == 1 {
                        codes.reverse();
                    }
                    s.spawn(move || link(of, id, &codes).status)
                })
                .collect();
            all.into_iter().map(|t| t.join().unwrap()).collect()
        });
        answers.sort_unstable();
        assert_eq!(answers, [200, 409, 409]);
        for (of, id) in [(&acme, &ids[0]), (&acme, &ids[1]), (&rival, &ids[2])] {
            link(of, id, &[]).expect(200);
        }
    }
}

#[test]
fn older_rows_that_are_double_stay_and_are_told_to_the_operator() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let operator = app.operator();
    let (id, others) = (app.product(&acme, ONE), app.product(&rival, TWO));
    link(&acme, &id, &[("gs1", LINKED)]).expect(200);
    // As an older server left it: the record says it, and nobody registered it.
    say(
        &app,
        "DELETE FROM linked_codes; UPDATE products SET linked_version = NULL",
    );
    link(&rival, &others, &[("gs1", LINKED)]).expect(200);
    say(
        &app,
        "DELETE FROM linked_codes; UPDATE products SET linked_version = NULL",
    );
    let scan = || app.scan(&format!("/01/0{LINKED}"));
    assert_eq!(scan().expect(404)["verdict"], "unknown");

    register_linked_codes(&app.state.db).unwrap();
    register_linked_codes(&app.state.db).unwrap();
    assert_eq!(scan().expect(200)["trace_code"], ONE, "the one that is older");
    let told = operator.get("/api/v1/platform/notices").expect(200);
    let double = |n: &&Value| n["notice_code"] == "linked_code_double";
    let told: Vec<_> = told["items"].as_array().unwrap().iter().filter(double).collect();
    assert_eq!(told.len(), 1, "told once");
    let warned = rival.get(&at(&others, "")).expect(200)["warnings"].clone();
    assert!(warned.to_string().contains("linked_code_double"), "{warned}");
    // It can be saved as it is, and others are still refused.
    put(&rival, &others, |r| r["warranty_period"] = json!("24 个月")).expect(200);
    let third = app.draft(&rival, THREE);
    assert_eq!(
        link(&rival, &third, &[("gs1", LINKED)]).expect_problem(409),
        "product.linked_code_taken"
    );
    // Once the first lets it go, the other has it.
    link(&acme, &id, &[]).expect(200);
    register_linked_codes(&app.state.db).unwrap();
    assert_eq!(scan().expect(200)["trace_code"], TWO);
    let warned = rival.get(&at(&others, "")).expect(200)["warnings"].clone();
    assert!(!warned.to_string().contains("linked_code_double"), "{warned}");
}
