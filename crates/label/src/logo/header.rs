//! The size of a picture from its first bytes, before anything is decoded.

/// The most pixels a logo may have along a side.
pub const MAX_LOGO_SIDE: u32 = 4096;

/// What kind of picture it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Png,
    Jpeg,
}

/// What a picture says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) kind: Kind,
    pub(super) width: u32,
    pub(super) height: u32,
}

impl Header {
    /// The header of a PNG or JPEG picture; none of anything else.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        if let Some(rest) = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n") {
            let (width, rest) = rest.strip_prefix(b"\0\0\0\rIHDR")?.split_first_chunk()?;
            let (height, _) = rest.split_first_chunk()?;
            return Some(Self {
                kind: Kind::Png,
                width: u32::from_be_bytes(*width),
                height: u32::from_be_bytes(*height),
            });
        }
        let (width, height) = jpeg_size(bytes.strip_prefix(&[0xFF, 0xD8])?)?;
        Some(Self {
            kind: Kind::Jpeg,
            width,
            height,
        })
    }

    /// Whether the picture may be decoded.
    pub(super) fn is_allowed(self) -> bool {
        self.width.max(self.height) <= MAX_LOGO_SIDE
    }
}

/// The size in the frame headers of a JPEG picture: the largest, should there be several.
fn jpeg_size(mut rest: &[u8]) -> Option<(u32, u32)> {
    let mut largest = None;
    while let [0xFF, marker, after @ ..] = rest {
        // Filling, and markers that stand alone.
        if matches!(marker, 0x01 | 0xD0..=0xD8 | 0xFF) {
            rest = if *marker == 0xFF { rest.get(1..)? } else { after };
            continue;
        }
        let (length, _) = after.split_first_chunk::<2>()?;
        let segment = after.get(2..usize::from(u16::from_be_bytes(*length)))?;
        // All frame headers, but not the tables that share their range.
        if matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC) {
            let &[_, h1, h2, w1, w2, ..] = segment else {
                return None;
            };
            let size = (
                u32::from(u16::from_be_bytes([w1, w2])),
                u32::from(u16::from_be_bytes([h1, h2])),
            );
            if largest.is_none_or(|(width, height)| width * height < size.0 * size.1) {
                largest = Some(size);
            }
        }
        if *marker == 0xDA {
            break;
        }
        rest = after.get(2 + segment.len()..)?;
    }
    largest
}
