//! Labels as PNG files.
//!
//! What all labels have in common is drawn once and compressed once; a label is its own rows and the pieces in
//! between, copied.

use super::{
    atlas::{Atlas, SHADES},
    canvas::{Canvas, Depth, MOST_PIXELS},
    plate::{Plate, Spot},
    stamp::{stamp_code, stamp_symbol},
    vector::static_part,
};
use crate::{
    Error,
    design::{Ink, Item},
    geometry::Rect,
    png::{begin_oblong, finish},
    template::{Modules, ScratchLayer, Symbols, Template, Unit},
};

const DPI: (u32, u32) = (72, 1200);
const MILLIMETRES_PER_INCH: f32 = 25.4;

/// Writes labels as PNG files.
#[derive(Debug)]
pub struct PngPrinter {
    symbols: Symbols,
    /// All but the symbols, which are borrowed while they are drawn.
    press: Press,
}

#[derive(Debug)]
struct Press {
    template: Template,
    canvas: Canvas,
    scale: f32,
    dpi: u32,
    light: u8,
    dark: u8,
    /// From paper to ink, for the text of codes.
    shades: [u8; SHADES],
    atlases: Vec<Atlas>,
    plates: Vec<Plate>,
    /// The pixels of the label being printed.
    values: Vec<u8>,
}

impl PngPrinter {
    /// A printer of such labels at a resolution of 72 to 1,200 dots per inch.
    pub fn new(template: Template, dpi: u32, depth: Depth) -> Result<Self, Error> {
        let (least, most) = DPI;
        if !(least..=most).contains(&dpi) {
            return Err(Error::ResolutionOutOfRange { dpi, least, most });
        }
        let scale = dpi as f32 / MILLIMETRES_PER_INCH;
        let [width, height] = [template.width, template.height].map(|side| (side * scale).round() as u32);
        if width.max(height) > MOST_PIXELS {
            return Err(Error::SizeOutOfRange {
                pixels: width.max(height),
                least: 1,
                most: MOST_PIXELS,
            });
        }
        let inks = depth.inks(template.colour);
        let (mut svg, tail) = static_part(&template, inks);
        svg.extend(tail);
        let paper = if template.code.ink == Ink::OnColour {
            Ink::Colour
        } else {
            Ink::White
        };
        let (paper, ink) = (inks.rgb(paper), inks.rgb(template.code.ink));
        let mixed: [[u8; 3]; SHADES] = std::array::from_fn(|shade| mix(paper, ink, shade));
        // The colours people chose come first: they are kept to the step.
        let pure = [Ink::Black, Ink::White, Ink::Colour, Ink::Tint, Ink::Silver].map(|ink| inks.rgb(ink));
        let named: Vec<_> = pure.into_iter().chain(mixed).collect();
        let logos = logos(&template.items, scale);
        let canvas = Canvas::draw(&svg, (width, height), depth, &named, &logos)?;
        Ok(Self {
            symbols: Symbols::new(template.carrier),
            press: Press {
                light: canvas.value([255; 3]),
                dark: canvas.value([0; 3]),
                shades: mixed.map(|colour| canvas.value(colour)),
                values: canvas.values.clone(),
                template,
                canvas,
                scale,
                dpi,
                atlases: vec![],
                plates: vec![],
            },
        })
    }

    /// Draws a label; it takes the place of what the buffer held.
    pub fn print(&mut self, unit: &Unit<'_>, out: &mut Vec<u8>) -> Result<(), Error> {
        out.clear();
        let modules = self.symbols.encode(unit.content)?;
        self.press.print(&modules, unit.code, out)
    }
}

impl Press {
    fn print(&mut self, modules: &Modules<'_>, code: [&str; 2], out: &mut Vec<u8>) -> Result<(), Error> {
        self.template.module(modules)?;
        let spot = self.spot(modules)?;
        let own = self.rows(self.template.code.room);
        let covered = self.template.scratch == ScratchLayer::Covered;
        let looked_up = !covered && self.is_plain(spot, own);
        let stamped = !covered && !looked_up;
        let key = looked_up.then_some(spot);
        let known = self.plates.iter().position(|plate| plate.spot == key);
        let index = known.unwrap_or_else(|| {
            let mut rows = vec![own];
            if stamped {
                rows.push((spot.top, spot.top + spot.size * spot.scale));
            }
            self.plates.push(Plate::new(&self.canvas, key, rows));
            self.plates.len() - 1
        });
        self.clean(own);
        if stamped {
            self.clean((spot.top, spot.top + spot.size * spot.scale));
            stamp_symbol(modules, spot, self.canvas.width, &mut self.values);
        }
        for row in self.template.code.place(code)?.into_iter().flatten() {
            // A quarter of a pixel apart is near enough.
            let size = (row.size * self.scale * 4.0).floor() / 4.0;
            if !self.atlases.iter().any(|atlas| atlas.size == size) {
                self.atlases.push(Atlas::new(self.template.code.glyphs(), size));
            }
            if let Some(atlas) = self.atlases.iter().find(|atlas| atlas.size == size) {
                let canvas = (self.canvas.width, &mut *self.values);
                stamp_code(&self.template.code, &row, atlas, self.scale, &self.shades, canvas);
            }
        }
        let Self { canvas, .. } = self;
        let density = (self.dpi as f32 * 1000.0 / MILLIMETRES_PER_INCH).round() as u32;
        let size = (canvas.width, canvas.height);
        let chunk = begin_oblong(
            out,
            canvas.pixels(),
            size,
            Some(density),
            canvas.palette.colours(),
        );
        if let Some(plate) = self.plates.get(index) {
            plate.write(canvas, &self.values, key.map(|_| modules), out);
        }
        finish(out, chunk);
        Ok(())
    }

    /// Where a symbol goes: a whole number of pixels a module, so that all are equally wide.
    fn spot(&self, modules: &Modules<'_>) -> Result<Spot, Error> {
        let room = self.template.symbol;
        let side = modules.size + 2 * modules.quiet_zone;
        let pixels = (room.width * self.scale) as usize;
        let scale = pixels / side;
        if scale == 0 {
            return Err(Error::TooFewPixels {
                pixels: pixels as u32,
                least: side as u32,
            });
        }
        let margin = (pixels - scale * modules.size) / 2;
        Ok(Spot {
            left: (room.x * self.scale).ceil() as usize + margin,
            top: (room.y * self.scale).ceil() as usize + margin,
            size: modules.size,
            scale,
            light: self.light,
            dark: self.dark,
        })
    }

    /// The rows of pixels a rectangle touches.
    fn rows(&self, room: Rect) -> (usize, usize) {
        let (first, end) = (room.y * self.scale, room.bottom() * self.scale);
        (
            first.floor() as usize,
            (end.ceil() as usize).min(self.canvas.height),
        )
    }

    /// Whether a symbol is on light pixels alone, above the text, a byte a pixel: then its rows can be looked up.
    fn is_plain(&self, spot: Spot, (own, _): (usize, usize)) -> bool {
        let side = spot.size * spot.scale;
        let rows = self
            .values
            .chunks_exact(self.canvas.width)
            .skip(spot.top)
            .take(side + 1);
        let light = |row: &[u8]| {
            row.get(spot.left..spot.left + side)
                .is_some_and(|row| row.iter().all(|value| *value == spot.light))
        };
        let known = self.plates.iter().any(|plate| plate.spot == Some(spot));
        known
            || (self.canvas.is_bytes()
                && spot.top > 0
                && spot.top + side < own
                && rows.clone().count() == side + 1
                && rows.clone().all(light))
    }

    /// Takes the last label off rows that differ.
    fn clean(&mut self, (first, end): (usize, usize)) {
        let pixels = first * self.canvas.width..end * self.canvas.width;
        if let (Some(to), Some(from)) = (
            self.values.get_mut(pixels.clone()),
            self.canvas.values.get(pixels),
        ) {
            to.copy_from_slice(from);
        }
    }
}

/// A shade from paper to ink.
fn mix(paper: [u8; 3], ink: [u8; 3], shade: usize) -> [u8; 3] {
    let share = |from: u8, to: u8| {
        let (from, to, shade, most) = (i32::from(from), i32::from(to), shade as i32, SHADES as i32 - 1);
        (from + (to - from) * shade / most) as u8
    };
    std::array::from_fn(|channel| {
        let pick = |colour: [u8; 3]| colour.get(channel).copied().unwrap_or_default();
        share(pick(paper), pick(ink))
    })
}

/// The pixels of logos: left, top, right, bottom.
fn logos(items: &[Item], scale: f32) -> Vec<[usize; 4]> {
    let logo = |item: &Item| match item {
        Item::Logo(room) => {
            Some([room.x, room.y, room.right(), room.bottom()].map(|at| (at * scale) as usize))
        }
        _ => None,
    };
    items.iter().filter_map(logo).collect()
}
