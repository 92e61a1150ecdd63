use super::{MenuKind, PageContent, allowed, rich};
use db::TenantConn;
use web::upload::{self, FileId, Slot, UploadError};

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
            (&self.theme.header_picture, "header_picture"),
            (&self.theme.footer_picture, "footer_picture"),
        ] {
            if let Some(id) = id {
                add(id.clone(), Slot::PageBackground, format!("/theme/{name}"));
            }
        }
        for (i, app) in self.apps.iter().enumerate() {
            if let Some(id) = &app.icon {
                add(id.clone(), Slot::AppIcon, format!("/apps/{i}/icon"));
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

    /// Notes that a record of this enterprise refers to the files of the page; `at` is where the page stands in it.
    ///
    /// # Errors
    /// Names the place of the first file that is not there, not its own, or was uploaded for something else.
    pub fn attach(&self, c: &mut TenantConn<'_>, at: &str) -> Result<(), UploadError> {
        let files = self.files();
        for slot in [
            Slot::PageBackground,
            Slot::AppIcon,
            Slot::PagePicture,
            Slot::PageVideo,
        ] {
            let of_slot: Vec<&PageFile> = files.iter().filter(|f| f.slot == slot).collect();
            let ids: Vec<FileId> = of_slot.iter().map(|f| f.id.clone()).collect();
            let place = |pointer: String| {
                let index = pointer.trim_start_matches('/').parse().unwrap_or(0);
                let file: Option<&&PageFile> = of_slot.get::<usize>(index);
                format!("{at}{}", file.map_or("", |f| f.pointer.as_str()))
            };
            upload::attach(c, slot, &ids, "").map_err(|e| match e {
                UploadError::Unknown { pointer } => UploadError::Unknown {
                    pointer: place(pointer),
                },
                UploadError::WrongSlot { pointer } => UploadError::WrongSlot {
                    pointer: place(pointer),
                },
                other => other,
            })?;
        }
        Ok(())
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
            Slot::PageVideo
        } else {
            Slot::PagePicture
        };
        found.extend(named("src").map(|id| (id, source)));
        found.extend(named("poster").map(|id| (id, Slot::PagePicture)));
    }
    found
}
