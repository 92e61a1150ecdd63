//! Breaking and shrinking text until it fits.

use super::{Ink, Text, Weight};
use crate::{
    Error,
    font::{Font, Fonts, Glyph},
    geometry::Rect,
};

/// From one baseline to the next, in ems.
const LEADING: f32 = 1.18;
/// From the top of a line to its baseline, in ems: Chinese characters fill their square.
const ASCENT: f32 = 0.98;
/// How much smaller each attempt is.
const SHRINK: f32 = 0.94;
/// What must not begin a line.
const CLOSING: &str = "，。、；：！？）》」』】〕％,.;:!?)]}%";

/// How a text may be set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    pub(crate) weight: Weight,
    pub(crate) ink: Ink,
    /// The largest and the smallest size.
    pub(crate) sizes: (f32, f32),
    pub(crate) lines: usize,
    pub(crate) centred: bool,
}

/// Sets text in rectangles.
#[derive(Debug)]
pub(crate) struct Typesetter<'f> {
    fonts: &'f Fonts,
}

impl<'f> Typesetter<'f> {
    pub(crate) const fn new(fonts: &'f Fonts) -> Self {
        Self { fonts }
    }

    /// The font of a weight.
    pub(crate) fn font(&self, weight: Weight) -> &'f Font {
        match weight {
            Weight::Regular => &self.fonts.regular,
            Weight::Bold => &self.fonts.bold,
        }
    }

    pub(crate) fn glyphs(&self, text: &str, weight: Weight) -> Result<Vec<Glyph>, Error> {
        text.chars().map(|c| self.font(weight).glyph(c)).collect()
    }

    /// Sets a text as large as it fits; what does not fit at the smallest size ends with an ellipsis.
    pub(crate) fn set(&self, text: &str, room: Rect, style: Style) -> Result<Vec<Text>, Error> {
        let glyphs = self.glyphs(text.trim(), style.weight)?;
        if glyphs.is_empty() || room.width <= 0.0 || room.height <= 0.0 {
            return Ok(vec![]);
        }
        let (largest, smallest) = style.sizes;
        let smallest = smallest.min(room.height);
        let mut size = largest;
        loop {
            let most = ((room.height / size - 1.0) / LEADING + 1.001) as usize;
            let lines = break_lines(&glyphs, room.width / size);
            let last_try = size * SHRINK < smallest;
            if lines.len() <= most.min(style.lines) || last_try {
                let lines = self.cut(lines, most.clamp(1, style.lines), room.width / size, style.weight)?;
                return Ok(place(lines, size, room, style));
            }
            size *= SHRINK;
        }
    }

    /// Leaves out what does not fit.
    fn cut(
        &self,
        mut lines: Vec<Vec<Glyph>>,
        most: usize,
        width: f32,
        weight: Weight,
    ) -> Result<Vec<Vec<Glyph>>, Error> {
        if lines.len() > most {
            lines.truncate(most);
            let dots = self.font(weight).glyph('…')?;
            if let Some(last) = lines.last_mut() {
                while !last.is_empty() && measure(last) + dots.advance > width {
                    last.pop();
                }
                last.push(dots);
            }
        }
        Ok(lines)
    }
}

/// A text as it can be drawn: whatever is not to be seen becomes a space, and spaces are single.
pub(crate) fn clean(text: &str) -> String {
    let words: Vec<_> = text
        .split(|c: char| c.is_whitespace() || c.is_control() || is_format(c))
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// Marks that change direction or join characters.
const fn is_format(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

fn measure(glyphs: &[Glyph]) -> f32 {
    glyphs.iter().map(|glyph| glyph.advance).sum()
}

/// Breaks between Chinese characters and at spaces; a word that is wider than a line is broken anywhere.
fn break_lines(glyphs: &[Glyph], width: f32) -> Vec<Vec<Glyph>> {
    let mut lines: Vec<Vec<Glyph>> = vec![];
    let mut line: Vec<Glyph> = vec![];
    for glyph in glyphs {
        if measure(&line) + glyph.advance > width + 0.001 && !line.is_empty() {
            let rest = split_before(&mut line, glyph.character);
            trim(&mut line);
            lines.push(std::mem::replace(&mut line, rest));
        }
        if !(line.is_empty() && glyph.character == ' ' && !lines.is_empty()) {
            line.push(glyph.clone());
        }
    }
    trim(&mut line);
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Takes from a line what has to stand on the next one, together with the character that comes.
fn split_before(line: &mut Vec<Glyph>, next: char) -> Vec<Glyph> {
    let mut at = line.len();
    let mut following = next;
    while let Some(last) = at.checked_sub(1).and_then(|before| line.get(before)) {
        let breaks = following == ' '
            || last.character == ' '
            || (!CLOSING.contains(following) && (is_wide(last.character) || is_wide(following)));
        if breaks {
            return line.split_off(at);
        }
        following = last.character;
        at -= 1;
    }
    vec![]
}

fn trim(line: &mut Vec<Glyph>) {
    while line.last().is_some_and(|glyph| glyph.character == ' ') {
        line.pop();
    }
}

const fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..)
}

/// In the middle of the height.
fn place(lines: Vec<Vec<Glyph>>, size: f32, room: Rect, style: Style) -> Vec<Text> {
    let height = size * (1.0 + LEADING * lines.len().saturating_sub(1) as f32);
    let top = room.y + (room.height - height).max(0.0) / 2.0;
    let set = |(number, glyphs): (usize, Vec<Glyph>)| {
        let width = size * measure(&glyphs);
        let x = if style.centred {
            room.x + (room.width - width) / 2.0
        } else {
            room.x
        };
        Text {
            weight: style.weight,
            size,
            at: (x, top + size * (ASCENT - 0.1 + LEADING * number as f32)),
            ink: style.ink,
            glyphs,
        }
    };
    lines.into_iter().enumerate().map(set).collect()
}
