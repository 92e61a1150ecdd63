//! What the nets of tenancy make of everything, for one enterprise.

use enterprise::{
    EnterpriseType,
    notice::{EnterpriseNotice, notify_enterprise},
};
use notify::Notice;
use serde_json::{Value, json};
use tests::{Actor, TestApp, mp4, pdf, png};

/// One of everything, owned by `owner`.
pub(super) struct Owned {
    pub(super) product: String,
    pub(super) feedback: String,
    pub(super) batch: String,
    pub(super) file: String,
    pub(super) logo: String,
    pub(super) report: String,
    pub(super) job: String,
    pub(super) brand: String,
    pub(super) filing: String,
    pub(super) filing_batch: String,
    pub(super) brand_logo: String,
    pub(super) brand_video: String,
    pub(super) qualification: String,
    pub(super) certificate: String,
    pub(super) notice: String,
    pub(super) template: String,
    pub(super) recall: String,
    pub(super) claim: String,
    pub(super) proof: String,
    pub(super) change_request: String,
    pub(super) identity_request: String,
}

pub(super) fn owned(app: &TestApp, owner: &Actor, trace_code: &str) -> Owned {
    let product = app.product(owner, trace_code).to_string();
    let batch = json!({"product_id": product, "batch_no": "20261101A", "made_on": "2026-11-01", "coding_mode": "unit",
                       "quantity": 1000, "serial_prefix": "A", "first_serial": "00000001"});
    let batch = owner.post("/api/v1/batches", &batch).expect(201)["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let upload = |slot: &str, name: &str, bytes: &[u8]| {
        owner.upload(slot, name, bytes).expect(201)["id"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let export = json!({"product_id": product, "format": "csv"});
    let job = owner.post("/api/v1/unit-exports", &export).expect(202)["job_id"]
        .as_str()
        .unwrap()
        .to_owned();
    let made = |path: &str, record: &Value| {
        owner.post(path, record).expect(201)["id"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let picture = upload("qualification_picture", "d.png", &png(8, 8));
    let qualification = json!({"kind": "ccc", "number": "2016010706840003", "is_public": true, "picture_file_ids": [picture]});
    let (filing, filing_batch) = filed(app, owner, trace_code);
    let feedback = app.feedback(&format!("/01/0{trace_code}/21/A00000001"), "边缘开胶，请处理");
    let recall =
        json!({"product_id": product, "batch_no": "20261101A", "reason": "存在隐患", "advice": "请停止使用"});
    let claim = json!({"trace_code": taken_by_a_third(app, trace_code), "reason": "该条码是本企业的",
                       "proof_file_ids": [upload("claim_proof", "h.pdf", &pdf())]});
    let view = owner.get(&format!("/api/v1/products/{product}")).expect(200);
    let mut record = view["record"].clone();
    record["model"] = json!("25 mm");
    let asked = json!({"record": record, "reason": "型号有误"});
    let change_request = owner
        .with("if-match", &format!("\"{}\"", view["version"]))
        .post(&format!("/api/v1/products/{product}/change-requests"), &asked)
        .expect(201)["id"]
        .as_str()
        .unwrap()
        .to_owned();
    Owned {
        change_request,
        identity_request: asked_identity(owner),
        claim: made("/api/v1/code-claims", &claim),
        proof: upload("claim_proof", "i.pdf", &pdf()),
        recall: made("/api/v1/recalls", &recall),
        product,
        feedback,
        filing,
        filing_batch,
        batch,
        brand: made("/api/v1/brands", &json!({"name": "森森"})),
        brand_logo: upload("brand_logo", "e.png", &png(8, 8)),
        brand_video: upload("brand_video", "f.mp4", &mp4(&[])),
        qualification: made("/api/v1/qualifications", &qualification),
        certificate: upload("qualification_picture", "g.png", &png(8, 8)),
        file: upload("product_picture", "a.png", &png(8, 8)),
        logo: upload("code_logo", "b.png", &png(8, 8)),
        report: upload("inspection_report", "c.pdf", &pdf()),
        job,
        notice: notice(app, owner),
        template: made("/api/v1/product-templates", &json!({"name": "人造板"})),
    }
}

/// A filing and the batch it was filed by: both are of a day that has ended, so they are made on the next one.
fn filed(app: &TestApp, owner: &Actor, trace_code: &str) -> (String, String) {
    let name = match trace_code {
        "6901234567892" => "91330109589891087U",
        _ => "91330482746305409W",
    };
    app.clock.advance_seconds(86_400);
    let later = app.sign_in(name, Some(owner.enterprise().clone()));
    let batch = later
        .post("/api/v1/filing-batches", &json!({"periods": 1, "zeros": 0}))
        .expect(201);
    let filings = later.get("/api/v1/filings").expect(200);
    app.clock.advance_seconds(-86_400);
    let id = |of: &Value| of["id"].as_str().unwrap().to_owned();
    (id(&filings["items"][0]), id(&batch))
}

/// A trace code that a third enterprise has, another one for each owner.
fn taken_by_a_third(app: &TestApp, owners_code: &str) -> &'static str {
    let (uscc, code) = match owners_code {
        "6901234567892" => ("91330100MA27U0EXX3", "6920000000012"),
        _ => ("914401016184092708", "6920000000029"),
    };
    let third = app.enterprise(uscc, "第三家", EnterpriseType::PRODUCERS);
    app.draft(&third, code);
    code
}

fn asked_identity(owner: &Actor) -> String {
    let licence = owner.upload("business_licence", "j.pdf", &pdf()).expect(201)["id"].clone();
    let asked = owner.ask_identity(|r| r["licence_file_id"] = licence);
    asked.expect(201)["id"].as_str().unwrap().to_owned()
}

fn notice(app: &TestApp, owner: &Actor) -> String {
    let told = Notice::new(EnterpriseNotice::ContactStale {
        contact: "联系人".to_owned(),
        days: 200,
    });
    app.state
        .db
        .write(owner.enterprise(), |c| notify_enterprise(c, &told))
        .unwrap();
    let notices = owner.get("/api/v1/notices").expect(200);
    notices["items"][0]["id"].as_str().unwrap().to_owned()
}
