//! Refers to closed sets by name, wherever the document holds a copy of one.

use kernel::ENUM_NAME;
use serde_json::{Map, Value, json};

/// Moves every closed set to `components/schemas` under its name, and puts a reference in the place of each copy.
/// The generator does this for fields, but copies the set into every parameter, where a client would take it for
/// a set of its own.
pub(crate) fn refer_to_enums(document: &mut Value) {
    let mut sets = Map::new();
    if let Some(schemas) = document
        .pointer_mut("/components/schemas")
        .and_then(Value::as_object_mut)
    {
        for schema in schemas.values_mut() {
            // A definition stays where it is; what it holds may be copies.
            match take_name(schema) {
                Some(name) => drop(sets.insert(name, schema.clone())),
                None => replace_copies(schema, &mut sets),
            }
        }
    }
    if let Some(paths) = document.get_mut("paths") {
        replace_copies(paths, &mut sets);
    }
    if let Some(schemas) = document
        .pointer_mut("/components/schemas")
        .and_then(Value::as_object_mut)
    {
        for (name, set) in sets {
            schemas.entry(name).or_insert(set);
        }
    }
}

fn take_name(schema: &mut Value) -> Option<String> {
    match schema.as_object_mut()?.remove(ENUM_NAME)? {
        Value::String(name) => Some(name),
        _ => None,
    }
}

fn replace_copies(value: &mut Value, sets: &mut Map<String, Value>) {
    if let Some(name) = take_name(value) {
        let known = sets.entry(name.clone()).or_insert_with(|| value.clone());
        // Of two different sets with one name the second stays a copy, which a test of the document finds.
        if known == value {
            *value = json!({ "$ref": format!("#/components/schemas/{name}") });
        }
        return;
    }
    match value {
        Value::Object(object) => object.values_mut().for_each(|v| replace_copies(v, sets)),
        Value::Array(list) => list.iter_mut().for_each(|v| replace_copies(v, sets)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_of_equal_codes_keep_their_own_names() {
        let set = |name: &str, label: &str| json!({ "enum": ["active"], "x-enum-labels": { "active": label }, ENUM_NAME: name });
        let mut document = json!({
            "components": { "schemas": { "BrandState": set("BrandState", "使用中") } },
            "paths": {
                "/brands": { "get": { "parameters": [{ "schema": set("BrandState", "使用中") }] } },
                "/units": { "get": { "parameters": [{ "schema": { "items": set("CodeState", "有效") } }] } },
            },
        });
        refer_to_enums(&mut document);
        assert_eq!(
            document,
            json!({
                "components": { "schemas": {
                    "BrandState": { "enum": ["active"], "x-enum-labels": { "active": "使用中" } },
                    "CodeState": { "enum": ["active"], "x-enum-labels": { "active": "有效" } },
                } },
                "paths": {
                    "/brands": { "get": { "parameters": [{ "schema": { "$ref": "#/components/schemas/BrandState" } }] } },
                    "/units": { "get": { "parameters": [
                        { "schema": { "items": { "$ref": "#/components/schemas/CodeState" } } },
                    ] } },
                },
            })
        );
    }
}
