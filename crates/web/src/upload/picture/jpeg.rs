//! JPEG (ISO/IEC 10918-1).

use super::{cursor::Cursor, kept::Picture, orientation::Orientation};
use crate::upload::{Media, Pixels, UploadError};
use std::io::{self, Read, Seek, SeekFrom};

const SOI: u8 = 0xd8;
const EOI: u8 = 0xd9;
const SOS: u8 = 0xda;
const APP0: u8 = 0xe0;
const APP1: u8 = 0xe1;
const APP2: u8 = 0xe2;
const APP14: u8 = 0xee;
const COMMENT: u8 = 0xfe;

/// The most a colour profile may weigh; a larger one is left out, and the colours are taken for the usual ones.
const MAX_PROFILE: usize = 512 * 1024;

/// What begins a part of a colour profile, before its number and how many there are.
const PROFILE: &[u8] = b"ICC_PROFILE\0";

/// What a frame says of the picture.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) pixels: Pixels,
    components: usize,
    /// The samples of all components.
    samples: u64,
    is_progressive: bool,
}

impl Frame {
    /// Whether a marker begins a frame.
    fn is_start(marker: u8) -> bool {
        matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc)
    }

    fn read(marker: u8, data: &[u8]) -> Result<Self, UploadError> {
        let mut from = Cursor::new(data, "JPEG");
        from.byte()?;
        let (height, width) = (u32::from(from.u16()?), u32::from(from.u16()?));
        let pixels = Pixels { width, height }.within_cap()?;
        let components = usize::from(from.byte()?);
        let mut factors = vec![];
        for _ in 0..components {
            let part = from.take(3)?;
            let factor = part.get(1).copied().unwrap_or_default();
            factors.push((u64::from(factor >> 4), u64::from(factor & 15)));
        }
        let most = |of: fn(&(u64, u64)) -> u64| factors.iter().map(of).max().unwrap_or(1).max(1);
        let whole = most(|f| f.0) * most(|f| f.1);
        let all = u64::from(width) * u64::from(height);
        Ok(Self {
            pixels,
            components,
            samples: factors.iter().map(|(h, v)| all * h * v / whole).sum(),
            is_progressive: marker & 3 == 2,
        })
    }

    /// What decoding takes: three bytes a pixel, and of a progressive picture all coefficients.
    pub(super) fn memory(&self) -> u64 {
        let all = u64::from(self.pixels.width) * u64::from(self.pixels.height);
        all * 3 + if self.is_progressive { self.samples * 2 } else { 0 }
    }
}

/// The frame of a picture, found without reading more than the segments before it.
pub(super) fn frame(from: &mut (impl Read + Seek)) -> io::Result<Option<Frame>> {
    from.seek(SeekFrom::Start(2))?;
    let mut byte = [0; 1];
    loop {
        from.read_exact(&mut byte)?;
        while byte == [0xff] {
            from.read_exact(&mut byte)?;
        }
        let [marker] = byte;
        let mut length = [0; 2];
        from.read_exact(&mut length)?;
        let length = u16::from_be_bytes(length).saturating_sub(2);
        if Frame::is_start(marker) {
            let mut data = vec![0; usize::from(length)];
            from.read_exact(&mut data)?;
            return Ok(Frame::read(marker, &data).ok());
        }
        if marker == SOS || length == 0 {
            return Ok(None);
        }
        from.seek_relative(i64::from(length))?;
        from.read_exact(&mut byte)?;
        if byte != [0xff] {
            return Ok(None);
        }
    }
}

/// Copies the picture without its metadata and stops at its end. The orientation a camera noted is kept, alone, because without it
/// the picture would lie on its side, and so is a colour profile of a size that profiles have.
pub(super) fn clean(bytes: &[u8]) -> Result<Picture, UploadError> {
    let mut from = Cursor::new(bytes, "JPEG");
    let mut kept = Vec::with_capacity(bytes.len());
    let mut whole = vec![0xff, SOI];
    from.take(2)?;
    let mut frame: Option<Frame> = None;
    let mut orientation = None;
    let mut profile: Vec<&[u8]> = vec![];
    let mut marker = next_marker(&mut from)?;
    while marker != EOI {
        let length = from.u16()?;
        let data = from.take(usize::from(length).checked_sub(2).ok_or_else(|| from.damaged())?)?;
        match marker {
            APP0 => whole.extend_from_slice(&jfif(data)),
            APP1 => {
                let told = data.strip_prefix(b"Exif\0\0").and_then(Orientation::of_tiff);
                orientation = orientation.or(told);
            }
            APP2 if data.starts_with(PROFILE) => profile.push(data),
            APP14 if data.starts_with(b"Adobe") => put(&mut kept, APP14, data.get(..12).unwrap_or(data)),
            COMMENT | 0xe0..=0xef => {}
            _ => put(&mut kept, marker, data),
        }
        if Frame::is_start(marker) {
            // A second one would be another picture in the same bytes.
            if frame.is_some() {
                return Err(from.damaged());
            }
            frame = Some(Frame::read(marker, data)?);
        }
        marker = if marker == SOS {
            copy_scan(&mut from, &mut kept)?
        } else {
            next_marker(&mut from)?
        };
    }
    let frame = frame.ok_or_else(|| from.damaged())?;
    if profile.iter().map(|part| part.len()).sum::<usize>() > MAX_PROFILE {
        profile.clear();
    }
    let orientation = orientation.unwrap_or(Orientation::UPRIGHT);
    if !orientation.is_upright() {
        put(
            &mut whole,
            APP1,
            &[b"Exif\0\0", orientation.tiff().as_slice()].concat(),
        );
    }
    for part in &profile {
        put(&mut whole, APP2, part);
    }
    whole.extend_from_slice(&kept);
    whole.extend_from_slice(&[0xff, EOI]);
    Ok(Picture {
        media: Media::Jpeg,
        bytes: whole,
        stored: frame.pixels,
        orientation,
        // Other numbers of components become red, green and blue when they are decoded, and lose what the profile is about.
        profile: match profile.as_slice() {
            [one] if frame.components == 3 => one.get(PROFILE.len() + 2..).map(<[u8]>::to_vec),
            _ => None,
        },
        memory: frame.memory(),
    })
}

/// Writes a segment; what is read from one fits one.
fn put(to: &mut Vec<u8>, marker: u8, data: &[u8]) {
    let length = u16::try_from(data.len() + 2).unwrap_or(u16::MAX);
    to.extend_from_slice(&[0xff, marker]);
    to.extend_from_slice(&length.to_be_bytes());
    to.extend_from_slice(data);
}

/// The JFIF segment without its thumbnail; nothing when it is something else.
fn jfif(data: &[u8]) -> Vec<u8> {
    let mut segment = vec![];
    if let Some(head) = data.get(..12).filter(|head| head.starts_with(b"JFIF\0")) {
        put(&mut segment, APP0, &[head, &[0, 0]].concat());
    }
    segment
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

/// Copies entropy-coded data up to the next real marker, which it answers. Fill bytes may stand before any marker (T.81, B.1.1.2).
fn copy_scan(from: &mut Cursor<'_>, kept: &mut Vec<u8>) -> Result<u8, UploadError> {
    loop {
        let byte = from.byte()?;
        if byte != 0xff {
            kept.push(byte);
            continue;
        }
        let mut next = from.byte()?;
        while next == 0xff {
            next = from.byte()?;
        }
        match next {
            stuffed @ (0x00 | 0xd0..=0xd7) => kept.extend_from_slice(&[0xff, stuffed]),
            marker => return Ok(marker),
        }
    }
}
