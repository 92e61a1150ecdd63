//! The frame of a PNG file.

/// How the pixels of a picture are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pixels {
    /// Black and white, eight to a byte.
    BlackAndWhite,
    /// Grey, a byte each.
    Grey,
    /// Red, green and blue, a byte each.
    Colour,
    /// The place of a colour in a palette, a byte.
    Palette,
}

/// Writes all that stands before the pixels of a square picture, and begins their chunk.
///
/// Returns where the chunk begins, for [`finish`].
pub(super) fn begin(out: &mut Vec<u8>, pixels: Pixels, side: usize, pixels_per_metre: Option<u32>) -> usize {
    begin_oblong(out, pixels, (side, side), pixels_per_metre, &[])
}

/// Writes all that stands before the pixels of a picture, and begins their chunk.
///
/// Returns where the chunk begins, for [`finish`].
pub(crate) fn begin_oblong(
    out: &mut Vec<u8>,
    pixels: Pixels,
    (width, height): (usize, usize),
    pixels_per_metre: Option<u32>,
    palette: &[[u8; 3]],
) -> usize {
    let (depth, colour) = match pixels {
        Pixels::BlackAndWhite => (1, 0),
        Pixels::Grey => (8, 0),
        Pixels::Colour => (8, 2),
        Pixels::Palette => (8, 3),
    };
    let [width, height] = [width, height].map(|side| (side as u32).to_be_bytes());
    out.extend_from_slice(b"\x89PNG\r\n\x1a\n");
    chunk(out, b"IHDR", &[&width, &height, &[depth, colour, 0, 0, 0]]);
    if let Some(density) = pixels_per_metre.map(u32::to_be_bytes) {
        chunk(out, b"pHYs", &[&density, &density, &[1]]);
    }
    if pixels == Pixels::Palette {
        chunk(out, b"PLTE", &[palette.as_flattened()]);
    }
    let start = out.len();
    out.extend_from_slice(b"\0\0\0\0IDAT");
    start
}

/// Ends the chunk of the pixels and the file.
pub(crate) fn finish(out: &mut Vec<u8>, start: usize) {
    if let Some((length, chunk)) = out
        .get_mut(start..)
        .and_then(|chunk| chunk.split_first_chunk_mut::<4>())
    {
        *length = (chunk.len() as u32 - 4).to_be_bytes();
        let sum = crc32fast::hash(chunk).to_be_bytes();
        out.extend_from_slice(&sum);
    }
    chunk(out, b"IEND", &[]);
}

fn chunk(out: &mut Vec<u8>, kind: &[u8; 4], data: &[&[u8]]) {
    let length = data.iter().map(|data| data.len() as u32).sum::<u32>();
    out.extend_from_slice(&length.to_be_bytes());
    let start = out.len();
    out.extend_from_slice(kind);
    data.iter().for_each(|data| out.extend_from_slice(data));
    let sum = crc32fast::hash(out.get(start..).unwrap_or_default());
    out.extend_from_slice(&sum.to_be_bytes());
}
