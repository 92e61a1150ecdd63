use super::node::{Field, Node, Record, Text};
use crate::titles::title_and_description;
use regex_lite::Regex;
use serde_json::Value;
use std::collections::HashMap;

/// Turns a JSON schema as utoipa writes it into the tree that judges values.
pub(super) fn node(schema: &Value, parts: &HashMap<String, Value>) -> Node {
    if let Some(part) = schema
        .get("$ref")
        .and_then(Value::as_str)
        .and_then(|r| r.rsplit('/').next())
    {
        return parts.get(part).map_or(Node::Any, |s| node(s, parts));
    }
    if let Some(choices) = schema.get("oneOf").and_then(Value::as_array) {
        let others: Vec<_> = choices
            .iter()
            .filter(|c| c.get("type") != Some(&Value::from("null")))
            .collect();
        return match others.as_slice() {
            [only] if choices.len() == 2 => Node::Nullable(Box::new(node(only, parts))),
            _ => Node::Any,
        };
    }
    match schema.get("type") {
        Some(Value::String(kind)) => of_type(kind, schema, parts),
        Some(Value::Array(kinds)) => {
            let mut named = kinds.iter().filter_map(Value::as_str).filter(|k| *k != "null");
            let kind = named.next().unwrap_or_default();
            Node::Nullable(Box::new(of_type(kind, schema, parts)))
        }
        _ => Node::Any,
    }
}

fn of_type(kind: &str, schema: &Value, parts: &HashMap<String, Value>) -> Node {
    let number = |key| schema.get(key).and_then(Value::as_i64);
    let size = |key| {
        schema
            .get(key)
            .and_then(Value::as_u64)
            .and_then(|n| usize::try_from(n).ok())
    };
    match kind {
        "string" => match schema.get("enum").and_then(Value::as_array) {
            Some(values) => Node::OneOf(
                values
                    .iter()
                    .filter_map(Value::as_str)
                    .map(str::to_owned)
                    .collect(),
            ),
            None => Node::Text(Text {
                min: size("minLength").unwrap_or(0),
                max: size("maxLength"),
                pattern: schema
                    .get("pattern")
                    .and_then(Value::as_str)
                    .and_then(|p| Regex::new(p).ok()),
                format: schema.get("format").and_then(Value::as_str).map(str::to_owned),
            }),
        },
        "integer" => Node::Integer {
            min: number("minimum"),
            max: number("maximum"),
        },
        "boolean" => Node::Boolean,
        "array" => Node::List {
            items: Box::new(schema.get("items").map_or(Node::Any, |s| node(s, parts))),
            min: size("minItems").unwrap_or(0),
            max: size("maxItems"),
        },
        "object" => record(schema, parts),
        _ => Node::Any,
    }
}

fn record(schema: &Value, parts: &HashMap<String, Value>) -> Node {
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else {
        return Node::Object;
    };
    let required: Vec<&str> = schema
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let fields = properties
        .iter()
        .map(|(name, schema)| Field {
            name: name.clone(),
            title: title_and_description(schema).0.unwrap_or_else(|| name.clone()),
            required: required.contains(&name.as_str()),
            node: node(schema, parts),
        })
        .collect();
    Node::Record(Record { fields })
}
