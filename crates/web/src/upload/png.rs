use super::{Pixels, UploadError, picture::Cursor};

/// The chunks a picture needs to be shown; texts, times, EXIF and private chunks go.
const KEPT: &[&[u8; 4]] = &[
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"bKGD",
    b"pHYs",
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
