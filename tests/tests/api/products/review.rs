//! F168: review by the platform's people.

use super::{at, kinds, put, state};
use serde_json::json;
use tests::{Actor, TestApp, pdf};

fn by_hand(app: &TestApp, of: &Actor) -> Actor {
    let operator = app.operator();
    let address = format!("/api/v1/platform/enterprises/{}/review-mode", of.enterprise());
    assert_eq!(
        operator.put(&address, &json!({"review_mode": "manual"})).status,
        204
    );
    operator
}

#[test]
fn a_reviewer_sends_back_with_a_reason_and_lets_pass() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let operator = by_hand(&app, &acme);
    let id = app.draft(&acme, "6901234567892");
    put(&acme, &id, |r| {
        r["parts"] = json!([{"kind": "component", "name": "电芯", "supplier_name": "宁波真名新能源有限公司",
                             "supplier_alias": "A 厂家", "is_public": true}]);
        r["evidence_file_ids"] = json!([acme.upload("evidence", "承诺书.pdf", &pdf()).expect(201)["id"]]);
    })
    .expect(200);
    let submit = || {
        acme.post(&at(&id, "/submit"), &json!({"confirmed": true}))
            .expect(200)
    };
    assert_eq!(submit()["state"], "submitted");
    assert_eq!(
        put(&acme, &id, |r| r["model"] = json!("9 mm")).expect_problem(409),
        "product.under_review"
    );

    let queue = operator
        .get("/api/v1/platform/products?state=submitted")
        .expect(200);
    assert_eq!(
        (&queue["total"], &queue["items"][0]["id"]),
        (&json!(1), &json!(id.to_string()))
    );
    let platform = |rest: &str| format!("/api/v1/platform/products/{id}{rest}");
    let shown = operator.get(&platform("")).expect(200);
    assert_eq!(shown["record"]["name"], "细工木板");
    // F165: not even the reviewer is told a supplier's real name.
    assert_eq!(shown["record"]["parts"][0]["supplier_alias"], "A 厂家");
    assert!(!shown.to_string().contains("真名"));
    assert_eq!(rival.get(&platform("")).status, 403);

    let reason = json!({"reason": "检验报告与型号不符"});
    assert_eq!(operator.post(&platform("/reject"), &reason).status, 204);
    let rejected = acme.get(&at(&id, "")).expect(200);
    assert_eq!(
        (&rejected["state"], &rejected["state_reason"]),
        (&json!("rejected"), &reason["reason"])
    );
    assert_eq!(
        operator
            .post(&platform("/approve"), &json!({}))
            .expect_problem(409),
        "product.wrong_state"
    );

    put(&acme, &id, |r| r["model"] = json!("9 mm")).expect(200);
    submit();
    acme.post(&at(&id, "/withdraw"), &json!({})).expect(200);
    assert_eq!(state(&acme, &id), "draft");
    submit();
    assert_eq!(operator.post(&platform("/approve"), &json!({})).status, 204);
    acme.post(&at(&id, "/activate"), &json!({})).expect(200);
    let history = acme.get(&at(&id, "/events")).expect(200);
    assert_eq!(
        kinds(&history),
        [
            "created",
            "saved",
            "submitted",
            "rejected",
            "saved",
            "submitted",
            "withdrawn",
            "submitted",
            "approved",
            "activated"
        ]
    );
    // F267: both answers were told to the maker.
    let told = acme.get("/api/v1/notices").expect(200);
    let texts = told["items"].to_string();
    assert!(
        texts.contains("检验报告与型号不符") && texts.contains("已通过审核"),
        "{texts}"
    );
}

#[test]
fn the_queue_is_what_waits_the_oldest_first_and_nobodys_drafts() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let activated = app.product(&acme, "6901234560015").to_string();
    app.draft(&acme, "6901234560022");
    let operator = by_hand(&app, &acme);
    let waiting = ["6901234560039", "6901234560046"].map(|code| {
        app.clock.advance_seconds(60);
        let id = app.draft(&acme, code).to_string();
        acme.post(&at(&id, "/submit"), &json!({"confirmed": true}))
            .expect(200);
        id
    });
    let ids = |query: &str| -> Vec<String> {
        let found = operator
            .get(&format!("/api/v1/platform/products{query}"))
            .expect(200);
        let items = found["items"].as_array().unwrap().iter();
        items.map(|p| p["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids(""), [waiting[0].clone(), waiting[1].clone(), activated]);
    assert_eq!(ids("?state=submitted"), waiting);
    assert_eq!(ids("?state=draft").len(), 1);
    assert_eq!(
        ids("?keyword=6901234560022").len(),
        1,
        "whoever looks for it finds it"
    );
}
