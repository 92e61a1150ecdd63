use super::{DeclaredNotices, code::REGISTERED};
use kernel::CodeLabel;
use serde_json::{Map, Value};

/// Fills the kinds and codes of all domains into the OpenAPI document, where this crate could only leave a mark.
pub fn complete(document: &mut Value, domains: &[DeclaredNotices]) {
    let kinds: Vec<_> = domains.iter().flat_map(|d| d.kinds).copied().collect();
    let texts = domains.iter().flat_map(|d| d.to_enterprises);
    let codes: Vec<_> = texts
        .map(|t| CodeLabel {
            code: t.code,
            zh: t.title,
            en: t.title_en,
        })
        .collect();
    let sets = [("NoticeKind", closed(&kinds)), ("NoticeCode", closed(&codes))];
    fill(document, &sets);
}

fn closed(labels: &[CodeLabel]) -> Map<String, Value> {
    match serde_json::to_value(kernel::closed_set(labels)) {
        Ok(Value::Object(schema)) => schema,
        _ => Map::new(),
    }
}

fn fill(value: &mut Value, sets: &[(&str, Map<String, Value>)]) {
    match value {
        Value::Object(object) => {
            if let Some(mark) = object.remove(REGISTERED)
                && let Some((_, set)) = sets.iter().find(|(name, _)| mark == *name)
            {
                object.extend(set.clone());
            }
            object.values_mut().for_each(|inner| fill(inner, sets));
        }
        Value::Array(list) => list.iter_mut().for_each(|inner| fill(inner, sets)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_mark_becomes_the_values_and_their_labels() {
        let label = CodeLabel {
            code: "filing",
            zh: "生产填报",
            en: "production filing",
        };
        let domain = DeclaredNotices {
            kinds: Box::leak(Box::new([label])),
            ..DeclaredNotices::default()
        };
        let mut document = json!({"a": [{"type": "string", "title": "类别", "x-registered": "NoticeKind"}], "b": {"type": "string"}});
        complete(&mut document, &[domain]);
        let filled = json!({
            "type": "string", "title": "类别", "enum": ["filing"], "description": "`filing` 生产填报 production filing",
            "x-enum-labels": {"filing": {"zh": "生产填报", "en": "production filing"}},
        });
        assert_eq!(document, json!({"a": [filled], "b": {"type": "string"}}));
    }
}
