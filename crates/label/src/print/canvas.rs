//! The pixels all labels of a template have in common.

use super::palette::Palette;
use crate::{
    Error,
    design::{Colour, Inks},
    png::Pixels,
};
use resvg::{
    tiny_skia::{Color, Pixmap, Transform},
    usvg::{Options, Tree},
};
use std::collections::HashMap;

/// How the pixels of a label are stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Depth {
    /// Black and white, the logo in dots, for thermal printers.
    BlackAndWhite,
    /// 256 greys.
    Grey,
    /// Up to 256 colours.
    #[default]
    Colour,
}

/// The most pixels along a side.
pub(super) const MOST_PIXELS: u32 = 8_000;
/// The darkness from which a pixel is black: fine lines, which cover half a pixel, have to stay.
const BLACK_FROM: u8 = 170;

/// A picture with one byte a pixel, whatever that stands for.
#[derive(Debug)]
pub(super) struct Canvas {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) values: Vec<u8>,
    pub(super) palette: Palette,
    depth: Depth,
}

impl Canvas {
    /// Draws an SVG. The logo, in a rectangle of pixels, is dithered if there are no greys.
    pub(super) fn draw(
        svg: &[u8],
        (width, height): (u32, u32),
        depth: Depth,
        named: &[[u8; 3]],
        logos: &[[usize; 4]],
    ) -> Result<Self, Error> {
        let size = Error::SizeOutOfRange {
            pixels: width.max(height),
            least: 1,
            most: MOST_PIXELS,
        };
        let (Ok(tree), Some(mut pixels)) = (
            Tree::from_data(svg, &Options::default()),
            Pixmap::new(width, height),
        ) else {
            return Err(size);
        };
        pixels.fill(Color::WHITE);
        let scale = Transform::from_scale(
            width as f32 / tree.size().width(),
            height as f32 / tree.size().height(),
        );
        resvg::render(&tree, scale, &mut pixels.as_mut());
        let colours = pixels
            .data()
            .as_chunks::<4>()
            .0
            .iter()
            .map(|[red, green, blue, _]| exact([*red, *green, *blue], named));
        let mut canvas = Self {
            width: width as usize,
            height: height as usize,
            values: vec![],
            palette: Palette::default(),
            depth,
        };
        match depth {
            Depth::Colour => {
                canvas.palette = Palette::new(named, colours.clone());
                let mut known = HashMap::new();
                let palette = &canvas.palette;
                canvas.values = colours
                    .map(|colour| *known.entry(colour).or_insert_with(|| palette.nearest(colour)))
                    .collect();
            }
            Depth::Grey => canvas.values = colours.map(grey).collect(),
            Depth::BlackAndWhite => {
                let mut greys: Vec<u8> = colours.map(grey).collect();
                for logo in logos {
                    dither(&mut greys, canvas.width, *logo);
                }
                canvas.values = greys
                    .into_iter()
                    .map(|grey| u8::from(grey >= BLACK_FROM))
                    .collect();
            }
        }
        Ok(canvas)
    }

    /// What a colour is stored as.
    pub(super) fn value(&self, colour: [u8; 3]) -> u8 {
        match self.depth {
            Depth::Colour => self.palette.nearest(colour),
            Depth::Grey => grey(colour),
            Depth::BlackAndWhite => u8::from(grey(colour) >= 128),
        }
    }

    /// How the file says it.
    pub(super) const fn pixels(&self) -> Pixels {
        match self.depth {
            Depth::Colour => Pixels::Palette,
            Depth::Grey => Pixels::Grey,
            Depth::BlackAndWhite => Pixels::BlackAndWhite,
        }
    }

    /// Whether a pixel is a byte in the file.
    pub(super) fn is_bytes(&self) -> bool {
        self.depth != Depth::BlackAndWhite
    }

    /// Writes a row as the file stores it.
    pub(super) fn pack(&self, row: &[u8], out: &mut Vec<u8>) {
        if self.depth == Depth::BlackAndWhite {
            let byte = |eight: &[u8]| {
                eight
                    .iter()
                    .enumerate()
                    .fold(0, |byte, (bit, value)| byte | value << (7 - bit))
            };
            out.extend(row.chunks(8).map(byte));
        } else {
            out.extend_from_slice(row);
        }
    }
}

impl Depth {
    /// The inks a label is drawn in.
    pub(super) const fn inks(self, colour: Colour) -> Inks {
        match self {
            Self::BlackAndWhite => Inks::Monochrome,
            Self::Grey | Self::Colour => Inks::Coloured(colour),
        }
    }
}

/// The colour that was meant: whoever draws may be a step off.
fn exact(drawn: [u8; 3], named: &[[u8; 3]]) -> [u8; 3] {
    let is_meant = |meant: &&[u8; 3]| meant.iter().zip(drawn).all(|(a, b)| a.abs_diff(b) <= 1);
    named.iter().find(is_meant).copied().unwrap_or(drawn)
}

/// The lightness of a colour.
fn grey([red, green, blue]: [u8; 3]) -> u8 {
    ((299 * u32::from(red) + 587 * u32::from(green) + 114 * u32::from(blue) + 500) / 1000) as u8
}

/// Makes a rectangle black and white dots, passing on what each pixel is too light or dark (Floyd and Steinberg).
fn dither(greys: &mut [u8], width: usize, [left, top, right, bottom]: [usize; 4]) {
    let mut below = vec![0_i32; right.saturating_sub(left) + 2];
    for y in top..bottom {
        let mut errors = std::mem::replace(&mut below, vec![0; right.saturating_sub(left) + 2]);
        for x in left..right {
            let Some(grey) = greys.get_mut(y * width + x) else {
                return;
            };
            let at = x - left + 1;
            let wanted = i32::from(*grey) + errors.get(at).copied().unwrap_or_default() / 16;
            *grey = if wanted >= 128 { 255 } else { 0 };
            let error = wanted - i32::from(*grey);
            pass_on(&mut errors, at + 1, error * 7);
            for (place, share) in [(at - 1, 3), (at, 5), (at + 1, 1)] {
                pass_on(&mut below, place, error * share);
            }
        }
    }
}

fn pass_on(errors: &mut [i32], place: usize, error: i32) {
    if let Some(place) = errors.get_mut(place) {
        *place += error;
    }
}
