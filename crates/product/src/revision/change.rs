use crate::{ProductRecord, state::ProductState};
use enterprise::profile::ReviewMode;
use kernel::Code;
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

/// The evidence that is asked of every product (F153): a person looked at it where the review is by hand.
const EVIDENCE: &[&str] = &[
    "picture_file_ids",
    "report_file_ids",
    "report_kind",
    "report_expires_on",
];

/// The fields in which two records differ, in the order of the form.
pub(crate) fn changed_fields(old: &ProductRecord, new: &ProductRecord) -> Vec<String> {
    let (old, new) = (fields(old), fields(new));
    new.iter()
        .filter(|(name, value)| old.get(*name) != Some(value))
        .map(|(name, _)| name.clone())
        .collect()
}

/// The fields that change only by a change request: what was reviewed, by where the product stands and who reviews.
fn reviewed_fields(
    state: Option<ProductState>,
    mode: Code<ReviewMode>,
) -> impl Iterator<Item = &'static str> {
    let is_by_hand = mode != ReviewMode::Automatic;
    let (core, evidence) = match state {
        Some(ProductState::Activated) => (CORE, is_by_hand),
        Some(ProductState::Approved) if is_by_hand => (CORE, true),
        _ => (&["trace_code"][..], false),
    };
    core.iter()
        .chain(EVIDENCE.iter().filter(move |_| evidence))
        .copied()
}

/// The fields that cannot be changed directly any more: what cannot be read may be entered again.
pub(crate) fn locked_fields(
    state: Option<ProductState>,
    mode: Code<ReviewMode>,
    unreadable: &[String],
) -> Vec<&'static str> {
    let stands = |field: &&str| *field == "trace_code" || !is_lost(field, unreadable);
    reviewed_fields(state, mode).filter(stands).collect()
}

/// Whether a field is among those that cannot be read.
fn is_lost(field: &str, unreadable: &[String]) -> bool {
    unreadable.iter().any(|lost| lost == field || lost == "record")
}

/// Whether something changed that the review passed.
pub(crate) fn is_core_changed(changed: &[String], unreadable: &[String]) -> bool {
    let is_core = |name: &String| CORE.contains(&name.as_str()) && !is_lost(name, unreadable);
    changed.iter().any(is_core)
}

fn fields(record: &ProductRecord) -> Map<String, Value> {
    match serde_json::to_value(record) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}
