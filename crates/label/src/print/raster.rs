//! Labels as PNG files.
//!
//! What all labels have in common is drawn once and compressed once; a label is its own rows and the pieces in
//! between, copied.

use super::atlas::{Atlas, SHADES};
use super::bands::{Band, Packer, cut};
use super::canvas::{Canvas, Depth};
use super::vector::static_part;
use crate::Error;
use crate::deflater::Deflater;
use crate::design::{Ink, Item};
use crate::geometry::Rect;
use crate::png::{Checksum, begin_oblong, finish};
use crate::qr::dark_runs;
use crate::template::{CodeText, Row, ScratchLayer, Symbols, Template, Unit};

const DPI: (u32, u32) = (72, 1200);
/// The most pixels along a side.
pub(super) const MOST_PIXELS: u32 = 8_000;
const MILLIMETRES_PER_INCH: f32 = 25.4;

/// Writes labels as PNG files.
#[derive(Debug)]
pub struct PngPrinter {
    template: Template,
    symbols: Symbols,
    canvas: Canvas,
    bands: Vec<Band>,
    scale: f32,
    dpi: u32,
    dark: u8,
    /// From paper to ink, for the text of codes.
    shades: [u8; SHADES],
    atlases: Vec<Atlas>,
    /// The pixels of the label being printed.
    values: Vec<u8>,
    packer: Packer,
    rows: Vec<u8>,
    deflater: Deflater,
}

impl PngPrinter {
    /// A printer of such labels at a resolution of 72 to 1,200 dots per inch.
    pub fn new(template: Template, dpi: u32, depth: Depth) -> Result<Self, Error> {
        let (least, most) = DPI;
        if !(least..=most).contains(&dpi) {
            return Err(Error::ResolutionOutOfRange { dpi, least, most });
        }
        let scale = dpi as f32 / MILLIMETRES_PER_INCH;
        let size = [template.width, template.height].map(|side| (side * scale).round() as u32);
        let [width, height] = size;
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
        let paper = inks.rgb(if template.code.ink == Ink::OnColour {
            Ink::Colour
        } else {
            Ink::White
        });
        let ink = inks.rgb(template.code.ink);
        let mixed: [[u8; 3]; SHADES] = std::array::from_fn(|shade| mix(paper, ink, shade));
        let named: Vec<_> = mixed.into_iter().chain([[0; 3], [255; 3]]).collect();
        let logos: Vec<_> = logos(&template.items, scale);
        let canvas = Canvas::draw(&svg, (width, height), depth, &named, &logos)?;
        let rows = |room: Rect| {
            (
                (room.y * scale).floor() as usize,
                (room.bottom() * scale).ceil() as usize,
            )
        };
        let bands = cut(&canvas, vec![rows(template.symbol), rows(template.code.room)]);
        Ok(Self {
            symbols: Symbols::new(template.carrier),
            dark: canvas.value([0; 3]),
            shades: mixed.map(|colour| canvas.value(colour)),
            values: canvas.values.clone(),
            template,
            canvas,
            bands,
            scale,
            dpi,
            atlases: vec![],
            packer: Packer::default(),
            rows: vec![],
            deflater: Deflater::new(false),
        })
    }

    /// Draws a label; it takes the place of what the buffer held.
    pub fn print(&mut self, unit: &Unit<'_>, out: &mut Vec<u8>) -> Result<(), Error> {
        out.clear();
        self.clean();
        self.stamp_symbol(unit.content)?;
        self.stamp_code(unit.code)?;
        self.write(out);
        Ok(())
    }

    /// Takes the last label off the rows that differ.
    fn clean(&mut self) {
        for band in &self.bands {
            if let &Band::Own { first, end } = band {
                let pixels = first * self.canvas.width..end * self.canvas.width;
                if let (Some(to), Some(from)) = (
                    self.values.get_mut(pixels.clone()),
                    self.canvas.values.get(pixels),
                ) {
                    to.copy_from_slice(from);
                }
            }
        }
    }

    fn stamp_symbol(&mut self, content: &str) -> Result<(), Error> {
        let modules = self.symbols.encode(content)?;
        self.template.module(&modules)?;
        let room = self.template.symbol;
        let side = modules.size + 2 * modules.quiet_zone;
        let pixels = (room.width * self.scale) as usize;
        // A whole number of pixels a module, so that all are equally wide.
        let scale = pixels / side;
        if scale == 0 {
            return Err(Error::TooFewPixels {
                pixels: pixels as u32,
                least: side as u32,
            });
        }
        if self.template.scratch == ScratchLayer::Covered {
            return Ok(());
        }
        let margin = (pixels - scale * modules.size) / 2;
        let (left, top) = (
            (room.x * self.scale).ceil() as usize + margin,
            (room.y * self.scale).ceil() as usize + margin,
        );
        let width = self.canvas.width;
        // The rows of a module are alike: one is drawn, the others are copied.
        for (row, words) in modules.rows().enumerate() {
            let first = (top + row * scale) * width;
            let Some(rows) = self.values.get_mut(first..first + width * scale) else {
                break;
            };
            let (line, others) = rows.split_at_mut(width);
            for (begin, end) in dark_runs(words) {
                if let Some(run) = line.get_mut(left + begin * scale..left + end * scale) {
                    run.fill(self.dark);
                }
            }
            let span = left..left + modules.size * scale;
            for other in others.chunks_exact_mut(width) {
                if let (Some(to), Some(from)) = (other.get_mut(span.clone()), line.get(span.clone())) {
                    to.copy_from_slice(from);
                }
            }
        }
        Ok(())
    }

    fn stamp_code(&mut self, code: [&str; 2]) -> Result<(), Error> {
        for row in self.template.code.place(code)?.into_iter().flatten() {
            // A quarter of a pixel apart is near enough.
            let size = (row.size * self.scale * 4.0).floor() / 4.0;
            let known = self.atlases.iter().position(|atlas| atlas.size == size);
            let index = known.unwrap_or_else(|| {
                self.atlases.push(Atlas::new(self.template.code.glyphs(), size));
                self.atlases.len() - 1
            });
            if let Some(atlas) = self.atlases.get(index) {
                let canvas = (self.canvas.width, &mut *self.values);
                stamp_row(&self.template.code, &row, atlas, self.scale, &self.shades, canvas);
            }
        }
        Ok(())
    }

    fn write(&mut self, out: &mut Vec<u8>) {
        let canvas = &self.canvas;
        let density = (self.dpi as f32 * 1000.0 / MILLIMETRES_PER_INCH).round() as u32;
        let size = (canvas.width, canvas.height);
        let chunk = begin_oblong(
            out,
            canvas.pixels(),
            size,
            Some(density),
            canvas.palette.colours(),
        );
        // The zlib header: a window of 32 KiB, fastest compression.
        out.extend_from_slice(&[0x78, 0x01]);
        let mut sum = Checksum::default();
        for band in &self.bands {
            match band {
                Band::Common {
                    deflated,
                    sum: of_band,
                } => {
                    out.extend_from_slice(deflated);
                    sum = sum.then(*of_band);
                }
                &Band::Own { first, end } => {
                    self.rows.clear();
                    self.packer
                        .pack_own(canvas, &self.values, (first, end), &mut self.rows);
                    self.deflater.begin();
                    self.deflater.write(&self.rows, out);
                    self.deflater.flush(out);
                    sum = sum.then(Checksum::of_many(&self.rows));
                }
            }
        }
        // A last block with nothing in it.
        out.extend_from_slice(&[3, 0]);
        out.extend_from_slice(&sum.adler32().to_be_bytes());
        finish(out, chunk);
    }
}

fn stamp_row(
    text: &CodeText,
    row: &Row<'_>,
    atlas: &Atlas,
    scale: f32,
    shades: &[u8; SHADES],
    (width, values): (usize, &mut [u8]),
) {
    let (mut x, y) = (row.x * scale, (row.y * scale).round() as i32);
    for byte in row.text.bytes() {
        if let Some(stamp) = atlas.stamp(CodeText::index(byte)) {
            let (left, top) = (x.round() as i32 + stamp.left, y + stamp.top);
            for (number, line) in stamp.shades.chunks_exact(stamp.width.max(1)).enumerate() {
                let (Ok(at), Ok(left)) = (usize::try_from(top + number as i32), usize::try_from(left)) else {
                    continue;
                };
                let pixels = values
                    .iter_mut()
                    .skip(at * width + left)
                    .take(width.saturating_sub(left));
                for (pixel, shade) in pixels.zip(line) {
                    if *shade > 0
                        && let Some(value) = shades.get(usize::from(*shade))
                    {
                        *pixel = *value;
                    }
                }
            }
        }
        x += text
            .glyph(byte)
            .map_or(0.0, |glyph| glyph.advance * row.size * scale);
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
