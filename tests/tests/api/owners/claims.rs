//! K3: the owner of a code that another enterprise registered claims it, and the operator decides.

use super::{CODE, SCAN, add, at, complete_and_activate, succeed, told, verdict, void};
use serde_json::{Value, json};
use std::time::Duration;
use tests::{Actor, Reply, TestApp, pdf};

fn file(of: &Actor, code: &str) -> Reply {
    let proof = of.upload("claim_proof", "成员证书.pdf", &pdf()).expect(201)["id"].clone();
    let claim = json!({"trace_code": code, "reason": "该条码属于本企业", "proof_file_ids": [proof]});
    of.post("/api/v1/code-claims", &claim)
}

fn id(claim: &Value) -> String {
    claim["id"].as_str().unwrap().to_owned()
}

fn decide(operator: &Actor, claim: &str, how: &str) -> Reply {
    let reason = json!({"reason": "证书核对属实"});
    operator.post(&format!("/api/v1/platform/code-claims/{claim}/{how}"), &reason)
}

fn show(of: &Actor, claim: &str) -> Reply {
    of.get(&format!("/api/v1/code-claims/{claim}"))
}

#[test]
fn an_approved_claim_voids_the_squatters_product_and_frees_the_code_for_the_claimant_alone() {
    let (app, squatter, owner) = TestApp::with_two_enterprises();
    let third = app.enterprise(
        "91330100MA27U0EXX3",
        "第三家",
        enterprise::EnterpriseType::PRODUCERS,
    );
    let operator = app.operator();
    let taken = app.product(&squatter, CODE).to_string();
    squatter.issue(&taken, "A", "00000001", 10);
    assert_eq!(add(&owner, CODE).expect_problem(409), "product.trace_code_taken");

    let claim = file(&owner, CODE).expect(201);
    assert_eq!(
        (&claim["side"], &claim["state"], &claim["product_id"]),
        (&json!("filed"), &json!("open"), &Value::Null)
    );
    assert_eq!(claim["proofs"].as_array().unwrap().len(), 1);
    let claim = id(&claim);
    // The other side is told, sees why, not the proofs, and says its part once.
    assert_eq!(told(&squatter), ["code_claim_received"]);
    let received = squatter.get("/api/v1/code-claims?side=received").expect(200);
    assert_eq!(received["items"][0]["id"], json!(claim));
    assert_eq!(squatter.get("/api/v1/code-claims").expect(200)["total"], 0);
    let seen = show(&squatter, &claim).expect(200);
    assert_eq!(
        (&seen["proofs"], &seen["product_id"]),
        (&json!([]), &json!(taken))
    );
    let say = |of: &Actor| {
        of.post(
            &format!("/api/v1/code-claims/{claim}/reply"),
            &json!({"reply": "我方受托加工"}),
        )
    };
    assert_eq!(say(&owner).status, 404, "one does not reply to oneself");
    say(&squatter).expect(200);
    assert_eq!(say(&squatter).expect_problem(409), "code_claim.replied_already");
    assert_eq!(told(&owner), ["code_claim_replied"]);
    assert_eq!(show(&third, &claim).status, 404);
    assert_eq!(
        squatter
            .post(&format!("/api/v1/code-claims/{claim}/withdraw"), &json!({}))
            .status,
        404
    );

    let case = operator
        .get(&format!("/api/v1/platform/code-claims/{claim}"))
        .expect(200);
    assert_eq!(
        (
            &case["claimant_name"],
            &case["respondent_name"],
            &case["product_id"],
            &case["reply"]
        ),
        (
            &json!("平湖市三鑫金属制品厂"),
            &json!("杭州超尔切削工具有限公司"),
            &json!(taken),
            &json!("我方受托加工")
        )
    );
    let proof = case["proofs"][0]["url"].as_str().unwrap();
    assert_eq!(app.anyone().get(proof).status, 200);
    assert_eq!(decide(&owner, &claim, "approve").status, 403);
    assert_eq!(decide(&operator, &claim, "approve").status, 204);
    assert_eq!(
        decide(&operator, &claim, "reject").expect_problem(409),
        "code_claim.closed"
    );
    assert_eq!(say(&squatter).expect_problem(409), "code_claim.closed");

    assert_eq!(show(&owner, &claim).expect(200)["state"], "approved");
    assert_eq!(told(&owner)[0], "code_claim_approved");
    assert_eq!(
        told(&squatter)[..2],
        ["code_claim_lost", "product_voided_by_operator"]
    );
    assert_eq!(verdict(&app, SCAN), "voided");
    assert_eq!(verdict(&app, &format!("{SCAN}/21/A00000001")), "voided");
    for other in [&squatter, &third] {
        assert_eq!(add(other, CODE).expect_problem(409), "product.trace_code_awarded");
    }
    assert_eq!(
        succeed(&squatter, &taken).expect_problem(409),
        "product.trace_code_awarded"
    );

    let own = id(&add(&owner, CODE).expect(201));
    let order = json!({"product_id": own, "serial_prefix": "A", "first_serial": "00000005", "quantity": 1});
    assert_eq!(
        owner.post("/api/v1/unit-issues", &order).expect_problem(409),
        "coding.span_taken"
    );
    owner.issue(&own, "A", "00000011", 10);
    complete_and_activate(&app, &owner, &own);
    // What the squatter printed stays voided; what the owner prints is good.
    tests::wait_for("the owner's code", Duration::from_secs(5), || {
        match verdict(&app, SCAN) {
            v if v == "valid" => Ok(()),
            v => Err(v),
        }
    });
    assert_eq!(verdict(&app, &format!("{SCAN}/21/A00000005")), "voided");
    assert_eq!(verdict(&app, &format!("{SCAN}/21/A00000015")), "valid");
    assert_eq!(squatter.get(&at(&taken, "")).expect(200)["state"], "voided");
    // The owner's own life of the code goes on as any other.
    void(&owner, &own);
    assert_eq!(add(&owner, CODE).expect_problem(409), "product.trace_code_voided");
    succeed(&owner, &own).expect(201);
}

#[test]
fn what_cannot_be_claimed_is_refused_with_the_way_on() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    assert_eq!(file(&acme, CODE).expect_problem(409), "code_claim.code_free");
    let own = app.draft(&acme, CODE);
    assert_eq!(file(&acme, CODE).expect_problem(409), "code_claim.own_code");
    file(&rival, CODE).expect(201);
    // The same code, however it is written.
    assert_eq!(
        file(&rival, "06901234567892").expect_problem(409),
        "code_claim.open_already"
    );
    let proof = rival.upload("claim_proof", "p.pdf", &pdf()).expect(201)["id"].clone();
    let bare = json!({"trace_code": CODE, "reason": "该条码属于本企业", "proof_file_ids": []});
    assert_eq!(rival.post("/api/v1/code-claims", &bare).status, 422);
    let blank = json!({"trace_code": CODE, "reason": "     ", "proof_file_ids": [proof]});
    assert_eq!(rival.post("/api/v1/code-claims", &blank).status, 422);
    // Voided before it was issued the code is free, and a claim to it is not needed.
    void(&acme, &own);
    let third = app.enterprise(
        "91330100MA27U0EXX3",
        "第三家",
        enterprise::EnterpriseType::PRODUCERS,
    );
    assert_eq!(file(&third, CODE).expect_problem(409), "code_claim.code_free");
    add(&rival, CODE).expect(201);
}

#[test]
fn a_claim_is_withdrawn_or_rejected_and_may_be_filed_again() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let operator = app.operator();
    app.product(&acme, CODE);
    let first = id(&file(&rival, CODE).expect(201));
    let withdraw = || rival.post(&format!("/api/v1/code-claims/{first}/withdraw"), &json!({}));
    assert_eq!(withdraw().expect(200)["state"], "withdrawn");
    assert_eq!(withdraw().expect_problem(409), "code_claim.closed");
    assert_eq!(
        decide(&operator, &first, "approve").expect_problem(409),
        "code_claim.closed"
    );
    let second = id(&file(&rival, CODE).expect(201));
    assert_eq!(decide(&operator, &second, "reject").status, 204);
    assert_eq!(told(&rival)[0], "code_claim_rejected");
    assert_eq!(told(&acme)[0], "code_claim_averted");
    assert_eq!(verdict(&app, SCAN), "valid");
    file(&rival, CODE).expect(201);
    let open = operator
        .get("/api/v1/platform/code-claims?state=open&trace_code=690123456789")
        .expect(200);
    assert_eq!(open["total"], 1);
}

#[test]
fn a_squatter_who_voids_or_succeeds_meanwhile_wins_nothing() {
    let (app, squatter, owner) = TestApp::with_two_enterprises();
    let operator = app.operator();
    let taken = app.product(&squatter, CODE);
    let claim = id(&file(&owner, CODE).expect(201));
    void(&squatter, &taken);
    assert_eq!(
        add(&owner, CODE).expect_problem(409),
        "product.trace_code_of_another"
    );
    let again = id(&succeed(&squatter, &taken).expect(201));
    assert_eq!(decide(&operator, &claim, "approve").status, 204);
    assert_eq!(squatter.get(&at(&again, "")).expect(200)["state"], "voided");
    assert_eq!(
        succeed(&squatter, &taken).expect_problem(409),
        "product.trace_code_awarded"
    );
    add(&owner, CODE).expect(201);
    // And a code that is voided and not given free can be claimed as well.
    let other = app.product(&squatter, "6901234567809");
    void(&squatter, &other);
    let claim = id(&file(&owner, "6901234567809").expect(201));
    assert_eq!(decide(&operator, &claim, "approve").status, 204);
    add(&owner, "6901234567809").expect(201);
}

#[test]
fn of_two_operators_who_decide_at_once_the_second_is_told() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let operator = app.operator();
    app.product(&acme, CODE);
    let claim = id(&file(&rival, CODE).expect(201));
    let mut answers: Vec<u16> = std::thread::scope(|s| {
        let all: Vec<_> = ["approve", "reject", "approve", "reject"]
            .map(|how| {
                s.spawn({
                    let (operator, claim) = (&operator, &claim);
                    move || decide(operator, claim, how).status
                })
            })
            .into_iter()
            .collect();
        all.into_iter().map(|t| t.join().unwrap()).collect()
    });
    answers.sort_unstable();
    assert_eq!(answers, [204, 409, 409, 409]);
}

#[test]
fn a_code_that_is_free_is_not_registered_while_a_claim_to_it_is_approved() {
    let (app, squatter, owner) = TestApp::with_two_enterprises();
    let third = app.enterprise(
        "91330100MA27U0EXX3",
        "第三家",
        enterprise::EnterpriseType::PRODUCERS,
    );
    let operator = app.operator();
    let codes = [
        CODE,
        "6901234567809",
        "6901234567908",
        "6901234560015",
        "6901234560022",
    ];
    for code in codes {
        // A draft nothing was issued of is claimed, and then ended: the code is free.
        let draft = add(&squatter, code).expect(201)["id"]
            .as_str()
            .unwrap()
            .to_owned();
        let claim = id(&file(&owner, code).expect(201));
        void(&squatter, &draft);
        let (added, decided) = std::thread::scope(|s| {
            let added = s.spawn(|| add(&third, code).status);
            let decided = s.spawn(|| decide(&operator, &claim, "approve").status);
            (added.join().unwrap(), decided.join().unwrap())
        });
        assert_eq!(decided, 204);
        // Whoever was first: the code is the claimant's.
        assert!(matches!(added, 201 | 409), "{added}");
        add(&owner, code).expect(201);
    }
}
