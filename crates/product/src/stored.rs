//! What this crate stores as JSON records, and how a product's record is read back.

use crate::{
    Product, ProductId, ProductRecord, autosave,
    events::EventDetail,
    page::{PageContent, SANITISER, readmit},
    revision::ProductRevision,
    template::ProductTemplateRecord,
};
use db::{Entry, NotWhole, Partly, Shape, Stored, tell_once};
use kernel::Timestamp;
use quick_cache::sync::Cache;
use serde_json::{Map, Value, json};
use std::sync::{Arc, LazyLock};

/// The shapes of this crate.
pub const SHAPES: &[Entry] = &[
    Entry::of::<ProductRecord>("product_revisions.record"),
    Entry::of::<ProductRecord>("change_requests.former"),
    Entry::of::<ProductRecord>("change_requests.record"),
    Entry::of::<ProductTemplateRecord>("product_templates.record"),
    Entry::of::<EventDetail>("code_events.detail"),
    autosave::SHAPE,
];

impl Shape for ProductRecord {
    const NAME: &'static str = "product_record";
    const SHAPE: u32 = 1;

    /// Blank, and closed where there is a switch; the product's own row knows most of it better.
    fn stand_ins() -> Map<String, Value> {
        let fields = json!({
            "category": "industrial", "trace_code": "6901234567892", "name": "", "product_type": "", "gpc_code": "",
            "model": "", "is_report_public": false,
        });
        match fields {
            Value::Object(fields) => fields,
            _ => Map::new(),
        }
    }
}

impl ProductRevision {
    /// Reads the record. What it cannot be without and does not say comes from the product's row.
    ///
    /// # Errors
    /// When not even the row says enough.
    pub fn read(&self, p: &Product) -> Result<Partly<ProductRecord>, NotWhole> {
        let read = self.record.read_with(known(p));
        let row = format!("{} {}", self.product_id, self.revision);
        tell_once("product_revisions.record", &row, &read.unreadable);
        read.partly()
    }

    /// Reads the record to show it to anyone. Rich text that an older sanitiser admitted is sanitised again, once in the life of the
    /// process.
    ///
    /// # Errors
    /// When not even the row says enough.
    pub fn read_shown(&self, p: &Product) -> Result<Partly<ProductRecord>, NotWhole> {
        let mut read = self.read(p)?;
        if self.sanitiser == Some(SANITISER) {
            return Ok(read);
        }
        let key = (self.product_id.clone(), self.revision, self.made_at);
        let page = READMITTED.get(&key).unwrap_or_else(|| {
            let page = Arc::new(readmit(std::mem::take(&mut read.value.page)));
            READMITTED.insert(key, Arc::clone(&page));
            page
        });
        read.value.page = PageContent::clone(&page);
        Ok(read)
    }
}

/// Pages of rows from before this sanitiser, sanitised again.
static READMITTED: LazyLock<Cache<(ProductId, i64, Timestamp), Arc<PageContent>>> =
    LazyLock::new(|| Cache::new(100));

/// Reads a record that was kept beside the versions.
///
/// # Errors
/// When not even the product's row says enough.
pub(crate) fn read_of(
    stored: &Stored<ProductRecord>,
    p: &Product,
) -> Result<Partly<ProductRecord>, NotWhole> {
    stored.read_with(known(p)).partly()
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
