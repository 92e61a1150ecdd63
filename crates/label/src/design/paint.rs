//! The designs, drawn: all of a label but the symbol and the text of the code.

use super::{Design, Ink, Item, Layout, Typesetter, Weight, patterns, text::Style};
use crate::{
    Error,
    geometry::{Path, Rect},
};

/// The smallest text that can be read, in millimetres per em: 4 points for the name, 3 for the rest.
const SMALLEST_NAME: f32 = 1.4;
const SMALLEST_LINE: f32 = 1.05;
/// The width of fine lines in units: 0.07 mm on a label of 20 × 30 mm.
const FINE: f32 = 0.07;

/// What a label says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words<'a> {
    pub(crate) logo: bool,
    pub(crate) name: &'a str,
    pub(crate) lines: &'a [String],
}

/// Draws a label.
pub(crate) fn paint(
    design: Design,
    layout: &Layout,
    words: Words<'_>,
    setter: &Typesetter<'_>,
) -> Result<Vec<Item>, Error> {
    let mut items = vec![Item::Fill(Path::rect(layout.label), Ink::White)];
    let Layout { label, unit, .. } = *layout;
    let fine = FINE * unit;
    let stroke = |paths: Vec<Path>, ink| paths.into_iter().map(move |path| Item::Stroke(path, ink, fine));
    match design {
        Design::Braid => {
            items.push(Item::Stroke(
                Path::rounded(label.inset(0.3 * unit), 0.5 * unit),
                Ink::Colour,
                1.6 * fine,
            ));
            for (from, to) in sides(label.inset(0.85 * unit)) {
                items.extend(stroke(patterns::braid(from, to, 0.42 * unit, 4), Ink::Colour));
            }
            items.push(Item::Stroke(
                Path::rounded(label.inset(1.4 * unit), 0.3 * unit),
                Ink::Colour,
                fine,
            ));
        }
        Design::Rosette => {
            let band = layout.band;
            let centre = (band.right() - 0.18 * band.width, band.y + 0.3 * band.height);
            let reach = band.height.max(band.width * 0.6).min(9.0 * unit);
            let mut rosette = vec![];
            for (inner, outer, petals) in [(0.1, 0.45, 12), (0.4, 0.75, 18), (0.7, 1.0, 24)] {
                let rings = patterns::rosette(centre, inner * reach, outer * reach, petals, 3);
                rosette.extend(stroke(rings, Ink::Tint));
            }
            items.push(Item::Fill(Path::rect(band), Ink::Colour));
            items.push(Item::Clipped(band, rosette));
            let line = label.bottom() - 0.35 * unit;
            items.push(Item::Fill(
                Path::rect(Rect::new(0.0, line, label.width, 0.35 * unit)),
                Ink::Colour,
            ));
        }
        Design::Ribbon => {
            let ribbon = stroke(patterns::ribbon(layout.ribbon, 11), Ink::Colour);
            items.push(Item::Clipped(label, ribbon.collect()));
            items.push(Item::Fill(Path::rect(layout.foot), Ink::Colour));
        }
        Design::Medallion => {
            items.push(Item::Stroke(
                Path::rounded(label.inset(0.4 * unit), 1.2 * unit),
                Ink::Colour,
                0.28 * unit,
            ));
            items.push(Item::Stroke(
                Path::rounded(label.inset(0.8 * unit), 0.9 * unit),
                Ink::Colour,
                fine,
            ));
        }
        Design::Relief => {
            let lines = patterns::relief(
                label,
                layout.symbol.centre(),
                layout.symbol.width * 0.55,
                0.5 * unit,
            );
            items.push(Item::Clipped(label, stroke(lines, Ink::Tint).collect()));
            items.push(Item::Stroke(
                Path::rect(label.inset(0.15 * unit)),
                Ink::Colour,
                0.3 * unit,
            ));
            items.push(panel(layout.symbol, unit));
            items.push(panel(layout.code, unit));
        }
        Design::Microtext => {
            let bar = Rect::new(0.0, 0.0, 1.15 * unit, label.height);
            items.push(Item::Fill(Path::rect(bar), Ink::Colour));
            let ribbon = Rect::new(bar.right() + 0.15 * unit, 0.0, 0.8 * unit, label.height);
            let (middle, _) = ribbon.centre();
            let braid = patterns::braid((middle, 0.0), (middle, label.height), ribbon.width / 2.0, 3);
            items.push(Item::Clipped(label, stroke(braid, Ink::Colour).collect()));
            items.push(Item::Clipped(bar, microtext(words.name, bar, unit, setter)?));
        }
    }
    items.push(Item::Fill(Path::rounded(layout.symbol, 0.3 * unit), Ink::White));
    head(design, layout, words.logo, words.name, setter, &mut items)?;
    free_lines(layout, words.lines, setter, &mut items)?;
    Ok(items)
}

/// The four sides of a rectangle.
fn sides(rect: Rect) -> [((f32, f32), (f32, f32)); 4] {
    let (x, y, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
    [
        ((x, y), (right, y)),
        ((right, y), (right, bottom)),
        ((right, bottom), (x, bottom)),
        ((x, bottom), (x, y)),
    ]
}

/// White with round corners, a little larger than what is on it.
fn panel(rect: Rect, unit: f32) -> Item {
    Item::Fill(Path::rounded(rect.inset(-0.2 * unit), 0.5 * unit), Ink::White)
}

/// The name again and again, too small for copiers.
fn microtext(name: &str, bar: Rect, unit: f32, setter: &Typesetter<'_>) -> Result<Vec<Item>, Error> {
    let size = 0.62 * unit;
    let mut items = vec![];
    let glyphs = setter.glyphs(name, Weight::Regular)?;
    let (middle, _) = bar.centre();
    let mut y = 0.9 * unit;
    for glyph in glyphs.iter().filter(|glyph| !glyph.outline.0.is_empty()).cycle() {
        if y > bar.bottom() {
            break;
        }
        items.push(Item::Text(super::Text {
            weight: Weight::Regular,
            size,
            at: (middle - glyph.advance * size / 2.0, y),
            ink: Ink::OnColour,
            glyphs: vec![glyph.clone()],
        }));
        y += 1.12 * size;
    }
    Ok(items)
}

/// A ring of fine lines around the logo or, without one, around the first character of the name.
fn medallion(
    room: Rect,
    logo: bool,
    name: &str,
    unit: f32,
    setter: &Typesetter<'_>,
    items: &mut Vec<Item>,
) -> Result<(), Error> {
    let (radius, centre) = (room.width / 2.0, room.centre());
    let rings = patterns::rosette(centre, 0.74 * radius, radius, 18, 3);
    items.extend(
        rings
            .into_iter()
            .map(|path| Item::Stroke(path, Ink::Colour, 0.8 * FINE * unit)),
    );
    if logo {
        items.push(Item::Logo(room.inset(0.26 * room.width)));
        return Ok(());
    }
    let style = Style {
        weight: Weight::Bold,
        ink: Ink::Colour,
        sizes: (0.46 * room.width, 0.46 * room.width),
        lines: 1,
        centred: true,
    };
    let first: String = name.chars().take(1).collect();
    items.extend(setter.set(&first, room, style)?.into_iter().map(Item::Text));
    Ok(())
}

fn head(
    design: Design,
    layout: &Layout,
    logo: bool,
    name: &str,
    setter: &Typesetter<'_>,
    items: &mut Vec<Item>,
) -> Result<(), Error> {
    let unit = layout.unit;
    if let Some(room) = layout.sign {
        if design == Design::Medallion {
            medallion(room, logo, name, unit, setter, items)?;
        } else {
            items.push(Item::Fill(Path::rounded(room, 0.4 * unit), Ink::White));
            items.push(Item::Logo(room.inset(0.06 * room.width)));
        }
    }
    let style = Style {
        weight: Weight::Bold,
        ink: if design.has_band() {
            Ink::OnColour
        } else {
            Ink::Black
        },
        sizes: (2.9 * unit, SMALLEST_NAME),
        lines: 3,
        centred: layout.sign.is_none() && layout.is_upright(),
    };
    items.extend(setter.set(name, layout.name, style)?.into_iter().map(Item::Text));
    Ok(())
}

fn free_lines(
    layout: &Layout,
    lines: &[String],
    setter: &Typesetter<'_>,
    items: &mut Vec<Item>,
) -> Result<(), Error> {
    let height = layout.lines.height / lines.len().max(1) as f32;
    let room = |number: usize| Rect {
        y: layout.lines.y + height * number as f32,
        height,
        ..layout.lines
    };
    let style = Style {
        weight: Weight::Regular,
        ink: if layout.lines_on_band {
            Ink::OnColour
        } else {
            Ink::Black
        },
        sizes: (1.6 * layout.unit, SMALLEST_LINE.min(height)),
        lines: 2,
        centred: layout.is_upright(),
    };
    for (number, line) in lines.iter().enumerate() {
        items.extend(setter.set(line, room(number), style)?.into_iter().map(Item::Text));
    }
    Ok(())
}
