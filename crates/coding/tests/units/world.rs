//! An enterprise with a product and a few batches, and what is ordered of it.

use chrono::NaiveDate;
use coding::{
    Error,
    batch::NewBatch,
    issue::{self, CodeBatch, IssueOrder},
    unit::Selection,
};
use db::{Db, EnterpriseId, Scratch, TenantConn};
use enterprise::{
    EnterpriseType,
    registration::{NewEnterprise, register_without_code},
};
use identifiers::{SerialNo, serial::Span};
use kernel::Clock;
use product::{AdmittedRecord, ProductId, ProductRecord};

pub const BATCHES: [&str; 3] = ["B1", "B2", "B3"];

pub struct World {
    pub db: Db,
    enterprise: EnterpriseId,
    product: ProductId,
    _scratch: Scratch,
}

impl World {
    pub fn new() -> Self {
        let scratch = Scratch::new();
        let db = scratch.open(Clock::default());
        let new = NewEnterprise {
            uscc: "91330109589891087U".into(),
            name: "杭州超尔切削工具有限公司".into(),
            region_code: "330109".into(),
            enterprise_types: vec![EnterpriseType::Production],
            registered_address: "浙江省杭州市萧山区".into(),
            contact_name: "联系人".into(),
            contact_phone: "13800138000".into(),
            is_verified: true,
        };
        let enterprise = db
            .write_platform(|c| register_without_code(c, new, String::new(), None))
            .unwrap();
        let record = AdmittedRecord::of(record());
        let product = db.write(&enterprise, |c| product::create(c, record)).unwrap();
        let world = Self {
            db,
            enterprise,
            product,
            _scratch: scratch,
        };
        for no in BATCHES {
            world
                .write(|c, product_id| Ok(issue::code_batch(c, new_batch(product_id, no))?))
                .unwrap();
        }
        world
    }

    pub fn write<T>(
        &self,
        f: impl FnOnce(&mut TenantConn<'_>, ProductId) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.db.write(&self.enterprise, |c| f(c, self.product.clone()))
    }
}

fn record() -> ProductRecord {
    serde_json::from_value(serde_json::json!({
        "category": "industrial", "trace_code": "6901234567892", "name": "细工木板", "product_type": "细木工板",
        "gpc_code": "83000000", "model": "18 mm", "is_report_public": false,
    }))
    .unwrap()
}

fn new_batch(product_id: ProductId, no: &str) -> CodeBatch {
    let batch = NewBatch {
        product_id,
        batch_no: no.into(),
        made_on: day(1),
        expires_on: None,
        quantity: None,
    };
    CodeBatch { batch, units: None }
}

pub fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, n).unwrap()
}

pub fn serial_no(text: &str) -> SerialNo {
    SerialNo::parse(text).unwrap()
}

pub fn order(product_id: ProductId, text: &str, quantity: u32, batch: Option<usize>) -> IssueOrder {
    let (prefix, number) = text.split_at(text.find(|c: char| c.is_ascii_digit()).unwrap());
    IssueOrder {
        product_id,
        batch_no: batch.map(|i| BATCHES[i].to_owned()),
        serial_prefix: prefix.to_owned(),
        first_serial: Some(number.to_owned()),
        quantity: quantity.into(),
        made_on: None,
        expires_on: None,
    }
}

pub fn select(product_id: ProductId, first: &str, last: &str) -> Selection {
    let (first_serial, last_serial) = (serial_no(first), serial_no(last));
    let quantity = Some(Span::between(&first_serial, &last_serial).unwrap().count());
    Selection {
        product_id,
        first_serial,
        last_serial: Some(last_serial),
        quantity,
    }
}
