//! What a scan is told, and how it is counted.

mod absent;
mod as_of;
mod by_parts;
mod counting;
mod preview;
mod privacy;
mod uncounted;
mod verdicts;

use serde_json::{Value, json};
use tests::{Actor, Reply, TestApp};

const GTIN: &str = "/01/06901234567892";

struct World {
    app: TestApp,
    acme: Actor,
    product: String,
    batches: [String; 3],
}

/// Batch B1 with units A001 to A100, B2 without, B3 past its date with C1; units N1 to N9 without a batch.
fn world() -> World {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let product = app.product(&acme, "6901234567892").to_string();
    let batches = ["B1", "B2", "B3"].map(|no| {
        let expires = if no == "B3" { "2026-11-02" } else { "2028-10-31" };
        let batch = json!({"product_id": product, "batch_no": no, "made_on": "2026-11-01", "expires_on": expires,
                           "coding_mode": "batch"});
        acme.post("/api/v1/batches", &batch).expect(201)["id"].as_str().unwrap().to_owned()
    });
    for (batch, prefix, first, quantity) in [
        (Some("B1"), "A", "001", 100),
        (Some("B3"), "C", "1", 1),
        (None, "N", "1", 9),
    ] {
        let order = json!({"product_id": product, "batch_no": batch, "serial_prefix": prefix, "first_serial": first,
                           "quantity": quantity});
        acme.post("/api/v1/unit-issues", &order).expect(201);
    }
    World {
        app,
        acme,
        product,
        batches,
    }
}

impl World {
    fn page(&self, path: &str) -> Reply {
        self.app
            .anyone()
            .with("accept", "text/html,application/xhtml+xml")
            .get(path)
    }

    /// Asks for a code both ways; the page must say what the data says.
    #[track_caller]
    fn ask(&self, path: &str, status: u16, verdict: &str) -> Value {
        let answer = self.app.scan(path);
        assert_eq!(answer.header("content-type"), "application/json", "{path}");
        let (cache, vary) = (
            answer.header("cache-control").to_owned(),
            answer.header("vary").to_owned(),
        );
        assert_eq!(
            (cache.as_str(), vary.as_str()),
            ("no-store", "accept, accept-encoding, accept-language")
        );
        let data = answer.expect(status);
        assert_eq!(data["verdict"], verdict, "{path}: {data}");
        let page = self.page(path);
        let headline = match verdict {
            "expired" => "产品已过有效期",
            "maker_disabled" => "企业账号已停用",
            "valid" => "码已登记，状态有效",
            "voided" => "该码已作废",
            "not_issued" => "企业没有发出过这个码",
            "unknown" => "查不到这个码",
            _ => "码不完整或有误",
        };
        assert_eq!(
            (page.status, page.header("content-type")),
            (status, "text/html; charset=utf-8"),
            "{path}"
        );
        let text = page.text();
        assert!(text.contains(headline), "{path}: {headline} is not on the page");
        for field in ["batch_no", "serial", "made_on", "expires_on", "detail"] {
            if let Some(fact) = data[field].as_str().filter(|_| verdict != "malformed") {
                assert!(text.contains(fact), "{path}: {field} {fact} is not on the page");
            }
        }
        assert!(
            page.header("content-security-policy")
                .contains("default-src 'none'")
        );
        data
    }

    fn void(&self, path: &str, reason: &str) {
        self.acme
            .post(&format!("/api/v1/{path}/void"), &json!({"reason": reason}))
            .expect(200);
    }

    fn void_units(&self, first: &str, last: &str, quantity: i64) {
        let ended = json!({"product_id": self.product, "first_serial": first, "last_serial": last,
                           "quantity": quantity, "reason": "标签印刷错误"});
        self.acme.post("/api/v1/unit-voids", &ended).expect(200);
    }
}
