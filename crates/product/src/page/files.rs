use super::{MenuKind, PageContent, allowed, rich};
use web::upload::{FileId, Slot, Wanted};

/// A file the page refers to, what it has to have been uploaded for, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageFile {
    /// The file.
    pub id: FileId,
    /// Upload slot the file was uploaded to.
    pub slot: Slot,
    /// The JSON pointer of its place within the page.
    pub pointer: String,
}

impl PageContent {
    /// Lists all files the page refers to: the theme's, the icons', and those in rich text.
    #[must_use]
    pub fn files(&self) -> Vec<PageFile> {
        let mut found = vec![];
        let mut add = |id: FileId, slot, pointer: String| found.push(PageFile { id, slot, pointer });
        for (id, name) in [
            (&self.theme.header_picture_file_id, "header_picture_file_id"),
            (&self.theme.footer_picture_file_id, "footer_picture_file_id"),
        ] {
            if let Some(id) = id {
                add(
                    id.clone(),
                    crate::slots::PAGE_BACKGROUND,
                    format!("/theme/{name}"),
                );
            }
        }
        for (i, app) in self.apps.iter().enumerate() {
            if let Some(id) = &app.icon_file_id {
                add(
                    id.clone(),
                    crate::slots::APP_ICON,
                    format!("/apps/{i}/icon_file_id"),
                );
            }
        }
        for (i, menu) in self.menus.iter().enumerate() {
            if menu.kind == MenuKind::Rich {
                for (id, slot) in in_rich_text(&menu.content) {
                    add(id, slot, format!("/menus/{i}/content"));
                }
            }
        }
        found
    }

    /// The files of the page for the record it is part of; `at` is where it stands in it.
    #[must_use]
    pub fn wanted(&self, at: &str) -> Vec<Wanted> {
        let wanted = |f: PageFile| Wanted::new(f.slot, &f.id, format!("{at}{}", f.pointer));
        self.files().into_iter().map(wanted).collect()
    }
}

/// The files in sanitised rich text: addresses stand in `src` of pictures and videos, and in `poster`.
fn in_rich_text(html: &str) -> Vec<(FileId, Slot)> {
    let mut found = vec![];
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let tag = rest.split_at(at).1;
        let (tag, after) = tag.split_at(rich::end_of_tag(tag));
        rest = after;
        let is_video = tag.starts_with("<video");
        if !is_video && !tag.starts_with("<img") {
            continue;
        }
        let named = |attribute: &str| {
            let (_, value) = tag.split_once(&format!(" {attribute}=\""))?;
            allowed::file(value.split('"').next()?)
        };
        let source = if is_video {
            crate::slots::PAGE_VIDEO
        } else {
            crate::slots::PAGE_PICTURE
        };
        found.extend(named("src").map(|id| (id, source)));
        found.extend(named("poster").map(|id| (id, crate::slots::PAGE_PICTURE)));
    }
    found
}
