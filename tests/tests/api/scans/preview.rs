//! What its maker sees of a code before anyone scanned it.

use tests::TestApp;

#[test]
fn a_preview_shows_the_page_and_counts_nothing() {
    // F084.
    let (app, acme, other) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892");
    acme.issue(&product, "A", "001", 10);
    let preview =
        |actor: &tests::Actor, query: &str| actor.get(&format!("/api/v1/products/{product}/preview{query}"));

    let page = preview(&acme, "?serial=A001");
    assert_eq!(
        (page.status, page.header("content-type")),
        (200, "text/html; charset=utf-8")
    );
    assert!(
        page.header("content-security-policy")
            .contains("default-src 'none'")
    );
    let page = page.text();
    assert!(
        page.contains("码已登记，状态有效") && page.contains("A001"),
        "{page}"
    );
    assert!(
        preview(&acme, "?serial=A999")
            .text()
            .contains("企业没有发出过这个码")
    );
    let english = acme.with("accept-language", "en");
    assert!(preview(&english, "").text().contains("Registered and valid"));

    preview(&other, "").expect(404);
    preview(&acme, "?serial=%E4%B8%AD").expect(422);
    let first = app.scan("/01/06901234567892/21/A001").expect(200);
    assert_eq!(first["scans"], 1, "no preview was counted");
    let records = acme.get("/api/v1/scans").expect(200);
    assert_eq!(records["total"], 1);
    assert!(
        records["items"][0]["id"]
            .as_str()
            .is_some_and(|id| id.parse::<i64>().is_ok())
    );
}
