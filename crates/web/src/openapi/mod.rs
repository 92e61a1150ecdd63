//! What the generated document still needs before it is published.

mod contents;
mod enums;
mod formats;
mod statuses;

use crate::idempotency;
use crate::problem::{FieldErrorBody, ProblemBody};
use crate::titles::title_and_description;
use enums::refer_to_enums;
use serde_json::{Map, Value, json};
use utoipa::{PartialSchema, openapi::OpenApi};

/// Finishes the document: closed sets by reference, titles apart from descriptions, formats with their patterns, files as files,
/// and every status an operation can answer.
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
    let schemas = doc.pointer("/components/schemas").and_then(Value::as_object);
    let schemas = schemas.cloned().unwrap_or_default();
    for path in doc
        .pointer_mut("/paths")
        .and_then(Value::as_object_mut)
        .into_iter()
        .flat_map(Map::values_mut)
    {
        for (method, operation) in path.as_object_mut().into_iter().flatten() {
            idempotency::describe(method, operation);
            finish_operation(operation);
            contents::describe(operation);
            statuses::describe(method, operation, &schemas);
        }
    }
    statuses::declare(&mut doc);
    formats::describe(&mut doc);
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
