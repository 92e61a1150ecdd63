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

/// The fields that cannot change any more, in this state of the product.
pub(crate) fn locked_fields(state: ProductState) -> &'static [&'static str] {
    match state {
        ProductState::Activated => CORE,
        _ => &["trace_code"],
    }
}

/// The first of these fields that is locked once a product is activated.
pub(crate) fn locked_field(changed: &[String]) -> Option<&str> {
    let is_core = |name: &&String| CORE.contains(&name.as_str());
    changed.iter().find(is_core).map(String::as_str)
}

fn fields(record: &ProductRecord) -> Map<String, Value> {
    match serde_json::to_value(record) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}
