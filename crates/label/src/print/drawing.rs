//! Drawings as SVG.

use crate::{
    Logo,
    deflater::Deflater,
    design::{Ink, Inks, Item},
    geometry::{Point, Rect, Segment},
    logo::base64,
    number::push_integer,
    png::write_logo,
};

/// The side of a logo in pixels: 1,000 dots per inch where it is 10 mm wide.
const LOGO_PIXELS: usize = 400;

/// Writes drawings as SVG elements.
#[derive(Debug)]
pub(super) struct Pen<'a> {
    pub(super) inks: Inks,
    /// The address of the logo.
    pub(super) logo: &'a str,
    /// Clipping areas so far.
    clips: u32,
}

impl<'a> Pen<'a> {
    pub(super) const fn new(inks: Inks, logo: &'a str) -> Self {
        Self { inks, logo, clips: 0 }
    }

    pub(super) fn draw(&mut self, items: &[Item], out: &mut Vec<u8>) {
        // Lines that follow one another and look alike are one path.
        let mut rest = items;
        while let [item, after @ ..] = rest {
            rest = after;
            match item {
                Item::Fill(path, ink) => {
                    self.begin("fill", *ink, out);
                    write_path(path.0.iter().copied(), out);
                    out.extend_from_slice(b"\"/>");
                }
                Item::Stroke(path, ink, width) => {
                    self.begin_line(*ink, *width, out);
                    out.extend_from_slice(b"\" d=\"");
                    write_path(path.0.iter().copied(), out);
                    while let [Item::Stroke(path, other, same), after @ ..] = rest
                        && other == ink
                        && same == width
                    {
                        write_path(path.0.iter().copied(), out);
                        rest = after;
                    }
                    out.extend_from_slice(b"\"/>");
                }
                Item::Dashed(path, ink, width) => {
                    self.begin_line(*ink, *width, out);
                    out.extend_from_slice(b"\" stroke-dasharray=\"");
                    push_micrometres(width * 5.0, out);
                    out.push(b' ');
                    push_micrometres(width * 3.0, out);
                    out.extend_from_slice(b"\" d=\"");
                    write_path(path.0.iter().copied(), out);
                    out.extend_from_slice(b"\"/>");
                }
                Item::Text(text) => {
                    self.begin("fill", text.ink, out);
                    for (glyph, at) in text.placed() {
                        write_path(glyph.outline.placed(text.size, at), out);
                    }
                    out.extend_from_slice(b"\"/>");
                }
                Item::Logo(room) => self.draw_logo(*room, out),
                Item::Clipped(room, items) => {
                    self.clips += 1;
                    out.extend_from_slice(b"<clipPath id=\"c");
                    push_integer(self.clips, out);
                    out.extend_from_slice(b"\"><path d=\"");
                    write_path(crate::geometry::Path::rect(*room).0.into_iter(), out);
                    out.extend_from_slice(b"\"/></clipPath><g clip-path=\"url(#c");
                    push_integer(self.clips, out);
                    out.extend_from_slice(b")\">");
                    self.draw(items, out);
                    out.extend_from_slice(b"</g>");
                }
            }
        }
    }

    /// `<path fill="#…" d="`
    fn begin(&self, what: &str, ink: Ink, out: &mut Vec<u8>) {
        out.extend_from_slice(b"<path ");
        out.extend_from_slice(what.as_bytes());
        out.extend_from_slice(b"=\"");
        out.extend_from_slice(hex(self.inks.rgb(ink)).as_bytes());
        out.extend_from_slice(b"\" d=\"");
    }

    fn begin_line(&self, ink: Ink, width: f32, out: &mut Vec<u8>) {
        out.extend_from_slice(b"<path fill=\"none\" stroke=\"");
        out.extend_from_slice(hex(self.inks.rgb(ink)).as_bytes());
        out.extend_from_slice(b"\" stroke-width=\"");
        push_micrometres(width, out);
    }

    fn draw_logo(&self, room: Rect, out: &mut Vec<u8>) {
        out.extend_from_slice(br#"<image xmlns:xlink="http://www.w3.org/1999/xlink""#);
        for (name, value) in [
            ("x", room.x),
            ("y", room.y),
            ("width", room.width),
            ("height", room.height),
        ] {
            out.push(b' ');
            out.extend_from_slice(name.as_bytes());
            out.extend_from_slice(b"=\"");
            push_micrometres(value, out);
            out.push(b'"');
        }
        out.extend_from_slice(b" xlink:href=\"");
        out.extend_from_slice(self.logo.as_bytes());
        out.extend_from_slice(b"\"/>");
    }
}

/// A logo as an address that holds it.
pub(super) fn data_uri(logo: &Logo) -> String {
    let mut file = Vec::new();
    write_logo(&logo.draw(LOGO_PIXELS), &mut Deflater::new(true), &mut file);
    format!("data:image/png;base64,{}", base64(&file))
}

/// `#rrggbb`
pub(super) fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// Writes the data of a path in whole micrometres, each as its distance to the one before.
pub(super) fn write_path(segments: impl Iterator<Item = Segment>, out: &mut Vec<u8>) {
    write_scaled(segments, 1000.0, out);
}

/// The same in so many steps a millimetre.
pub(super) fn write_scaled(segments: impl Iterator<Item = Segment>, steps: f32, out: &mut Vec<u8>) {
    let whole = |(x, y): Point| ((x * steps).round() as i32, (y * steps).round() as i32);
    // Where the pen is, and where the line began, to which it returns when it is closed.
    let (mut at, mut start) = ((0, 0), (0, 0));
    for (number, segment) in segments.enumerate() {
        match segment {
            Segment::Move(p) => {
                let p = whole(p);
                // The first is absolute, as nothing is known about the pen.
                if number == 0 {
                    points(b'M', (0, 0), &[p], out);
                } else {
                    points(b'm', at, &[p], out);
                }
                (at, start) = (p, p);
            }
            Segment::Line(p) => {
                points(b'l', at, &[whole(p)], out);
                at = whole(p);
            }
            Segment::Cubic(a, b, p) => {
                points(b'c', at, &[whole(a), whole(b), whole(p)], out);
                at = whole(p);
            }
            Segment::Close => {
                out.push(b'z');
                at = start;
            }
        }
    }
}

fn points(letter: u8, from: (i32, i32), points: &[(i32, i32)], out: &mut Vec<u8>) {
    out.push(letter);
    for (place, (x, y)) in points.iter().enumerate() {
        for (first, distance) in [(place == 0, x - from.0), (false, y - from.1)] {
            // A sign separates numbers as well.
            if !first && distance >= 0 {
                out.push(b' ');
            }
            push_integer(distance, out);
        }
    }
}

/// Writes a length in whole micrometres.
pub(super) fn push_micrometres(millimetres: f32, out: &mut Vec<u8>) {
    push_integer((millimetres * 1000.0).round() as i32, out);
}
