//! What a maker adds to the page behind a code, and the page itself.

mod attempts;
mod content;
mod facts;
mod leave;
mod looks;
mod preview;

use serde_json::{Value, json};
use tests::{Actor, Reply, TestApp, jpeg, mp4, pdf, png};

const GTIN: &str = "/01/06901234567892";

struct World {
    app: TestApp,
    acme: Actor,
    rival: Actor,
}

fn world() -> World {
    let (app, acme, rival) = TestApp::with_two_enterprises();
    World { app, acme, rival }
}

/// An uploaded file's id.
fn upload(actor: &Actor, slot: &str) -> String {
    let content = match slot {
        "page_video" => mp4(&[]),
        "inspection_report" | "manual" | "evidence" => pdf(),
        "app_icon" => jpeg(&[]),
        _ => png(464, 290),
    };
    let made = actor.upload(slot, "文件", &content).expect(201);
    made["id"].as_str().unwrap().to_owned()
}

impl World {
    /// A record with everything a page can show.
    fn record(&self) -> Value {
        let file = |slot| upload(&self.acme, slot);
        let (picture, video) = (file("page_picture"), file("page_video"));
        json!({
            "category": "industrial", "trace_code": "6901234567892", "name": "细工木板", "product_type": "细木工板",
            "gpc_code": "83000000", "brand_name": "森森", "model": "18 mm", "standards": ["GB 18580-2017"],
            "licence_number": "XK03-001-00001", "picture_file_ids": [file("product_picture")],
            "report_file_ids": [file("inspection_report")], "report_kind": "type_test", "report_expires_on": "2028-01-01",
            "is_report_public": true, "manual_file_ids": [file("manual")],
            "attributes": [{"name": "板材等级", "value": "E0 级", "is_public": true},
                           {"name": "成本价", "value": "机密数字", "is_public": false}],
            "quality_indicators": [
                {"kind": "environment", "name": "甲醛释放量", "requirement": "≤ 0.124 mg/m³", "result": "0.031 mg/m³",
                 "report_file_id": file("inspection_report"), "is_public": true},
                {"kind": "performance", "name": "暗藏指标", "result": "1", "report_file_id": file("inspection_report"), "is_public": false}],
            "parts": [
                {"kind": "material", "name": "杉木芯条", "supplier_name": "丽水绝密林业有限公司", "supplier_alias": "A 厂家", "is_public": true},
                {"kind": "component", "name": "暗藏零件", "supplier_name": "绝密零件厂", "is_public": false}],
            "commercial": {"honours": "著名商标", "website": "https://www.example.com/board", "lottery_url": null, "credit_grade": "AAA"},
            "evidence_file_ids": [file("evidence")], "is_evidence_public": true, "platform": "中国食品（产品）安全追溯平台",
            "linked_codes": [{"scheme": "ecode", "code": "10064123456789"}],
            "page": {
                "menus": [
                    {"title": "企业介绍", "kind": "text", "content": "第一行\n第二行"},
                    {"title": "图文", "kind": "rich", "content": format!(
                        "<h2>保养</h2><p class=\"a-center\">平放<a href=\"https://www.example.com/guide?a=1&amp;b=2\">说明</a></p>\
                         <img src=\"/files/{picture}\"><video src=\"/files/{video}\" controls></video>")},
                    {"title": "长文", "kind": "rich", "content": format!("<p>{}</p>", "很长的文字".repeat(2_000))},
                    {"title": "官网", "kind": "link", "content": "https://www.example.com/about"}],
                "apps": [
                    {"kind": "jd", "url": "https://item.jd.com/100012043978.html"},
                    {"kind": "other", "title": "商城", "url": "https://shop.example.com/", "icon_file_id": file("app_icon")}],
                "theme": {"colour": "#14532d", "header_picture_file_id": file("page_background"), "footer_picture_file_id": file("page_background")},
            },
        })
    }

    /// Stores a record and makes its code valid.
    #[track_caller]
    fn activated(&self, record: &Value) -> String {
        let made = self.acme.post("/api/v1/products", record).expect(201);
        let id = made["id"].as_str().unwrap().to_owned();
        let step = |step: &str, body: Value| {
            self.acme
                .post(&format!("/api/v1/products/{id}/{step}"), &body)
                .expect(200)
        };
        step("submit", json!({"confirmed": true}));
        step("activate", json!({}));
        id
    }

    fn page(&self, path: &str) -> Reply {
        self.app.anyone().with("accept", "text/html").get(path)
    }
}
