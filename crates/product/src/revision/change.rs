use crate::{ProductRecord, state::ProductState};
use serde_json::{Map, Value};

/// What names a product and what was reviewed of it: it cannot change any more once codes are valid.
const CORE: &[&str] = &[
    "category",
    "company_prefix",
    "trace_code",
    "name",
    "product_type",
    "gpc_code",
    "brand_id",
    "brand_name",
    "model",
    "standards",
    "licence_number",
    "certificate_number",
    "coding_level",
];

/// The fields in which two records differ, in the order of the form.
pub(crate) fn changed_fields(old: &ProductRecord, new: &ProductRecord) -> Vec<String> {
    let (old, new) = (fields(old), fields(new));
    new.iter()
        .filter(|(name, value)| old.get(*name) != Some(value))
        .map(|(name, _)| name.clone())
        .collect()
}

/// The fields that cannot change any more, in this state of the product: what cannot be read may be entered again.
pub(crate) fn locked_fields(state: Option<ProductState>, unreadable: &[String]) -> Vec<&'static str> {
    let all = match state {
        Some(ProductState::Activated) => CORE,
        _ => &["trace_code"],
    };
    let stands = |field: &&&str| **field == "trace_code" || !is_lost(field, unreadable);
    all.iter().filter(stands).copied().collect()
}

/// Whether a field is among those that cannot be read.
fn is_lost(field: &str, unreadable: &[String]) -> bool {
    unreadable.iter().any(|lost| lost == field || lost == "record")
}

/// The first of these fields that is locked once a product is activated.
pub(crate) fn locked_field<'c>(changed: &'c [String], unreadable: &[String]) -> Option<&'c str> {
    let is_core = |name: &&String| CORE.contains(&name.as_str()) && !is_lost(name, unreadable);
    changed.iter().find(is_core).map(String::as_str)
}

fn fields(record: &ProductRecord) -> Map<String, Value> {
    match serde_json::to_value(record) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}
