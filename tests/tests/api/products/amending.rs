//! C2, F141, F172–F173: what may change once codes are valid, and the versions that stay.

use super::{at, broken, kinds, put, state};
use serde_json::json;
use tests::{TestApp, pdf};

#[test]
fn what_was_reviewed_is_locked_and_everything_else_becomes_a_version() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let id = app.product(&acme, "6901234567892");
    for (field, value) in [
        ("name", json!("别的板")),
        ("model", json!("25 mm")),
        ("standards", json!(["GB 18580-2025"])),
        ("product_type", json!("胶合板")),
        ("coding_level", json!("batch")),
    ] {
        let refused = put(&acme, &id, |r| r[field] = value);
        assert_eq!(refused.expect_problem(409), "product.field_locked", "{field}");
        assert_eq!(broken(&refused.json())[0].0, format!("/{field}"));
    }
    let amended = put(&acme, &id, |r| {
        r["warranty_period"] = json!("24 个月");
        r["attributes"] = json!([{"name": "产地", "value": "德清", "is_public": true}]);
    })
    .expect(200);
    assert_eq!(
        (&amended["revision"], &amended["state"]),
        (&json!(2), &json!("activated"))
    );
    // Saving without a change makes no version.
    assert_eq!(put(&acme, &id, |_| {}).expect(200)["revision"], 2);

    let versions = acme.get(&at(&id, "/revisions")).expect(200)["items"].clone();
    assert_eq!(versions.as_array().unwrap().len(), 2);
    let names = |v: &serde_json::Value| {
        let mut names: Vec<_> = v
            .as_array()
            .unwrap()
            .iter()
            .map(|n| n.as_str().unwrap().to_owned())
            .collect();
        names.sort();
        names
    };
    assert_eq!(
        names(&versions[0]["changed_fields"]),
        ["attributes", "warranty_period"]
    );
    // A product that lives long has many: they come by pages.
    let second = acme.get(&at(&id, "/revisions?page=2&page_size=1")).expect(200);
    assert_eq!(
        (&second["total"], &second["items"][0]["revision"]),
        (&json!(2), &json!(1))
    );
    assert_eq!(second["items"].as_array().unwrap().len(), 1);
    assert_eq!(acme.get(&at(&id, "/revisions?page=0")).status, 422);
    assert_eq!(rival.get(&at(&id, "/revisions?page=2")).status, 404);
    let former = acme.get(&at(&id, "/revisions/1")).expect(200);
    assert_eq!(former["record"]["warranty_period"], json!(null));
    assert_eq!(rival.get(&at(&id, "/revisions/1")).status, 404);
    assert_eq!(
        acme.get(&at(&id, "/revisions/3")).expect_problem(404),
        "product.revision_not_found"
    );
    let history = acme.get(&at(&id, "/events")).expect(200);
    assert_eq!(kinds(&history).last().unwrap(), "amended");
    assert_eq!(
        app.scan("/01/06901234567892").expect(200)["product"]["warranty_period"],
        "24 个月"
    );
}

#[test]
fn an_amendment_leaves_the_product_complete() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.product(&acme, "6901234567892");
    let refused = put(&acme, &id, |r| r["report_file_ids"] = json!([]));
    assert_eq!(refused.expect_problem(422), "product.incomplete");
    assert_eq!(
        broken(&refused.json()),
        [("/report_file_ids".to_owned(), "check.report".to_owned())]
    );
    let fresh = acme.upload("inspection_report", "新报告.pdf", &pdf()).expect(201);
    put(&acme, &id, |r| {
        r["report_file_ids"] = json!([fresh["id"]]);
        r["is_report_public"] = json!(true);
    })
    .expect(200);
    let documents = &app.scan("/01/06901234567892").expect(200)["product"]["documents"];
    assert_eq!(documents[0]["name"], "新报告.pdf");
}

#[test]
fn what_was_approved_and_changes_in_its_core_is_reviewed_again() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.draft(&acme, "6901234567892");
    acme.post(&at(&id, "/submit"), &json!({"confirmed": true}))
        .expect(200);
    assert_eq!(state(&acme, &id), "approved");
    put(&acme, &id, |r| r["warranty_period"] = json!("12 个月")).expect(200);
    assert_eq!(state(&acme, &id), "approved");
    put(&acme, &id, |r| r["model"] = json!("25 mm")).expect(200);
    assert_eq!(state(&acme, &id), "draft");
}

/// F165: the real name of a supplier never leaves.
#[test]
fn a_supplier_is_known_by_its_alias() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.product(&acme, "6901234567892");
    put(&acme, &id, |r| {
        r["parts"] = json!([{"kind": "component", "name": "电芯", "supplier_name": "宁波真名新能源有限公司",
                             "supplier_alias": "A 厂家", "is_public": true}]);
        r["evidence_file_ids"] = json!([acme.upload("evidence", "承诺书.pdf", &pdf()).expect(201)["id"]]);
    })
    .expect(200);
    for reply in [
        app.scan("/01/06901234567892"),
        app.anyone().with("accept", "text/html").get("/01/06901234567892"),
    ] {
        assert!(!reply.text().contains("真名"));
    }
    let found = acme
        .get("/api/v1/products?keyword=%E7%9C%9F%E5%90%8D")
        .expect(200);
    assert_eq!(found["total"], 0, "and cannot be searched for");
}
