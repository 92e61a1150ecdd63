use super::{Pixels, UploadError, picture::Cursor};

const SOI: u8 = 0xd8;
const EOI: u8 = 0xd9;
const SOS: u8 = 0xda;
const APP0_JFIF: u8 = 0xe0;
const APP1_EXIF: u8 = 0xe1;
const APP2_COLOUR: u8 = 0xe2;
const APP14_ADOBE: u8 = 0xee;
const COMMENT: u8 = 0xfe;

/// Copies the picture without its metadata and stops at its end. The orientation a camera noted is kept, alone,
/// because without it the picture would lie on its side.
pub(super) fn clean(bytes: &[u8]) -> Result<(Vec<u8>, Pixels), UploadError> {
    let mut from = Cursor::new(bytes, "JPEG");
    let mut kept = Vec::with_capacity(bytes.len());
    from.take(2)?;
    kept.extend_from_slice(&[0xff, SOI]);
    let mut pixels = None;
    let mut orientation = None;
    let mut marker = next_marker(&mut from)?;
    loop {
        if marker == EOI {
            kept.extend_from_slice(&[0xff, EOI]);
            let pixels = pixels.ok_or_else(|| from.damaged())?;
            return Ok((with_orientation(kept, orientation), pixels));
        }
        let length = from.u16()?;
        let data = from.take(usize::from(length).checked_sub(2).ok_or_else(|| from.damaged())?)?;
        match marker {
            APP1_EXIF => orientation = orientation.or_else(|| exif_orientation(data)),
            COMMENT => {}
            0xe0..=0xef if !matches!(marker, APP0_JFIF | APP2_COLOUR | APP14_ADOBE) => {}
            _ => {
                kept.extend_from_slice(&[0xff, marker]);
                kept.extend_from_slice(&length.to_be_bytes());
                kept.extend_from_slice(data);
            }
        }
        // The start-of-frame markers, which tell the size.
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let mut frame = Cursor::new(data, "JPEG");
            frame.byte()?;
            let (height, width) = (u32::from(frame.u16()?), u32::from(frame.u16()?));
            pixels = Some(Pixels { width, height }.within_cap()?);
        }
        marker = if marker == SOS {
            copy_scan(&mut from, &mut kept)?
        } else {
            next_marker(&mut from)?
        };
    }
}

/// Markers may be preceded by any number of fill bytes.
fn next_marker(from: &mut Cursor<'_>) -> Result<u8, UploadError> {
    if from.byte()? != 0xff {
        return Err(from.damaged());
    }
    loop {
        match from.byte()? {
            0xff => {}
            0x00 | 0x01 | 0xd0..=0xd8 => return Err(from.damaged()),
            marker => return Ok(marker),
        }
    }
}

/// Copies entropy-coded data up to the next real marker, which it answers.
fn copy_scan(from: &mut Cursor<'_>, kept: &mut Vec<u8>) -> Result<u8, UploadError> {
    loop {
        let byte = from.byte()?;
        if byte != 0xff {
            kept.push(byte);
            continue;
        }
        match from.byte()? {
            stuffed @ (0x00 | 0xd0..=0xd7) => kept.extend_from_slice(&[0xff, stuffed]),
            0xff => {}
            marker => return Ok(marker),
        }
    }
}

/// The orientation (TIFF tag 0x0112) of the first directory, when it is one of the eight.
fn exif_orientation(data: &[u8]) -> Option<u8> {
    let tiff = data.strip_prefix(b"Exif\0\0")?;
    let little = tiff.starts_with(b"II");
    let u16_at = |at: usize| -> Option<u16> {
        let pair: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little {
            u16::from_le_bytes(pair)
        } else {
            u16::from_be_bytes(pair)
        })
    };
    let u32_at = |at: usize| {
        Some(if little {
            u32::from(u16_at(at)?) | u32::from(u16_at(at + 2)?) << 16
        } else {
            u32::from(u16_at(at)?) << 16 | u32::from(u16_at(at + 2)?)
        })
    };
    let directory = usize::try_from(u32_at(4)?).ok()?;
    (0..usize::from(u16_at(directory)?).min(64))
        .map(|i| directory + 2 + i * 12)
        .find(|at| u16_at(*at) == Some(0x0112))
        .and_then(|at| u16_at(at + 8))
        .and_then(|value| u8::try_from(value).ok())
        .filter(|value| (2..=8).contains(value))
}

/// Puts a minimal EXIF segment with nothing but the orientation behind SOI.
fn with_orientation(picture: Vec<u8>, orientation: Option<u8>) -> Vec<u8> {
    let Some(orientation) = orientation else {
        return picture;
    };
    let mut segment = vec![0xff, APP1_EXIF, 0x00, 0x22];
    segment.extend_from_slice(b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
    segment.extend_from_slice(&[orientation, 0, 0, 0, 0, 0, 0]);
    let (start, rest) = picture.split_at(2.min(picture.len()));
    [start, &segment, rest].concat()
}
