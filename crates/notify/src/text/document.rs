use super::DeclaredNotices;
use kernel::{CodeLabel, fill_registered};
use serde_json::Value;

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
    fill_registered(document, &[("NoticeKind", kinds), ("NoticeCode", codes)]);
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
