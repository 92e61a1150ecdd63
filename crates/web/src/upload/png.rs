use super::{Pixels, UploadError, picture::Cursor};

/// The chunks a picture needs to be shown; texts, times, EXIF and private chunks go, and so does a colour profile, which may inflate
/// to a thousand times its size in every reader's browser.
const KEPT: &[&[u8; 4]] = &[
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"sBIT", b"sRGB", b"bKGD", b"pHYs",
];

/// Copies the chunks that are kept and stops at `IEND`, so nothing can ride behind the picture.
pub(super) fn clean(bytes: &[u8]) -> Result<(Vec<u8>, Pixels), UploadError> {
    let mut from = Cursor::new(bytes, "PNG");
    let mut kept = Vec::with_capacity(bytes.len());
    kept.extend_from_slice(from.take(8)?);
    let mut pixels = None;
    let mut has_data = false;
    loop {
        let length = from.u32()?;
        let kind = from.take(4)?;
        let data = from.take(usize::try_from(length).map_err(|_too_long| from.damaged())?)?;
        let stored = from.u32()?;
        let mut crc = crc32fast::Hasher::new();
        crc.update(kind);
        crc.update(data);
        if crc.finalize() != stored || (pixels.is_none() && kind != b"IHDR") {
            return Err(from.damaged());
        }
        if kind == b"IHDR" {
            let mut header = Cursor::new(data, "PNG");
            if pixels.is_some() || !data.get(8..).is_some_and(is_known_kind) {
                return Err(from.damaged());
            }
            pixels = Some(
                Pixels {
                    width: header.u32()?,
                    height: header.u32()?,
                }
                .within_cap()?,
            );
        }
        has_data |= kind == b"IDAT";
        if KEPT.iter().any(|k| k.as_slice() == kind) {
            kept.extend_from_slice(&length.to_be_bytes());
            kept.extend_from_slice(kind);
            kept.extend_from_slice(data);
            kept.extend_from_slice(&stored.to_be_bytes());
        }
        if kind == b"IEND" {
            return match pixels.filter(|_| has_data) {
                Some(pixels) => Ok((kept, pixels)),
                None => Err(from.damaged()),
            };
        }
    }
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
