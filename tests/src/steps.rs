//! Steps that many tests take.

use crate::{Actor, Reply, TestApp, multipart, png, wait_for};
use serde_json::{Value, json};
use std::{fmt::Display, time::Duration};
use ureq::http::Method;

/// A password that every policy takes.
pub const PASSWORD: &str = "Kq7!mTz2vB9?xLw4";

/// The form of a registration.
pub fn registration(uscc: &str, phone: &str, sms_code: &str, licence: &str) -> Value {
    json!({
        "uscc": uscc, "name": "杭州超尔切削工具有限公司", "region_code": "330109", "enterprise_types": ["production"],
        "registered_address": "浙江省杭州市萧山区市心北路 100 号", "contact_name": "张三丰", "contact_phone": phone,
        "sms_code": sms_code, "password": PASSWORD, "licence_file_id": licence,
    })
}

impl Actor {
    /// Issues unit codes without a batch.
    #[track_caller]
    pub fn issue(&self, product: &impl Display, prefix: &str, first: &str, quantity: i64) -> Value {
        let order = json!({"product_id": product.to_string(), "serial_prefix": prefix, "first_serial": first,
                           "quantity": quantity});
        self.post("/api/v1/unit-issues", &order).expect(201)
    }

    /// Submits a product, which the rules alone approve, and activates it.
    #[track_caller]
    pub fn activate(&self, product: &impl Display) {
        let product = product.to_string();
        let step = |name: &str| format!("/api/v1/products/{}/{name}", product.trim_matches('"'));
        self.post(&step("submit"), &json!({"confirmed": true}))
            .expect(200);
        self.post(&step("activate"), &json!({})).expect(200);
    }

    /// Asks for a change of what the enterprise is.
    pub fn ask_identity(&self, change: impl FnOnce(&mut Value)) -> Reply {
        let shown = self.get("/api/v1/enterprise");
        let seen = shown.json();
        let mut asked = json!({"licence_file_id": seen["licence"]["id"], "reason": "营业执照已换发"});
        for field in ["name", "region_code", "enterprise_types"] {
            asked[field] = seen[field].clone();
        }
        change(&mut asked);
        self.with("if-match", shown.header("etag"))
            .post("/api/v1/identity-requests", &asked)
    }

    /// Lets what an enterprise asked to be hold, as the operator.
    pub fn approve_identity(&self, request: &Value) -> Reply {
        let id = request["id"].as_str().unwrap();
        let path = format!("/api/v1/platform/identity-requests/{id}/approve");
        self.post(&path, &json!({}))
    }

    /// Codes a batch made on 2026-11-01 that expires two years later.
    #[track_caller]
    pub fn batch(&self, product: &impl Display, batch_no: &str) -> String {
        let batch = json!({"product_id": product.to_string(), "batch_no": batch_no, "made_on": "2026-11-01",
                           "expires_on": "2028-10-31", "coding_mode": "batch"});
        let made = self.post("/api/v1/batches", &batch).expect(201);
        made["id"].as_str().unwrap().to_owned()
    }

    /// How many records a list has.
    #[track_caller]
    pub fn total(&self, list: &str) -> i64 {
        self.get(list).expect(200)["total"].as_i64().unwrap()
    }

    /// Everything of this enterprise that a request could have added to.
    pub fn holdings(&self) -> Value {
        let total = |list| self.total(list);
        json!({
            "codes": self.get("/api/v1/coding-overview").expect(200), "jobs": total("/api/v1/jobs"),
            "products": total("/api/v1/products"), "batches": total("/api/v1/batches"),
            "units": total("/api/v1/units"), "voided": total("/api/v1/units?state=voided"),
        })
    }

    /// Waits for a job to end.
    #[track_caller]
    pub fn ended_job(&self, id: &str) -> Value {
        wait_for("the end of a job", Duration::from_secs(60), || {
            let job = self.get(&format!("/api/v1/jobs/{id}")).expect(200);
            match job["state"].as_str() {
                Some("queued" | "running") => Err(job),
                _ => Ok(job),
            }
        })
    }
}

impl TestApp {
    /// Asks for a code and reads it from the SMS.
    #[track_caller]
    pub fn send_sms(&self, phone: &str, purpose: &str) -> String {
        let wanted = json!({"phone": phone, "purpose": purpose});
        self.anyone().post("/api/v1/sms-codes", &wanted).expect(202);
        self.sms_code(phone)
    }

    /// An uploaded licence that waits for its registration.
    #[track_caller]
    pub fn licence(&self) -> String {
        let (media_type, body) = multipart("营业执照.png", &png(60, 40));
        let path = "/api/v1/registrations/licence";
        let made = self.anyone().send(&Method::POST, path, Some(&media_type), &body);
        made.expect(201)["id"].as_str().unwrap().to_owned()
    }

    /// Registers an enterprise the way people do; it signs in with [`PASSWORD`].
    #[track_caller]
    pub fn register(&self, uscc: &str, phone: &str) {
        let form = registration(
            uscc,
            phone,
            &self.send_sms(phone, "registration"),
            &self.licence(),
        );
        self.anyone().post("/api/v1/registrations", &form).expect(201);
    }

    /// The code in the newest SMS to a phone.
    #[track_caller]
    pub fn sms_code(&self, phone: &str) -> String {
        let messages = self.anyone().get("/api/v1/development/sms-messages").expect(200);
        let newest = messages.as_array().unwrap().iter().find(|m| m["phone"] == phone);
        let text = newest.unwrap_or_else(|| panic!("no SMS to {phone}"))["text"]
            .as_str()
            .unwrap();
        text.split("为 ").nth(1).unwrap()[..6].to_owned()
    }
}
