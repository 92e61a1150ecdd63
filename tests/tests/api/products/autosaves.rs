//! What was typed into the form and not saved.

use serde_json::json;
use tests::TestApp;

#[test]
fn a_form_is_kept_for_its_account_until_it_is_dropped() {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    let id = app.draft(&acme, "6901234567892");
    for subject in ["new", &id.to_string()] {
        let address = format!("/api/v1/product-autosaves/{subject}");
        assert_eq!(
            acme.get(&address).expect_problem(404),
            "product.autosave_not_found"
        );
        for name in ["细工", "细工木板"] {
            let kept = acme
                .put(
                    &address,
                    &json!({"content": {"values": {"name": name}, "version": 1}}),
                )
                .expect(200);
            assert!(kept["saved_at"].is_string());
        }
        assert_eq!(
            acme.get(&address).expect(200)["content"]["values"]["name"],
            "细工木板"
        );
        assert_eq!(rival.get(&address).status, 404);
        assert_eq!(acme.delete(&address).status, 204);
        assert_eq!(acme.get(&address).status, 404);
    }
    let foreign = format!("/api/v1/product-autosaves/{id}");
    assert_eq!(
        rival.put(&foreign, &json!({"content": {}})).expect_problem(404),
        "product.not_found"
    );
    let huge = json!({"content": {"name": "x".repeat(2_000_000)}});
    assert_eq!(acme.put("/api/v1/product-autosaves/new", &huge).status, 413);
}
