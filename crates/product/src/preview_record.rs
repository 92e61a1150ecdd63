//! A product that is still being written, made whole enough to be shown.

use crate::{ProductRecord, page};
use serde_json::{Map, Value, json};
use validator::Validate;
use web::{Problem, check::Check};

/// What stands where nothing that can be shown was written yet.
fn placeholders() -> Map<String, Value> {
    let fields = json!({
        "category": "industrial", "trace_code": "6901234567892", "name": "产品名称", "product_type": "产品类型",
        "gpc_code": "10000000", "model": "规格型号", "is_report_public": false,
    });
    match fields {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

/// Completes an unfinished record: a field that breaks its limits is left out or replaced by a placeholder.
///
/// # Errors
/// When not even the placeholders make a record, which is a fault of ours.
pub fn preview_record(mut fields: Map<String, Value>) -> Result<ProductRecord, Problem> {
    let check = Check::of::<ProductRecord>();
    // Each round leaves out what the one before found; what a list may hold at most is told in one.
    for _ in 0..8 {
        let mut value = Value::Object(fields.clone());
        let wrong = check.judge(&mut value);
        if wrong.is_empty() {
            return serde_json::from_value(value)
                .map(shown)
                .map_err(Problem::internal);
        }
        // From the end, so that the places of a list stay what they were called.
        for error in wrong.iter().rev() {
            leave_out(&mut fields, &error.pointer);
        }
    }
    serde_json::from_value(Value::Object(placeholders())).map_err(Problem::internal)
}

/// Takes out the innermost thing of a list that is wrong, or the field; what may not be missing gets its placeholder.
fn leave_out(fields: &mut Map<String, Value>, pointer: &str) {
    let steps: Vec<&str> = pointer.split('/').skip(1).collect();
    let Some(first) = steps.first() else { return };
    let end = steps
        .iter()
        .rposition(|step| step.parse::<usize>().is_ok())
        .map_or(steps.len(), |at| at + 1);
    let Some((last, path)) = steps.get(..end).and_then(<[&str]>::split_last) else {
        return;
    };
    let gone = match path {
        [] => fields.remove(*last).is_some(),
        [first, inner @ ..] => {
            let inner: String = inner.iter().map(|step| format!("/{step}")).collect();
            let parent = fields.get_mut(*first).and_then(|v| v.pointer_mut(&inner));
            match (parent, last.parse::<usize>()) {
                (Some(Value::Array(list)), Ok(index)) if index < list.len() => {
                    list.remove(index);
                    true
                }
                (Some(Value::Object(object)), _) => object.remove(*last).is_some(),
                _ => false,
            }
        }
    };
    if !gone {
        fields.remove(*first);
    }
    if let Some(value) = placeholders()
        .remove(*first)
        .filter(|_| !fields.contains_key(*first))
    {
        fields.insert((*first).to_owned(), value);
    }
}

/// Menus and icons that break a rule of theirs are not on the page yet.
fn shown(mut record: ProductRecord) -> ProductRecord {
    record.page.menus.retain(|m| m.validate().is_ok());
    record.page.apps.retain(|a| a.validate().is_ok());
    record.page = page::admit(record.page).content;
    record
}
