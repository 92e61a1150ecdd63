//! K3: 生成内部码 always answers, with a code nobody else gets.

use super::{add, void};
use enterprise::EnterpriseType;
use identifiers::Gtin;
use serde_json::json;
use std::{collections::BTreeSet, thread};
use tests::{Actor, TestApp};

fn next(of: &Actor) -> String {
    let made = of.post("/api/v1/internal-codes", &json!({})).expect(201);
    let code = made["trace_code"].as_str().unwrap().to_owned();
    assert!(
        Gtin::parse(&code).is_ok() && code.len() == 13 && code.starts_with('2'),
        "{code}"
    );
    code
}

fn young(app: &TestApp) -> Actor {
    app.enterprise("91330100MA27U0EXX3", "杭州新公司", EnterpriseType::PRODUCERS)
}

#[test]
fn an_organisation_code_with_letters_gets_a_vendor_number_and_the_code_makes_a_product() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let young = young(&app);
    let code = next(&young);
    assert_eq!(&code[..12], "210000000000");
    add(&young, &code).expect(201);
    assert_eq!(&next(&young)[..12], "210000000001");
    // Digits of the organisation code come first, as 浙品码 has them.
    assert_eq!(&next(&acme)[..12], "205898910800");
    assert_eq!(&next(&rival)[..12], "207463054000");
}

#[test]
fn after_the_hundredth_product_the_next_vendor_number_comes_silently() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let young = young(&app);
    let (mine, others): (BTreeSet<_>, BTreeSet<_>) = (
        (0..205).map(|_| next(&acme)).collect(),
        (0..3).map(|_| next(&young)).collect(),
    );
    assert_eq!((mine.len(), others.len()), (205, 3));
    assert!(mine.is_disjoint(&others));
    let starts: BTreeSet<_> = mine.iter().map(|c| c[..10].to_owned()).collect();
    let starts: Vec<_> = starts.iter().map(String::as_str).collect();
    assert_eq!(starts[0], "2058989108");
    assert!(starts.len() == 3 && starts[1].starts_with("21"), "{starts:?}");
}

#[test]
fn what_somebody_typed_in_or_voided_is_not_given_out() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    // Before there was a register codes were typed in, by anyone.
    let second = "2058989108017";
    let third = "2058989108024";
    add(&rival, second).expect(201);
    let id = add(&acme, third).expect(201)["id"].as_str().unwrap().to_owned();
    void(&acme, &id);
    assert_eq!(&next(&acme)[..12], "205898910800");
    assert_eq!(&next(&acme)[..12], "205898910803");
    // A code that was given out is not given out again, even if nobody took it.
    assert_eq!(&next(&acme)[..12], "205898910804");
    drop(app);
}

#[test]
fn many_who_ask_two_servers_at_once_get_as_many_codes() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let young = young(&app);
    let beside = matches!(app.scratch().location(), db::Location::Postgres(_)).then(|| app.beside());
    let there = |who: &Actor, uscc: &str| match &beside {
        Some(other) => other.sign_in(uscc, Some(who.enterprise().clone())),
        None => app.sign_in(uscc, Some(who.enterprise().clone())),
    };
    let askers = [
        there(&acme, "91330109589891087U"),
        there(&young, "91330100MA27U0EXX3"),
        app.sign_in("91330109589891087U", Some(acme.enterprise().clone())),
        app.sign_in("91330100MA27U0EXX3", Some(young.enterprise().clone())),
    ];
    let codes: Vec<String> = thread::scope(|s| {
        let all: Vec<_> = askers
            .iter()
            .map(|who| s.spawn(move || (0..40).map(|_| next(who)).collect::<Vec<_>>()))
            .collect();
        all.into_iter().flat_map(|t| t.join().unwrap()).collect()
    });
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), 160);
}

#[test]
fn the_end_of_the_register_is_said() {
    let (app, _, _) = TestApp::with_two_enterprises();
    let young = young(&app);
    app.state
        .db
        .write(young.enterprise(), |c| {
            use db::{diesel::prelude::*, schema::vendor_numbers::dsl};
            let row = (
                dsl::number.eq(999_999_999_i64),
                dsl::next_product_no.eq(99_i64),
                dsl::created_at.eq(c.now()),
            );
            c.insert(dsl::vendor_numbers, row)
                .map(|_| ())
                .map_err(db::Fault::from)
        })
        .unwrap();
    assert_eq!(&next(&young)[..12], "299999999999");
    let refused = young.post("/api/v1/internal-codes", &json!({}));
    assert_eq!(refused.expect_problem(409), "product.internal_codes_used_up");
}
