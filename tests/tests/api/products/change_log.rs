//! 变更记录: what the public reads of the changes of a product.

use super::{
    changes::{log, row},
    put,
};
use serde_json::{Value, json};
use tests::{TestApp, pdf};

const GTIN: &str = "/01/06901234567892";

/// What the public does not see is not told of either.
#[test]
fn the_public_log_keeps_what_is_private() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let id = app.product(&acme, "6901234567892");
    let report = acme.upload("inspection_report", "新报告.pdf", &pdf()).expect(201)["id"].clone();
    put(&acme, &id, |r| {
        r["report_file_ids"] = json!([report]);
        r["attributes"] = json!([{"name": "内部配方", "value": "秘密", "is_public": false}]);
        r["platform"] = json!("某追溯平台");
    })
    .expect(200);
    assert_eq!(log(&app), Vec::<Value>::new(), "nothing of it is public");
    put(&acme, &id, |r| {
        r["attributes"] = json!([{"name": "内部配方", "value": "秘密二", "is_public": false},
                                 {"name": "产地", "value": "德清", "is_public": true}]);
    })
    .expect(200);
    let told = log(&app);
    assert_eq!(row(&told[0], "attributes")["to"]["zh"], "产地：德清");
    assert!(!app.scan(GTIN).text().contains("秘密"));
    put(&acme, &id, |r| r["is_report_public"] = json!(true)).expect(200);
    assert_eq!(
        row(&log(&app)[0], "is_report_public"),
        &json!({"from": {"zh": "不公开", "en": "not public"}, "to": {"zh": "公开", "en": "public"}})
    );
}
