//! Small files that come with a form of several fields: judged in memory, and kept only once the whole form is.

use super::{
    Media, Pixels, Slot, UploadError, Vault, content,
    model::KeptFile,
    receive::{media_for, tidy_name, too_large, with_extension},
};
use actix_multipart::Field;
use futures_util::StreamExt;
use kernel::Id;

/// What came in a field, not judged yet.
#[derive(Debug)]
pub struct Held {
    name: String,
    bytes: Vec<u8>,
}

/// What came in and may stay: without what pictures say beside themselves.
#[derive(Debug)]
pub struct Checked {
    slot: &'static str,
    name: String,
    media: Media,
    bytes: Vec<u8>,
    pixels: Option<Pixels>,
}

/// Reads one field of a form as a file; none when it is empty, as a file not chosen is.
///
/// # Errors
/// When it is cut off, or as soon as it is larger than its slot allows.
pub async fn hold(field: &mut Field, rule: Slot) -> Result<Option<Held>, UploadError> {
    let disposition = field.content_disposition();
    let name = tidy_name(disposition.and_then(|d| d.get_filename()).unwrap_or_default());
    let mut bytes = Vec::new();
    while let Some(chunk) = field.next().await {
        bytes.extend_from_slice(&chunk.map_err(|_cut_off| UploadError::Missing)?);
        if bytes.len() as u64 > rule.max_bytes {
            return Err(too_large(rule));
        }
    }
    Ok((!bytes.is_empty()).then_some(Held { name, bytes }))
}

impl Held {
    /// Judges the content.
    ///
    /// # Errors
    /// When the content is not of a type the slot takes, or is damaged.
    pub fn check(self, rule: Slot) -> Result<Checked, UploadError> {
        let media = media_for(&self.bytes, rule)?;
        let (bytes, pixels) = content::clean(media, &self.bytes)?;
        Ok(Checked {
            slot: rule.code,
            name: with_extension(self.name, media),
            media,
            bytes,
            pixels,
        })
    }
}

impl Checked {
    /// Puts the content into the vault, before any record speaks of it.
    ///
    /// # Errors
    /// When it cannot be stored.
    pub fn keep(self, vault: &Vault) -> Result<KeptFile, UploadError> {
        Ok(KeptFile {
            id: Id::new(),
            slot: self.slot.to_owned(),
            name: self.name,
            media_type: self.media.mime().to_owned(),
            size: i64::try_from(self.bytes.len()).unwrap_or(i64::MAX),
            sha256: vault.keep(&self.bytes)?,
            width: self.pixels.map(|p| i64::from(p.width)),
            height: self.pixels.map(|p| i64::from(p.height)),
        })
    }
}
