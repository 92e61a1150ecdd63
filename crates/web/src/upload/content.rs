use super::{Media, Pixels, UploadError, jpeg, png, video};

/// Checks that the content is whole and gives back what is kept of it: pictures lose their metadata (place,
/// device, thumbnails) and whatever follows their end.
pub(super) fn clean(media: Media, bytes: &[u8]) -> Result<(Vec<u8>, Option<Pixels>), UploadError> {
    match media {
        Media::Jpeg => jpeg::clean(bytes).map(|(bytes, pixels)| (bytes, Some(pixels))),
        Media::Png => png::clean(bytes).map(|(bytes, pixels)| (bytes, Some(pixels))),
        Media::Pdf => {
            let tail = bytes.get(bytes.len().saturating_sub(1024)..).unwrap_or(bytes);
            match tail.windows(5).any(|w| w == b"%%EOF") {
                true => Ok((bytes.to_vec(), None)),
                false => Err(UploadError::Damaged { what: "PDF %%EOF" }),
            }
        }
        Media::Mp4 | Media::Mov | Media::Avi | Media::Wmv => {
            let mut video = std::io::Cursor::new(bytes.to_vec());
            video::clean(media, &mut video)?;
            Ok((video.into_inner(), None))
        }
    }
}
