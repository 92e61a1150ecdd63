//! What the document says of the key.

use super::key::MAX_KEY;
use serde_json::{Value, json};

/// Adds the header to an operation that takes it: a POST that writes for an enterprise, and a PUT that changes a version.
pub(crate) fn describe(method: &str, operation: &mut Value) {
    let takes_key = match method {
        "post" => !is_preview(operation),
        "put" => is_versioned(operation),
        _ => false,
    };
    if !takes_key || !is_tenants(operation) {
        return;
    }
    let Some(operation) = operation.as_object_mut() else {
        return;
    };
    let parameters = operation.entry("parameters").or_insert_with(|| json!([]));
    if let Some(parameters) = parameters.as_array_mut() {
        parameters.push(parameter());
    }
}

fn is_tenants(operation: &Value) -> bool {
    let rights = operation.pointer("/security/0/bearer").and_then(Value::as_array);
    rights.is_some_and(|rights| {
        let names = rights.iter().filter_map(Value::as_str);
        names.clone().count() > 0 && names.into_iter().all(|name| !name.starts_with("platform."))
    })
}

/// Without a version the last one wins, however often it comes.
fn is_versioned(operation: &Value) -> bool {
    let parameters = operation.get("parameters").and_then(Value::as_array);
    parameters
        .into_iter()
        .flatten()
        .any(|p| p.get("name").is_some_and(|name| name == "If-Match"))
}

/// A preview is a POST because its question is long; it writes nothing.
fn is_preview(operation: &Value) -> bool {
    let id = operation.get("operationId").and_then(Value::as_str);
    id.is_some_and(|id| id.starts_with("preview_"))
}

/// A plain string: clients made from the document refuse keys of other kinds when a header has a format.
fn parameter() -> Value {
    json!({
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "description": "幂等键\n\n由调用方为每次操作生成一次，重试时原样重发；72 小时内同键同请求返回首次的结果，不会重复执行",
        "schema": { "type": "string", "title": "幂等键", "pattern": "^[!-~]+$", "minLength": 1, "maxLength": MAX_KEY },
        "example": "01938c1e-issue-1",
    })
}
