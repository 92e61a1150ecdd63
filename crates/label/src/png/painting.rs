//! Grey and coloured pictures.

use super::{
    chunk::{self, Pixels},
    frame::Frame,
};
use crate::{Symbol, deflater::Deflater, logo::Art, qr::dark_runs};

/// A symbol to be painted, with room for a logo.
#[derive(Debug)]
pub(crate) struct Painting<'a> {
    pub(crate) symbol: &'a Symbol,
    pub(crate) frame: Frame,
    pub(crate) pixels_per_metre: Option<u32>,
}

impl Painting<'_> {
    /// Writes the picture with a logo in the middle.
    pub(crate) fn write(&self, logo: &Art, deflater: &mut Deflater, out: &mut Vec<u8>) {
        let &Self {
            symbol,
            frame,
            pixels_per_metre,
        } = self;
        let (side, scale, before) = (frame.side, frame.scale, frame.before(symbol.size()));
        let mut canvas = Canvas::new(logo.is_grey(), side, pixels_per_metre, deflater, out);
        let bytes_per_module = scale * canvas.channels;
        // In the middle of the symbol, which may be half a pixel off that of the picture.
        let middle = (symbol.size() * scale).saturating_sub(logo.side()) / 2 + before;
        let left = middle * canvas.channels;

        let mut plain = Vec::new();
        let after = side.saturating_sub(before + symbol.size() * scale);
        let margin = |rows| std::iter::repeat_n((&[][..], rows), 1);
        let rows = symbol.rows().map(|row| (row, scale));
        let mut y = 0;
        for (modules, times) in margin(before).chain(rows).chain(margin(after)) {
            plain.clear();
            plain.resize(side * canvas.channels, 255);
            for (begin, end) in dark_runs(modules) {
                let first = before * canvas.channels;
                let dark = first + begin * bytes_per_module..first + end * bytes_per_module;
                plain.get_mut(dark).unwrap_or_default().fill(0);
            }
            for y in y..y + times {
                if let Some(pixels) = y.checked_sub(middle).and_then(|y| logo.row(y)) {
                    plain
                        .iter_mut()
                        .skip(left)
                        .zip(pixels)
                        .for_each(|(byte, pixel)| *byte = *pixel);
                }
                canvas.write(&plain);
            }
            y += times;
        }
        canvas.finish();
    }
}

/// A logo as a picture of its own.
pub(crate) fn write_logo(logo: &Art, deflater: &mut Deflater, out: &mut Vec<u8>) {
    let mut canvas = Canvas::new(logo.is_grey(), logo.side(), None, deflater, out);
    logo.rows().for_each(|row| canvas.write(row));
    canvas.finish();
}

/// A file to which rows of pixels are written, each as its difference to the one above.
struct Canvas<'a> {
    deflater: &'a mut Deflater,
    out: &'a mut Vec<u8>,
    /// Where the chunk of the pixels begins.
    chunk: usize,
    /// Bytes a pixel.
    channels: usize,
    above: Vec<u8>,
    filtered: Vec<u8>,
}

impl<'a> Canvas<'a> {
    /// A square; the deflater has to be one with the zlib header.
    fn new(
        grey: bool,
        side: usize,
        pixels_per_metre: Option<u32>,
        deflater: &'a mut Deflater,
        out: &'a mut Vec<u8>,
    ) -> Self {
        let (pixels, channels) = if grey {
            (Pixels::Grey, 1)
        } else {
            (Pixels::Colour, 3)
        };
        let chunk = chunk::begin(out, pixels, side, pixels_per_metre);
        deflater.begin();
        Self {
            deflater,
            out,
            chunk,
            channels,
            above: vec![0; side * channels],
            filtered: Vec::new(),
        }
    }

    fn write(&mut self, row: &[u8]) {
        self.filtered.clear();
        self.filtered.push(2);
        self.filtered.extend(
            row.iter()
                .zip(&self.above)
                .map(|(byte, above)| byte.wrapping_sub(*above)),
        );
        self.above.clear();
        self.above.extend_from_slice(row);
        self.deflater.write(&self.filtered, self.out);
    }

    fn finish(self) {
        self.deflater.finish(self.out);
        chunk::finish(self.out, self.chunk);
    }
}
