use super::{UploadError, jpeg, png};

/// The kinds of content we take, told by the content itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Media {
    /// JPEG (ISO/IEC 10918-1)
    Jpeg,
    /// PNG (ISO/IEC 15948)
    Png,
    /// PDF (ISO 32000)
    Pdf,
}

impl Media {
    /// The media type.
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
        }
    }

    /// The usual ending of a file name.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }

    /// What the first bytes say; the name and the declared type are not believed.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Self::Png),
            [b'%', b'P', b'D', b'F', b'-', b'1' | b'2', b'.', ..] => Some(Self::Pdf),
            _ => None,
        }
    }
}

/// The size of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pixels {
    /// Columns
    pub width: u32,
    /// Rows
    pub height: u32,
}

const MAX_SIDE: u32 = 12_000;
const MAX_PIXELS: u64 = 40_000_000;

impl Pixels {
    /// Refuses what would cost too much memory to show, before anyone decodes it.
    pub(super) fn within_cap(self) -> Result<Self, UploadError> {
        let Self { width, height } = self;
        let all = u64::from(width) * u64::from(height);
        if width == 0 || height == 0 {
            return Err(UploadError::Damaged { what: "0 像素" });
        }
        if width > MAX_SIDE || height > MAX_SIDE || all > MAX_PIXELS {
            return Err(UploadError::TooManyPixels {
                width,
                height,
                max: MAX_SIDE,
            });
        }
        Ok(self)
    }
}

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
    }
}
