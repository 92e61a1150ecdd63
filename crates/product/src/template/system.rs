//! The templates that are shipped: what a page of some kinds of products usually has. They name no enterprise and hold
//! nothing that would be wrong if it were left as it is: where the maker has to write, they say so, and the rules find it.

use super::{ProductTemplateId, ProductTemplateRecord};
use db::fold;
use std::sync::LazyLock;

/// A template that is shipped.
#[derive(Debug, Clone)]
pub(super) struct SystemTemplate {
    pub(super) id: ProductTemplateId,
    pub(super) record: ProductTemplateRecord,
}

/// Each with an id that never changes.
const SHIPPED: &[(&str, &str)] = &[
    (
        "01900000-0000-7000-8000-000000000001",
        include_str!("system/industrial.json"),
    ),
    (
        "01900000-0000-7000-8000-000000000002",
        include_str!("system/bicycle.json"),
    ),
    (
        "01900000-0000-7000-8000-000000000003",
        include_str!("system/cosmetics.json"),
    ),
    (
        "01900000-0000-7000-8000-000000000004",
        include_str!("system/food.json"),
    ),
];

static TEMPLATES: LazyLock<Vec<SystemTemplate>> = LazyLock::new(|| {
    let read = |(id, json): &(&str, &str)| {
        Some(SystemTemplate {
            id: id.parse().ok()?,
            record: serde_json::from_str(json).ok()?,
        })
    };
    SHIPPED.iter().filter_map(read).collect()
});

pub(super) fn find(id: &ProductTemplateId) -> Option<SystemTemplate> {
    TEMPLATES.iter().find(|t| t.id == *id).cloned()
}

/// Those whose names contain this text.
pub(super) fn matching(keyword: Option<&str>) -> Vec<SystemTemplate> {
    let wanted = keyword.map(fold).unwrap_or_default();
    let is_wanted = |t: &&SystemTemplate| fold(&t.record.name).contains(&wanted);
    TEMPLATES.iter().filter(is_wanted).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{judge::is_leftover, page};
    use std::collections::HashSet;
    use validator::Validate;

    #[test]
    fn every_template_is_read_whole_and_would_be_taken_in_as_it_is() {
        assert_eq!(TEMPLATES.len(), SHIPPED.len());
        let ids: HashSet<_> = TEMPLATES.iter().map(|t| t.id.as_str()).collect();
        assert_eq!(ids.len(), SHIPPED.len());
        for template in TEMPLATES.iter() {
            let record = &template.record;
            record.validate().unwrap();
            let admitted = page::admit(record.page.clone());
            assert_eq!(admitted.removed, [], "{}", record.name);
            assert_eq!(admitted.content, record.page, "{}", record.name);
            let told = ["介绍", "请填写", "填写", "说明食用", "在此提示"];
            for menu in &record.page.menus {
                let tells = told.iter().any(|word| menu.content.contains(word));
                assert_eq!(
                    is_leftover(&menu.content),
                    tells,
                    "{} {}",
                    record.name,
                    menu.title
                );
            }
            assert!(record.page.theme.colour.is_some() && record.page.menus.len() >= 3);
        }
    }
}
