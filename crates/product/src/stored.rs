//! What this crate stores as JSON records, and how a product's record is read back.

use crate::{
    Product, ProductRecord, draft, history::EventDetail, template::TemplateRecord, version::ProductVersion,
};
use db::{Entry, NotWhole, Partly, Shape, tell_once};
use serde_json::{Map, Value, json};

/// The shapes of this crate.
pub const SHAPES: &[Entry] = &[
    Entry::of::<ProductRecord>("product_versions.record"),
    Entry::of::<TemplateRecord>("product_templates.record"),
    Entry::of::<EventDetail>("code_events.detail"),
    draft::SHAPE,
];

impl Shape for ProductRecord {
    const NAME: &'static str = "product_record";
    const SHAPE: u32 = 1;

    /// Blank, and closed where there is a switch; the product's own row knows most of it better.
    fn stand_ins() -> Map<String, Value> {
        let fields = json!({
            "category": "industrial", "trace_code": "6901234567892", "name": "", "product_type": "", "gpc_code": "",
            "model": "", "reports_public": false,
        });
        match fields {
            Value::Object(fields) => fields,
            _ => Map::new(),
        }
    }
}

impl ProductVersion {
    /// Reads the record. What it cannot be without and does not say comes from the product's row.
    ///
    /// # Errors
    /// When not even the row says enough.
    pub fn read(&self, p: &Product) -> Result<Partly<ProductRecord>, NotWhole> {
        let read = self.record.read_with(known(p));
        let row = format!("{} {}", self.product_id, self.number);
        tell_once("product_versions.record", &row, &read.unreadable);
        read.partly()
    }
}

/// What a product's row knows of its record.
fn known(p: &Product) -> Map<String, Value> {
    let mut known = Map::new();
    let mut know = |name: &str, value: Value| known.insert(name.to_owned(), value);
    know("name", json!(p.name));
    know("product_type", json!(p.product_type));
    know("model", json!(p.model));
    if let Some(category) = p.category.known() {
        know("category", json!(category));
    }
    if identifiers::Gtin::parse(&p.trace_code).is_ok() {
        know("trace_code", json!(p.trace_code));
    }
    known
}
