//! F162: what is optional is backed by evidence or the enterprise's letter of commitment, public or not.

use super::{at, broken, put};
use serde_json::{Value, json};
use tests::{Actor, TestApp, pdf_of};

fn evidence(of: &Actor, size: usize) -> Value {
    of.upload("evidence", "承诺书.pdf", &pdf_of(size)).expect(201)["id"].clone()
}

fn status_of(app: &TestApp, file: &Value) -> u16 {
    app.anyone()
        .get(&format!("/files/{}", file.as_str().unwrap()))
        .status
}

#[test]
fn f162_what_is_optional_needs_evidence() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let part = json!([{"kind": "component", "name": "电芯", "is_public": true}]);
    for (code, field, value) in [
        ("6901234567892", "parts", part),
        ("6901234567908", "commercial", json!({"honours": "著名商标"})),
        (
            "6901234567915",
            "commercial",
            json!({"lottery_url": "https://www.example.com/draw"}),
        ),
    ] {
        let id = app.draft(&acme, code);
        put(&acme, &id, |r| r[field] = value).expect(200);
        let submit = || acme.post(&at(&id, "/submit"), &json!({"confirmed": true}));
        let refused = submit();
        assert_eq!(refused.expect_problem(422), "product.incomplete");
        assert_eq!(
            broken(&refused.json()),
            [("/evidence_file_ids".to_owned(), "check.evidence".to_owned())],
            "{field}"
        );
        put(&acme, &id, |r| {
            r["evidence_file_ids"] = json!([evidence(&acme, 1_000)])
        })
        .expect(200);
        submit().expect(200);
    }
}

#[test]
fn f162_evidence_is_as_public_as_its_maker_says() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.product(&acme, "6901234567892");
    let file = evidence(&acme, 1_000);
    put(&acme, &id, |r| {
        r["commercial"] = json!({"honours": "著名商标"});
        r["evidence_file_ids"] = json!([file]);
    })
    .expect(200);
    let documents = || app.scan("/01/06901234567892").expect(200)["product"]["documents"].clone();
    assert_eq!((documents(), status_of(&app, &file)), (json!([]), 404));
    put(&acme, &id, |r| r["is_evidence_public"] = json!(true)).expect(200);
    let shown = documents();
    assert_eq!(
        (&shown[0]["kind"], &shown[0]["name"]),
        (&json!("evidence"), &json!("承诺书.pdf"))
    );
    assert_eq!(status_of(&app, &file), 200);
    put(&acme, &id, |r| r["is_evidence_public"] = json!(false)).expect(200);
    assert_eq!((documents(), status_of(&app, &file)), (json!([]), 404));
}

/// Or the switch of one product would close what another shows.
#[test]
fn f162_evidence_is_of_one_product() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let (id, other) = (
        app.product(&acme, "6901234567892"),
        app.product(&acme, "6901234567908"),
    );
    let file = evidence(&acme, 1_000);
    put(&acme, &id, |r| {
        r["evidence_file_ids"] = json!([evidence(&acme, 1_001), file])
    })
    .expect(200);
    let refused = put(&acme, &other, |r| r["evidence_file_ids"] = json!([file]));
    assert_eq!(refused.expect_problem(409), "upload.taken");
    assert_eq!(broken(&refused.json())[0].0, "/evidence_file_ids/0");
    let copied = acme
        .post(&at(&id, "/copies"), &json!({"trace_code": "6901234567915"}))
        .expect(201);
    assert_eq!(copied["record"]["evidence_file_ids"], json!([]));
}

#[test]
fn f162_what_a_deleted_draft_showed_is_closed() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.draft(&acme, "6901234567892");
    let file = evidence(&acme, 1_000);
    put(&acme, &id, |r| {
        r["evidence_file_ids"] = json!([file]);
        r["is_evidence_public"] = json!(true);
    })
    .expect(200);
    assert_eq!(status_of(&app, &file), 200);
    assert_eq!(acme.delete(&at(&id, "")).status, 204);
    assert_eq!(status_of(&app, &file), 404);
}
