//! What a field is called: the first paragraph of its doc comment is the Chinese title, the rest the description.

use serde_json::Value;

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
