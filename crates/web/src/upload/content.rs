use super::{
    Media, Pixels, Slot, UploadError, document,
    picture::{self, Made},
};

/// What is kept of a content that was judged.
#[derive(Debug)]
pub(super) struct Cleaned {
    pub(super) media: Media,
    pub(super) bytes: Vec<u8>,
    /// Of a picture, as it is shown.
    pub(super) pixels: Option<Pixels>,
    pub(super) sizes: Vec<Made>,
}

/// Checks that a picture or a document is whole and gives back what is kept of it: pictures lose their metadata (place, device,
/// thumbnails) and whatever follows their end, and one that weighs more than its slot keeps is made smaller.
pub(super) fn clean(media: Media, bytes: Vec<u8>, rule: Slot) -> Result<Cleaned, UploadError> {
    if !media.is_picture() {
        let bytes = document::clean(media, bytes)?;
        if bytes.len() as u64 > rule.max_bytes {
            return Err(UploadError::too_large(rule.max_bytes));
        }
        return Ok(Cleaned {
            media,
            bytes,
            pixels: None,
            sizes: vec![],
        });
    }
    let cleaned = picture::clean(media, &bytes)?;
    drop(bytes);
    let picture =
        picture::fitted(cleaned, rule.max_bytes)?.ok_or_else(|| UploadError::too_large(rule.max_bytes))?;
    let sizes = picture::made(&picture)?;
    Ok(Cleaned {
        media: picture.media,
        pixels: Some(picture.shown()),
        sizes,
        bytes: picture.bytes,
    })
}
