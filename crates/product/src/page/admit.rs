use super::{MenuKind, PageContent, Removed, rich};
use web::HttpsLink;

/// Result of admitting a page: the content to store, and what was removed from its rich text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Admitted {
    /// The page as it is stored: links in the spelling of browsers, rich text sanitised.
    pub content: PageContent,
    /// Removed parts, by the JSON pointer of the menu within the page.
    pub removed: Vec<(String, Vec<Removed>)>,
}

/// Takes in a page whose rules hold (its `Validate`): nothing is lost without being named.
#[must_use]
pub fn admit(mut content: PageContent) -> Admitted {
    let mut removed = vec![];
    for (i, menu) in content.menus.iter_mut().enumerate() {
        match menu.kind {
            MenuKind::Link => menu.content = spelt(&menu.content),
            MenuKind::Text => {}
            MenuKind::Rich => {
                let (clean, gone) = rich::sanitise(&menu.content);
                menu.content = clean;
                if !gone.is_empty() {
                    removed.push((format!("/menus/{i}/content"), gone));
                }
            }
        }
    }
    for app in &mut content.apps {
        app.url = spelt(&app.url);
    }
    Admitted { content, removed }
}

/// Sanitises again what an older sanitiser admitted.
#[must_use]
pub fn readmit(mut content: PageContent) -> PageContent {
    for menu in content.menus.iter_mut().filter(|m| m.kind == MenuKind::Rich) {
        menu.content = rich::shown(&menu.content);
    }
    content
}

/// What is no link stays as it is; the rules have refused it.
fn spelt(url: &str) -> String {
    url.parse::<HttpsLink>()
        .map_or_else(|_| url.to_owned(), |link| link.as_str().to_owned())
}
