use super::UploadError;

/// The kinds of content we take, told by the content itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Media {
    /// JPEG (ISO/IEC 10918-1)
    Jpeg,
    /// PNG (ISO/IEC 15948)
    Png,
    /// PDF (ISO 32000)
    Pdf,
    /// OFD (GB/T 33190)
    Ofd,
    /// MP4 (ISO/IEC 14496-14)
    Mp4,
    /// QuickTime
    Mov,
    /// AVI
    Avi,
    /// WMV, in the container ASF
    Wmv,
}

/// What MP4 files with pictures call themselves; HEIF pictures and sound alone have other brands in the same place.
const MP4_BRANDS: &[&[u8; 4]] = &[
    b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"iso7", b"iso8", b"iso9", b"mp41", b"mp42",
    b"avc1", b"hvc1", b"M4V ", b"M4VH", b"M4VP", b"MSNV", b"dash", b"mmp4", b"XAVC",
];

impl Media {
    /// The media type.
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
            Self::Ofd => "application/ofd",
            Self::Mp4 => "video/mp4",
            Self::Mov => "video/quicktime",
            Self::Avi => "video/x-msvideo",
            Self::Wmv => "video/x-ms-wmv",
        }
    }

    /// The usual ending of a file name.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Ofd => "ofd",
            Self::Mp4 => "mp4",
            Self::Mov => "mov",
            Self::Avi => "avi",
            Self::Wmv => "wmv",
        }
    }

    /// Whether it is a picture.
    #[must_use]
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png)
    }

    /// Whether it is a video.
    #[must_use]
    pub const fn is_video(self) -> bool {
        matches!(self, Self::Mp4 | Self::Mov | Self::Avi | Self::Wmv)
    }

    /// Whether it is shown in the page; everything else is downloaded.
    #[must_use]
    pub fn is_shown(media_type: &str) -> bool {
        media_type.starts_with("image/") || media_type.starts_with("video/") || media_type == Self::Pdf.mime()
    }

    /// Whether common browsers play a video of this media type.
    #[must_use]
    pub fn is_playable(media_type: &str) -> bool {
        [Self::Mp4, Self::Mov].iter().any(|m| m.mime() == media_type)
    }

    /// What the first bytes say; the name and the declared type are not believed.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Self::Png),
            [_, _, _, _, b'f', b't', b'y', b'p', b'q', b't', b' ', b' ', ..] => Some(Self::Mov),
            [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => MP4_BRANDS
                .iter()
                .any(|known| brand.starts_with(*known))
                .then_some(Self::Mp4),
            // QuickTime before it had brands.
            [_, _, _, _, kind @ ..]
                if [b"moov", b"mdat", b"wide", b"free", b"skip"]
                    .iter()
                    .any(|known| kind.starts_with(*known)) =>
            {
                Some(Self::Mov)
            }
            // Any archive, until it is opened.
            [b'P', b'K', 3, 4, ..] => Some(Self::Ofd),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'A', b'V', b'I', b' ', ..] => Some(Self::Avi),
            [
                0x30,
                0x26,
                0xb2,
                0x75,
                0x8e,
                0x66,
                0xcf,
                0x11,
                0xa6,
                0xd9,
                0x00,
                0xaa,
                0x00,
                0x62,
                0xce,
                0x6c,
                ..,
            ] => Some(Self::Wmv),
            _ => pdf_start(bytes).map(|_| Self::Pdf),
        }
    }
}

/// How far into a file a PDF may begin (ISO 32000-1, implementation note 13).
const PDF_WITHIN: usize = 1024;

/// Where a PDF begins; some programs and mail gateways put bytes before it.
pub(super) fn pdf_start(bytes: &[u8]) -> Option<usize> {
    let head = bytes.get(..PDF_WITHIN.min(bytes.len()))?;
    head.windows(7)
        .position(|w| matches!(w, [b'%', b'P', b'D', b'F', b'-', b'1' | b'2', b'.']))
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
