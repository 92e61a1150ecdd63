//! F149: one record is made from another. F087: under a trace code nobody has.

use super::{at, put};
use serde_json::json;
use tests::TestApp;

#[test]
fn a_copy_is_a_draft_with_everything_but_the_reports() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let id = app.product(&acme, "6901234567892");
    put(&acme, &id, |r| {
        r["attributes"] = json!([{"name": "产地", "value": "德清", "is_public": true}])
    })
    .expect(200);
    let code = json!({"trace_code": "2058989108994"});
    let copy = acme.post(&at(&id, "/copies"), &code).expect(201);
    let former = acme.get(&at(&id, "")).expect(200);
    assert_eq!((&copy["state"], &copy["revision"]), (&json!("draft"), &json!(1)));
    for same in ["name", "model", "attributes", "picture_file_ids", "standards"] {
        assert_eq!(copy["record"][same], former["record"][same], "{same}");
    }
    assert_eq!(copy["record"]["report_file_ids"], json!([]));
    assert_eq!(
        acme.post(&at(&id, "/copies"), &code).expect_problem(409),
        "product.trace_code_taken"
    );
    assert_eq!(
        rival
            .post(&at(&id, "/copies"), &json!({"trace_code": "2000000000008"}))
            .status,
        404
    );
}
