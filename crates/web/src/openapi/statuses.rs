//! Every status an operation can answer, by its number: a client that is made from the document has no use for the rest of them
//! together. What follows from the shape of an operation is said here; what only its handler knows, the handler says. The tests
//! compare every answer they get with the document.

use crate::problem::PROBLEM_JSON;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// What failures mean, and how they are called in the document.
const FAILURES: &[(u16, &str, &str)] = &[
    (400, "Malformed", "请求无法读取：不是有效的 JSON、表单或请求头"),
    (401, "Unauthenticated", "未登录，或登录状态已失效"),
    (403, "Forbidden", "没有此操作的权限"),
    (404, "NotFound", "地址或其中所指的记录不存在，或不属于本企业"),
    (408, "TooSlow", "请求内容传输过慢，已中止"),
    (409, "Conflict", "与已有内容冲突，或同一幂等键的请求仍在处理"),
    (412, "Stale", "记录已被修改，请重新读取"),
    (413, "TooLarge", "请求内容过大"),
    (415, "MediaType", "不支持该内容类型"),
    (422, "Invalid", "内容有误；errors 按位置逐项说明"),
    (428, "VersionMissing", "缺少 If-Match"),
    (429, "TooMany", "过于频繁；Retry-After 为需等待的秒数"),
    (500, "Internal", "系统内部错误"),
    (503, "Unavailable", "暂时无法处理；Retry-After 为建议等待的秒数"),
    (507, "Full", "存储空间已满，未写入任何内容"),
];

/// Says how an operation can fail.
pub(super) fn describe(method: &str, operation: &mut Value, schemas: &Map<String, Value>) {
    let statuses = statuses(method, operation, schemas);
    // What a browser is shown of a refusal is a page, too.
    let has_pages = parameters(operation).any(|p| p.get("name").is_some_and(|name| name == "Accept"));
    let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) else {
        return;
    };
    for (status, name, text) in FAILURES.iter().filter(|(status, ..)| statuses.contains(status)) {
        responses
            .entry(status.to_string())
            .or_insert_with(|| match has_pages {
                true => json!({ "description": text }),
                false => json!({ "$ref": format!("#/components/responses/{name}") }),
            });
    }
    let failures = responses
        .iter_mut()
        .filter(|(status, _)| status.starts_with(['4', '5']))
        .filter_map(|(_, response)| response.as_object_mut())
        .filter(|response| !response.contains_key("$ref"));
    for response in failures {
        let contents = response.entry("content").or_insert_with(|| json!({}));
        let Some(contents) = contents.as_object_mut() else {
            continue;
        };
        contents.entry(PROBLEM_JSON).or_insert_with(problem);
        if has_pages {
            contents
                .entry("text/html")
                .or_insert_with(|| json!({ "schema": { "type": "string" } }));
        }
    }
}

fn parameters(operation: &Value) -> impl Iterator<Item = &Value> {
    let parameters = operation.get("parameters").and_then(Value::as_array);
    parameters.into_iter().flatten()
}

/// Puts the failures all operations share into the document.
pub(super) fn declare(document: &mut Value) {
    let shared = FAILURES.iter().map(|(status, name, text)| {
        let mut response = json!({ "description": text, "content": { PROBLEM_JSON: problem() } });
        if let (429 | 503, Some(response)) = (status, response.as_object_mut()) {
            let seconds = json!({ "description": "秒数", "schema": { "type": "integer" } });
            response.insert("headers".into(), json!({ "Retry-After": seconds }));
        }
        ((*name).to_owned(), response)
    });
    let components = document.get_mut("components").and_then(Value::as_object_mut);
    if let Some(components) = components {
        components.insert("responses".into(), Value::Object(shared.collect()));
    }
}

fn problem() -> Value {
    json!({ "schema": { "$ref": "#/components/schemas/Problem" } })
}

fn statuses(method: &str, operation: &Value, schemas: &Map<String, Value>) -> BTreeSet<u16> {
    let rights = operation.pointer("/security/0/bearer").and_then(Value::as_array);
    let body = operation
        .pointer("/requestBody/content")
        .and_then(Value::as_object);
    let has = |place: &str, name: Option<&str>| {
        parameters(operation).any(|p| {
            let is = |key: &str, wanted: &str| p.get(key).is_some_and(|v| v == wanted);
            is("in", place) && name.is_none_or(|name| is("name", name))
        })
    };
    let (is_keyed, is_versioned) = (
        has("header", Some("Idempotency-Key")),
        has("header", Some("If-Match")),
    );
    let is_write = method != "get";
    let names_records = has("path", None)
        || parameters(operation).any(|p| names_record(p, schemas, 0))
        || body
            .into_iter()
            .flat_map(Map::values)
            .any(|c| names_record(c, schemas, 0));
    let mut statuses = BTreeSet::from([500, 503]);
    let mut can = |when: bool, which: &[u16]| {
        if when {
            statuses.extend(which);
        }
    };
    can(rights.is_some(), &[401]);
    can(rights.is_some_and(|rights| !rights.is_empty()), &[403]);
    can(names_records, &[404]);
    can(has("query", None), &[400, 422]);
    can(body.is_some(), &[400, 408, 413, 415, 422]);
    can(is_keyed, &[400, 409, 422]);
    can(is_versioned, &[409, 412, 428]);
    can(is_write && rights.is_some() && has("path", None), &[409]);
    can(is_write, &[507]);
    statuses
}

/// Whether something names a record by its id, itself or in its parts.
fn names_record(value: &Value, schemas: &Map<String, Value>, depth: usize) -> bool {
    match value {
        // Records that contain each other have been gone through long before.
        _ if depth > 12 => false,
        Value::Object(schema) => {
            let referred = schema.get("$ref").and_then(Value::as_str);
            let referred = referred.and_then(|r| schemas.get(r.rsplit('/').next()?));
            schema.get("format").is_some_and(|format| format == "uuid")
                || referred.is_some_and(|schema| names_record(schema, schemas, depth + 1))
                || schema
                    .values()
                    .any(|value| names_record(value, schemas, depth + 1))
        }
        Value::Array(list) => list.iter().any(|value| names_record(value, schemas, depth + 1)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(method: &str, operation: &Value) -> Vec<u16> {
        let schemas = json!({ "Order": { "properties": { "lines": { "items": { "properties": {
            "product_id": { "type": "string", "format": "uuid" } } } } } } });
        statuses(method, operation, schemas.as_object().unwrap())
            .into_iter()
            .collect()
    }

    #[test]
    fn what_an_operation_takes_says_how_it_can_fail() {
        assert_eq!(of("get", &json!({ "security": [{}] })), [500, 503]);
        let list = json!({ "security": [{ "bearer": ["code.read"] }], "parameters": [{ "in": "query", "name": "page" }] });
        assert_eq!(of("get", &list), [400, 401, 403, 422, 500, 503]);
        let update = json!({
            "security": [{ "bearer": ["brand.write"] }],
            "parameters": [{ "in": "path", "name": "id" }, { "in": "header", "name": "If-Match" }],
            "requestBody": { "content": { "application/json": {} } },
        });
        assert_eq!(
            of("put", &update),
            [
                400, 401, 403, 404, 408, 409, 412, 413, 415, 422, 428, 500, 503, 507
            ]
        );
        let order = json!({ "security": [{}], "requestBody": { "content": { "application/json": {
            "schema": { "$ref": "#/components/schemas/Order" } } } } });
        assert!(of("post", &order).contains(&404));
    }

    #[test]
    fn what_a_handler_says_stays() {
        let mut operation = json!({ "security": [{}], "responses": {
            "204": { "description": "好" }, "429": { "description": "慢" } } });
        describe("get", &mut operation, &Map::new());
        let responses = &operation["responses"];
        assert_eq!(responses["204"], json!({ "description": "好" }));
        assert_eq!(responses["429"]["description"], "慢");
        assert_eq!(responses["429"]["content"][PROBLEM_JSON], problem());
        assert_eq!(responses["500"]["$ref"], "#/components/responses/Internal");
        let mut document = json!({ "components": {} });
        declare(&mut document);
        let shared = &document["components"]["responses"];
        assert!(shared["TooMany"]["headers"]["Retry-After"].is_object());
        assert_eq!(shared["Internal"]["content"][PROBLEM_JSON], problem());
    }
}
