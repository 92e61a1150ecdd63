//! Documents: where they begin, and whether people can open them.

mod locked;
mod ofd;
mod pdf_object;
mod rc4;

use super::{Media, UploadError, media::pdf_start};

/// Checks that a document is whole and can be opened, and gives back what is kept of it.
pub(super) fn clean(media: Media, mut bytes: Vec<u8>) -> Result<Vec<u8>, UploadError> {
    match media {
        Media::Pdf => {
            bytes.drain(..pdf_start(&bytes).unwrap_or_default());
            let tail = bytes.get(bytes.len().saturating_sub(1024)..).unwrap_or(&bytes);
            if !tail.windows(5).any(|w| w == b"%%EOF") {
                return Err(UploadError::Damaged { what: "PDF %%EOF" });
            }
            match locked::needs_password(&bytes) {
                true => Err(UploadError::Locked),
                false => Ok(bytes),
            }
        }
        Media::Ofd => ofd::check(&bytes).map(|()| bytes),
        _ => Ok(bytes),
    }
}
