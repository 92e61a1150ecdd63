//! PNG (ISO/IEC 15948).

use super::{cursor::Cursor, kept::Picture, orientation::Orientation};
use crate::upload::{Media, Pixels, UploadError};

/// The chunks a picture needs to be shown; texts, times, EXIF and private chunks go, and so does a colour profile, which may inflate
/// to a thousand times its size in every reader's browser.
const KEPT: &[&[u8; 4]] = &[
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"sBIT", b"sRGB", b"bKGD", b"pHYs",
];

/// How large the signature and the header are, behind which the orientation is put.
const HEAD: usize = 33;

/// Copies the chunks that are kept and stops at `IEND`, so nothing can ride behind the picture. Of EXIF the orientation stays, alone.
pub(super) fn clean(bytes: &[u8]) -> Result<Picture, UploadError> {
    let mut from = Cursor::new(bytes, "PNG");
    let mut kept = Vec::with_capacity(bytes.len());
    kept.extend_from_slice(from.take(8)?);
    let mut header = None;
    let mut orientation = Orientation::UPRIGHT;
    let mut has_data = false;
    loop {
        let length = from.u32()?;
        let kind = from.take(4)?;
        let data = from.take(usize::try_from(length).map_err(|_too_long| from.damaged())?)?;
        let stored = from.u32()?;
        let mut crc = crc32fast::Hasher::new();
        crc.update(kind);
        crc.update(data);
        if crc.finalize() != stored || (header.is_none() && kind != b"IHDR") {
            return Err(from.damaged());
        }
        if kind == b"IHDR" {
            if header.is_some() {
                return Err(from.damaged());
            }
            header = Some(Header::read(data)?);
        }
        if kind == b"eXIf" {
            orientation = Orientation::of_tiff(data).unwrap_or(orientation);
        }
        has_data |= kind == b"IDAT";
        if KEPT.iter().any(|k| k.as_slice() == kind) {
            kept.extend_from_slice(&length.to_be_bytes());
            kept.extend_from_slice(kind);
            kept.extend_from_slice(data);
            kept.extend_from_slice(&stored.to_be_bytes());
        }
        if kind == b"IEND" {
            let header = header.filter(|_| has_data).ok_or_else(|| from.damaged())?;
            if !orientation.is_upright() {
                kept.splice(HEAD..HEAD, chunk(b"eXIf", &orientation.tiff()));
            }
            return Ok(Picture {
                media: Media::Png,
                bytes: kept,
                stored: header.pixels,
                orientation,
                profile: None,
                memory: header.memory(),
            });
        }
    }
}

/// What the first chunk says.
#[derive(Debug, Clone, Copy)]
pub(super) struct Header {
    pixels: Pixels,
    is_interlaced: bool,
}

impl Header {
    /// Reads the content of `IHDR`.
    pub(super) fn read(data: &[u8]) -> Result<Self, UploadError> {
        let mut from = Cursor::new(data, "PNG");
        let pixels = Pixels {
            width: from.u32()?,
            height: from.u32()?,
        };
        let rest = data.get(8..).unwrap_or_default();
        if !is_known_kind(rest) {
            return Err(from.damaged());
        }
        Ok(Self {
            pixels: pixels.within_cap()?,
            is_interlaced: rest.last() == Some(&1),
        })
    }

    /// What decoding takes: a few rows, and of an interlaced picture all of it.
    pub(super) fn memory(&self) -> u64 {
        let rows = if self.is_interlaced {
            self.pixels.height
        } else {
            64
        };
        u64::from(self.pixels.width) * u64::from(rows) * 8
    }
}

fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut crc = crc32fast::Hasher::new();
    crc.update(kind);
    crc.update(data);
    let length = u32::try_from(data.len()).unwrap_or_default();
    [
        &length.to_be_bytes(),
        kind.as_slice(),
        data,
        &crc.finalize().to_be_bytes(),
    ]
    .concat()
}

/// Whether depth, colour, compression, filter and interlacing are among those there are (PNG, 11.2.1).
fn is_known_kind(rest: &[u8]) -> bool {
    let [depth, colour, 0, 0, 0 | 1] = rest else {
        return false;
    };
    matches!(
        (colour, depth),
        (0, 1 | 2 | 4 | 8 | 16) | (3, 1 | 2 | 4 | 8) | (2 | 4 | 6, 8 | 16)
    )
}

#[cfg(test)]
mod tests {
    use super::is_known_kind;

    #[test]
    fn only_pictures_that_can_be_shown_are_taken() {
        for (rest, known) in [
            ([8, 6, 0, 0, 0], true),
            ([1, 3, 0, 0, 1], true),
            ([16, 0, 0, 0, 0], true),
            ([8, 7, 0, 0, 0], false),
            ([3, 2, 0, 0, 0], false),
            ([16, 3, 0, 0, 0], false),
            ([8, 2, 1, 0, 0], false),
            ([8, 2, 0, 1, 0], false),
            ([8, 2, 0, 0, 2], false),
        ] {
            assert_eq!(is_known_kind(&rest), known, "{rest:?}");
        }
        assert!(!is_known_kind(&[8, 6, 0, 0]) && !is_known_kind(&[8, 6, 0, 0, 0, 0]));
    }
}
