//! The page of a product that is still being written.

use super::{GTIN, upload, world};
use serde_json::json;
use tests::markup;

const PREVIEW: &str = "/api/v1/products/preview";

#[test]
fn a_preview_is_the_real_page_and_leaves_no_trace() {
    // F073–F080 beside the form.
    let w = world();
    let before = w.acme.holdings();
    let mut record = w.record();
    let reply = w.acme.post(PREVIEW, &record);
    assert_eq!(
        (reply.status, reply.header("content-type")),
        (200, "text/html; charset=utf-8")
    );
    assert!(
        reply
            .header("content-security-policy")
            .contains("frame-ancestors 'self'")
    );
    let page = reply.text();
    for shown in [
        "码已登记，状态有效",
        "细工木板",
        "企业介绍",
        "A 厂家",
        "#14532d",
        "京东",
    ] {
        assert!(page.contains(shown), "{shown}");
    }
    assert_eq!(markup::faults(&page), [] as [&str; 0]);
    assert!(
        !page.contains("绝密") && !page.contains("lang=en"),
        "no look to go on from"
    );
    let english = w.acme.with("accept-language", "en").post(PREVIEW, &record);
    assert!(english.text().contains("Registered and valid"));
    // What is there of the record alone.
    record["page"]["menus"][3]["content"] = json!("http://www.example.com");
    record["page"]["apps"][0]["url"] = json!("");
    record["name"] = json!("");
    record["trace_code"] = json!("123");
    let page = w.acme.post(PREVIEW, &record).text();
    assert!(
        page.contains("产品名称")
            && page.contains("企业介绍")
            && !page.contains("官网")
            && !page.contains("京东"),
        "{page}"
    );
    for begun in [
        json!({}),
        json!({"name": "新产品"}),
        json!({"page": 7, "attributes": [1, {"name": ""}], "nonsense": 1}),
    ] {
        assert_eq!(w.acme.post(PREVIEW, &begun).status, 200, "{begun}");
    }
    assert!(
        w.acme
            .post(PREVIEW, &json!({"name": "新产品"}))
            .text()
            .contains("新产品")
    );
    assert_eq!(w.acme.holdings(), before);
    assert_eq!(w.page(GTIN).status, 404);
    assert_eq!(w.acme.post(PREVIEW, &json!([])).status, 400);
}

#[test]
fn a_preview_shows_nothing_of_others() {
    let w = world();
    let foreign = upload(&w.rival, "page_background");
    let mut record = w.record();
    record["page"]["theme"]["header_picture_file_id"] = json!(foreign);
    record["picture_file_ids"] = json!([upload(&w.rival, "product_picture")]);
    let page = w.acme.post(PREVIEW, &record).text();
    assert!(!page.contains(&foreign) && page.contains("细工木板"));
}
