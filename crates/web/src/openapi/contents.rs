//! Files in answers and in forms. OpenAPI 3.1 names what is in a file by `contentMediaType`, which programs that make clients
//! do not read; what they read is `format: binary`. Both are said.

use serde_json::{Value, json};

/// Describes what an operation answers that is no text as a file.
pub(super) fn describe(operation: &mut Value) {
    let responses = operation.get_mut("responses").and_then(Value::as_object_mut);
    for response in responses.into_iter().flat_map(|all| all.values_mut()) {
        let contents = response.get_mut("content").and_then(Value::as_object_mut);
        for (media_type, content) in contents.into_iter().flatten() {
            if !is_text(media_type) {
                *content = json!({ "schema": file(media_type) });
            }
        }
    }
}

/// The schema of a file.
fn file(media_type: &str) -> Value {
    json!({ "type": "string", "format": "binary", "contentMediaType": media_type })
}

fn is_text(media_type: &str) -> bool {
    media_type.starts_with("text/") || media_type.ends_with("json") || media_type.ends_with("xml")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_and_archives_are_files_and_drawings_are_text() {
        let content = |schema: Value| json!({ "schema": schema });
        let bytes = json!({ "type": "array", "items": { "type": "integer" } });
        let text = json!({ "type": "string" });
        let mut operation = json!({ "responses": { "200": { "content": {
            "image/png": content(bytes.clone()), "application/zip": content(bytes),
            "image/svg+xml": content(text.clone()), "text/csv": content(text.clone()),
            "application/json": content(text.clone()),
        } } } });
        describe(&mut operation);
        let of = |name: &str| operation["responses"]["200"]["content"][name]["schema"].clone();
        for name in ["image/png", "application/zip"] {
            assert_eq!(of(name), file(name));
        }
        for name in ["image/svg+xml", "text/csv", "application/json"] {
            assert_eq!(of(name), text);
        }
    }
}
