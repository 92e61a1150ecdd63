//! What formats of our own mean, said in words every reader of the document knows.

use crate::check::{FORMATS, Format};
use serde_json::{Map, Value};

/// Says the pattern and the length of every text that has a format, wherever the document describes one.
pub(super) fn describe(value: &mut Value) {
    match value {
        Value::Object(schema) => {
            if let Some(format) = format_of(schema) {
                state(schema, format);
            }
            schema.values_mut().for_each(describe);
        }
        Value::Array(list) => list.iter_mut().for_each(describe),
        _ => {}
    }
}

/// The format of a text; none of a field that is called `format`.
fn format_of(schema: &Map<String, Value>) -> Option<&'static Format> {
    let name = schema.get("format")?.as_str()?;
    let is_text = match schema.get("type")? {
        Value::String(kind) => kind == "string",
        Value::Array(kinds) => kinds.iter().any(|kind| kind == "string"),
        _ => false,
    };
    FORMATS.iter().find(|format| is_text && format.name == name)
}

fn state(schema: &mut Map<String, Value>, format: &Format) {
    if let Some(pattern) = format.pattern {
        schema.entry("pattern").or_insert_with(|| pattern.into());
    }
    if let Some(most) = format.max_length {
        schema.entry("maxLength").or_insert_with(|| most.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_pattern_takes_what_the_check_answers() {
        for (name, canonical) in [
            ("batch-no", r#"!"%&'()*+,-./9:;<=>?"#),
            ("batch-no", "AZaz_"),
            ("serial-no", "12345678901234567890"),
            ("gtin", "69012341"),
            ("gtin", "416000336108"),
            ("gtin", "6901234567892"),
            ("gtin", "06901234567892"),
            ("company-prefix", "6901234"),
            ("region", "330109"),
            ("uscc", "91330109589891087U"),
            ("date", "2026-02-28"),
            ("uuid", "01938c1e-0000-7000-8000-00000000000f"),
        ] {
            let format = FORMATS.iter().find(|f| f.name == name).unwrap();
            let pattern = regex_lite::Regex::new(format.pattern.unwrap()).unwrap();
            assert!(pattern.is_match(canonical), "{name}: {canonical}");
            for wrong in ["批", "A B", "", "#", "$"] {
                assert!(!pattern.is_match(wrong), "{name}: {wrong}");
            }
        }
    }

    #[test]
    fn only_texts_with_a_format_are_described() {
        let mut schema = json!({ "properties": {
            "format": { "type": "string" },
            "no": { "type": ["string", "null"], "format": "batch-no" },
            "own": { "type": "string", "format": "batch-no", "maxLength": 5 },
            "count": { "type": "integer", "format": "int64" },
        } });
        describe(&mut schema);
        let of = |name: &str| schema["properties"][name].clone();
        assert_eq!(of("format"), json!({ "type": "string" }));
        assert_eq!(of("no")["maxLength"], 20);
        assert!(of("no")["pattern"].is_string());
        assert_eq!(of("own")["maxLength"], 5);
        assert_eq!(of("count"), json!({ "type": "integer", "format": "int64" }));
    }
}
