//! Drawings as PDF operators, in millimetres downwards.

use super::fonts::Subset;
use crate::{
    design::{Colour, Ink, Inks, Item, Text, Weight},
    geometry::{Path, Rect, Segment},
    number::push_decimal,
};

/// Writes drawings.
#[derive(Debug)]
pub(super) struct Pen<'a> {
    pub(super) colour: Colour,
    pub(super) regular: &'a Subset,
    pub(super) bold: &'a Subset,
    /// Whether everything is drawn in the spot colour of the scratch-off layer.
    pub(super) spot: bool,
}

impl Pen<'_> {
    pub(super) fn draw(&self, items: &[Item], out: &mut Vec<u8>) {
        for item in items {
            match item {
                Item::Fill(path, ink) => {
                    self.colour(*ink, false, out);
                    write_path(path, out);
                    out.extend_from_slice(b"f\n");
                }
                Item::Stroke(path, ink, width) => self.stroke(path, *ink, *width, out),
                Item::Dashed(path, ink, width) => {
                    out.push(b'[');
                    numbers(&[width * 5.0, width * 3.0], out);
                    out.extend_from_slice(b"]0 d ");
                    self.stroke(path, *ink, *width, out);
                    out.extend_from_slice(b"[]0 d\n");
                }
                Item::Text(text) => self.text(text, out),
                Item::Logo(room) => {
                    out.extend_from_slice(b"q ");
                    numbers(&[room.width, 0.0, 0.0, -room.height, room.x, room.bottom()], out);
                    out.extend_from_slice(b"cm/Logo Do Q\n");
                }
                Item::Clipped(room, items) => {
                    out.extend_from_slice(b"q ");
                    rect(*room, out);
                    out.extend_from_slice(b"re W n\n");
                    self.draw(items, out);
                    out.extend_from_slice(b"Q\n");
                }
            }
        }
    }

    fn stroke(&self, path: &Path, ink: Ink, width: f32, out: &mut Vec<u8>) {
        self.colour(ink, true, out);
        numbers(&[width], out);
        out.extend_from_slice(b"w ");
        write_path(path, out);
        out.extend_from_slice(b"S\n");
    }

    fn text(&self, text: &Text, out: &mut Vec<u8>) {
        let (font, subset): (&[u8], _) = match text.weight {
            Weight::Regular => (b"/Regular ", self.regular),
            Weight::Bold => (b"/Bold ", self.bold),
        };
        self.colour(text.ink, false, out);
        out.extend_from_slice(b"BT");
        out.extend_from_slice(font);
        numbers(&[text.size], out);
        out.extend_from_slice(b"Tf 1 0 0 -1 ");
        numbers(&[text.at.0, text.at.1], out);
        out.extend_from_slice(b"Tm<");
        for glyph in &text.glyphs {
            out.extend_from_slice(&subset.code(glyph));
        }
        out.extend_from_slice(b">Tj ET\n");
    }

    fn colour(&self, ink: Ink, stroke: bool, out: &mut Vec<u8>) {
        if self.spot {
            out.extend_from_slice(if stroke {
                b"/Spot CS 1 SCN "
            } else {
                b"/Spot cs 1 scn "
            });
            return;
        }
        let rgb = Inks::Coloured(self.colour).rgb(ink);
        let operator: &[u8] = match (rgb == [0; 3] || rgb == [255; 3], stroke) {
            // Grey is printed with black alone.
            (true, false) => b"g ",
            (true, true) => b"G ",
            (false, false) => b"rg ",
            (false, true) => b"RG ",
        };
        let channels = rgb.map(|channel| f32::from(channel) / 255.0);
        numbers(
            if rgb == [0; 3] || rgb == [255; 3] {
                channels.split_at(1).0
            } else {
                &channels
            },
            out,
        );
        out.extend_from_slice(operator);
    }
}

/// Writes numbers, a space after each.
pub(super) fn numbers(numbers: &[f32], out: &mut Vec<u8>) {
    for number in numbers {
        push_decimal::<3>(*number, out);
        out.push(b' ');
    }
}

fn rect(rect: Rect, out: &mut Vec<u8>) {
    numbers(&[rect.x, rect.y, rect.width, rect.height], out);
}

fn write_path(path: &Path, out: &mut Vec<u8>) {
    for segment in &path.0 {
        match *segment {
            Segment::Move((x, y)) => {
                numbers(&[x, y], out);
                out.extend_from_slice(b"m ");
            }
            Segment::Line((x, y)) => {
                numbers(&[x, y], out);
                out.extend_from_slice(b"l ");
            }
            Segment::Cubic(a, b, p) => {
                numbers(&[a.0, a.1, b.0, b.1, p.0, p.1], out);
                out.extend_from_slice(b"c ");
            }
            Segment::Close => out.extend_from_slice(b"h "),
        }
    }
}
