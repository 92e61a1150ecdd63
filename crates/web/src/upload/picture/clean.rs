use super::{jpeg, kept::Picture, png};
use crate::upload::{Media, UploadError};

/// Takes a picture apart and keeps what shows it.
pub(in crate::upload) fn clean(media: Media, bytes: &[u8]) -> Result<Picture, UploadError> {
    match media {
        Media::Jpeg => jpeg::clean(bytes),
        _ => png::clean(bytes),
    }
}
