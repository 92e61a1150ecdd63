//! What the generated document still needs before it is published.

use crate::enum_schemas::refer_to_enums;
use crate::idempotency;
use crate::problem::{FieldErrorBody, PROBLEM_JSON, ProblemBody};
use serde_json::{Map, Value, json};
use utoipa::{PartialSchema, openapi::OpenApi};

/// A field's title and description: the first paragraph of its doc comment is the Chinese title, the rest the
/// description.
pub(crate) fn title_and_description(schema: &Value) -> (Option<String>, Option<String>) {
    let own = |s: &Value| {
        let title = s.get("title").and_then(Value::as_str);
        let text = s.get("description").and_then(Value::as_str);
        match (title, text) {
            (Some(title), text) => Some((Some(title.to_owned()), text.map(str::to_owned))),
            (None, Some(text)) => {
                let (title, rest) = text.split_once("\n\n").unwrap_or((text, ""));
                let rest = rest.trim();
                Some((
                    Some(title.trim().to_owned()),
                    (!rest.is_empty()).then(|| rest.to_owned()),
                ))
            }
            _ => None,
        }
    };
    let choices = schema.get("oneOf").and_then(Value::as_array);
    own(schema)
        .or_else(|| choices?.iter().find_map(own))
        .unwrap_or_default()
}

/// Finishes the document: closed sets by reference, titles apart from descriptions, the problem response on every
/// operation, who may call.
#[must_use]
pub fn finish(document: &OpenApi) -> Value {
    let mut doc = serde_json::to_value(document).unwrap_or_default();
    refer_to_enums(&mut doc);
    if let Some(schemas) = doc
        .pointer_mut("/components/schemas")
        .and_then(Value::as_object_mut)
    {
        for (name, body) in [
            ("Problem", ProblemBody::schema()),
            ("FieldError", FieldErrorBody::schema()),
        ] {
            schemas.insert(name.to_owned(), serde_json::to_value(body).unwrap_or_default());
        }
        for schema in schemas.values_mut() {
            split_titles(schema);
        }
    }
    for path in doc
        .pointer_mut("/paths")
        .and_then(Value::as_object_mut)
        .into_iter()
        .flat_map(Map::values_mut)
    {
        for (method, operation) in path.as_object_mut().into_iter().flatten() {
            idempotency::describe(method, operation);
            finish_operation(operation);
        }
    }
    doc
}

fn finish_operation(operation: &mut Value) {
    let parameters = operation.get_mut("parameters").and_then(Value::as_array_mut);
    for parameter in parameters.into_iter().flatten() {
        let (title, description) = title_and_description(parameter);
        let Some(object) = parameter.as_object_mut() else {
            continue;
        };
        if let Some(title) = title {
            // A parameter has no title of its own; its schema has.
            let schema = object.entry("schema").or_insert_with(|| json!({}));
            if let Some(schema) = schema.as_object_mut() {
                schema.insert("title".into(), title.clone().into());
            }
            let text = description.map_or_else(|| title.clone(), |d| format!("{title}：{d}"));
            object.insert("description".into(), text.into());
        }
    }
    if let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) {
        responses.insert(
            "default".into(),
            json!({
                "description": "问题说明 (RFC 9457)；代码见 openapi/errors.md",
                "content": { PROBLEM_JSON: { "schema": { "$ref": "#/components/schemas/Problem" } } },
            }),
        );
    }
}

/// Goes through the fields of a record and of the records inside it.
fn split_titles(schema: &mut Value) {
    for field in schema
        .get_mut("properties")
        .and_then(Value::as_object_mut)
        .into_iter()
        .flat_map(Map::values_mut)
    {
        let (title, description) = title_and_description(field);
        for choice in field
            .get_mut("oneOf")
            .and_then(Value::as_array_mut)
            .into_iter()
            .flatten()
        {
            if let Some(choice) = choice.as_object_mut() {
                choice.remove("description");
            }
        }
        split_titles(field);
        if let Some(items) = field.get_mut("items") {
            split_titles(items);
        }
        if let Some(object) = field.as_object_mut() {
            object.remove("description");
            if let Some(title) = title {
                object.insert("title".into(), title.into());
            }
            if let Some(description) = description {
                object.insert("description".into(), description.into());
            }
        }
    }
}
