//! The OpenAPI document as a source of requests.

use serde_json::{Map, Value, json};
use ureq::http::Method;

/// One operation of the document.
#[derive(Debug, Clone)]
pub struct Operation {
    pub id: String,
    pub method: Method,
    pub path: String,
    /// The rights it asks for; none for operations anyone may call.
    pub rights: Option<Vec<String>>,
    /// The schema of its JSON body.
    pub body: Option<Value>,
    pub is_multipart: bool,
    pub parameters: Vec<Value>,
    pub document: Value,
}

/// All operations.
pub fn operations() -> Vec<Operation> {
    let paths = server::document()["paths"].as_object().unwrap();
    let all = paths.iter().flat_map(|(path, methods)| {
        methods
            .as_object()
            .unwrap()
            .iter()
            .map(|(method, op)| operation(path, method, op))
    });
    all.collect()
}

fn operation(path: &str, method: &str, op: &Value) -> Operation {
    let security = op["security"].as_array().cloned().unwrap_or_default();
    let rights = security.iter().find_map(|s| s.get("bearer")).map(|scopes| {
        scopes
            .as_array()
            .unwrap()
            .iter()
            .map(|s| s.as_str().unwrap().to_owned())
            .collect()
    });
    let content = &op["requestBody"]["content"];
    Operation {
        id: op["operationId"].as_str().unwrap_or_default().to_owned(),
        method: method.to_uppercase().parse().unwrap(),
        path: path.to_owned(),
        rights,
        body: content.get("application/json").map(|c| resolve(&c["schema"])),
        is_multipart: content.get("multipart/form-data").is_some(),
        parameters: op["parameters"].as_array().cloned().unwrap_or_default(),
        document: op.clone(),
    }
}

/// The schema a reference stands for, with the words of the place that refers to it.
pub fn resolve(schema: &Value) -> Value {
    if let Some(choices) = schema.get("oneOf").and_then(Value::as_array) {
        let inner = choices.iter().find(|c| c["type"] != "null").unwrap();
        return resolve(inner);
    }
    match schema.get("$ref").and_then(Value::as_str) {
        None => schema.clone(),
        Some(reference) => {
            let pointer = reference.trim_start_matches('#');
            server::document()
                .pointer(pointer)
                .unwrap_or_else(|| panic!("{reference} is not in the document"))
                .clone()
        }
    }
}

/// The kind of a schema, null aside.
pub fn kind(schema: &Value) -> String {
    match &schema["type"] {
        Value::String(kind) => kind.clone(),
        Value::Array(kinds) => kinds
            .iter()
            .find(|k| *k != "null")
            .unwrap()
            .as_str()
            .unwrap()
            .to_owned(),
        _ => String::new(),
    }
}

/// A value that keeps every limit of a schema.
pub fn sample(schema: &Value) -> Value {
    let schema = &resolve(schema);
    if let Some(example) = schema.get("example") {
        return example.clone();
    }
    if let Some(first) = schema["enum"].as_array().and_then(|e| e.first()) {
        return first.clone();
    }
    match kind(schema).as_str() {
        "object" => Value::Object(
            properties(schema)
                .iter()
                .map(|(name, s)| (name.clone(), sample(s)))
                .collect(),
        ),
        "array" => {
            let count = schema["minItems"].as_u64().unwrap_or(1).max(1);
            (0..count)
                .map(|_| sample(&schema["items"]))
                .collect::<Vec<_>>()
                .into()
        }
        "integer" => schema["minimum"].as_i64().unwrap_or(1).into(),
        "boolean" => false.into(),
        "string" => sample_text(schema).into(),
        other => panic!("no sample of {other}: {schema}"),
    }
}

/// A value for a parameter.
pub fn sample_parameter(parameter: &Value) -> Value {
    parameter
        .get("example")
        .cloned()
        .unwrap_or_else(|| sample(&parameter["schema"]))
}

fn sample_text(schema: &Value) -> String {
    match schema["format"].as_str() {
        Some("uuid") => kernel::Id::<()>::new().to_string(),
        Some("date") => "2026-11-01".to_owned(),
        Some("password") => "Kq7!mTz2vB".to_owned(),
        _ => "样".repeat(schema["minLength"].as_u64().unwrap_or(2).max(2) as usize),
    }
}

pub fn properties(schema: &Value) -> Map<String, Value> {
    schema["properties"].as_object().cloned().unwrap_or_default()
}

/// A value just beyond one limit of a schema, with the code its error has.
pub fn just_beyond(schema: &Value, is_required: bool) -> Vec<(&'static str, Option<Value>)> {
    let schema = &resolve(schema);
    let mut cases = vec![];
    if is_required {
        cases.push(("required", None));
    }
    let is_nullable = schema["type"]
        .as_array()
        .is_some_and(|t| t.iter().any(|t| t == "null"));
    match kind(schema).as_str() {
        "string" => {
            cases.push(("type", Some(json!(17))));
            if schema.get("enum").is_some() {
                return cases
                    .into_iter()
                    .map(|(code, v)| (if v.is_some() { "not_in_list" } else { code }, v))
                    .collect();
            }
            cases.push(("control_character", Some(json!("a\u{7}b"))));
            if let Some(max) = schema["maxLength"].as_u64() {
                cases.push(("too_long", Some(json!("9".repeat(max as usize + 1)))));
            }
            match schema["minLength"].as_u64() {
                Some(min) if min > 1 => cases.push(("too_short", Some(json!("9".repeat(min as usize - 1))))),
                // Blanks are nothing, but in a password they are characters.
                Some(_) if schema["format"] == "password" && !is_nullable => {
                    cases.push(("required", Some(json!(""))))
                }
                Some(_) if !is_nullable => cases.push(("required", Some(json!("  ")))),
                _ => {}
            }
            // A format is judged by its own check; its pattern is for those who make requests.
            if schema.get("pattern").is_some() && schema.get("format").is_none() {
                cases.push(("pattern", Some(json!("不合格式"))));
            }
            if let Some(format) = schema["format"]
                .as_str()
                .filter(|f| !matches!(*f, "password" | "multiline") && !f.starts_with("scanned-"))
            {
                cases.push((leak(format), Some(json!("不合格"))));
                if format == "date" {
                    let years = ["0026-11-01", "-262142-12-31", "+12027-11-30"];
                    cases.extend(years.map(|day| ("date", Some(json!(day)))));
                }
            }
        }
        "integer" => {
            cases.push(("type", Some(json!("many"))));
            if let Some(min) = schema["minimum"].as_i64() {
                cases.push(("too_small", Some(json!(min - 1))));
            }
            if let Some(max) = schema["maximum"].as_i64() {
                cases.push(("too_big", Some(json!(max + 1))));
            }
        }
        "boolean" => cases.push(("type", Some(json!("yes")))),
        "array" => {
            cases.push(("type", Some(json!("one"))));
            if let Some(max) = schema["maxItems"].as_u64() {
                let item = sample(&schema["items"]);
                cases.push(("too_many", Some(vec![item; max as usize + 1].into())));
            }
            match schema["minItems"].as_u64() {
                Some(1) => cases.push(("required", Some(json!([])))),
                Some(min) if min > 1 => cases.push(("too_few", Some(json!([])))),
                _ => {}
            }
        }
        "object" => cases.push(("type", Some(json!("thing")))),
        _ => {}
    }
    cases
}

fn leak(text: &str) -> &'static str {
    text.to_owned().leak()
}
