//! What differs from label to label.

use crate::{
    Error, LabelText,
    design::Ink,
    font::{Font, Glyph},
    geometry::Rect,
};

/// The characters a code may have: ASCII that can be seen, and the space.
const CHARACTERS: std::ops::RangeInclusive<char> = ' '..='~';
const MOST: usize = 80;
/// Millimetres per em, at most, in units.
const LARGEST: f32 = 1.45;
const LEADING: f32 = 1.1;
/// From the middle of a line of capitals and digits to its baseline, in ems.
const HALF_CAPITAL: f32 = 0.37;

/// What differs from label to label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit<'a> {
    /// What the symbol says.
    pub content: &'a str,
    /// What is written on the label, in two parts: two lines if it is high, else one. ASCII.
    pub code: [&'a str; 2],
}

/// A row of the text of a code.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Row<'a> {
    pub(crate) text: &'a str,
    /// Where its baseline begins.
    pub(crate) x: f32,
    pub(crate) y: f32,
    /// Millimetres per em.
    pub(crate) size: f32,
}

/// Where and how the text of a code is written.
#[derive(Clone, Debug)]
pub(crate) struct CodeText {
    pub(crate) room: Rect,
    pub(crate) ink: Ink,
    largest: f32,
    glyphs: Vec<Glyph>,
}

impl CodeText {
    pub(super) fn new(room: Rect, ink: Ink, unit: f32, font: &Font) -> Result<Self, Error> {
        let glyphs = CHARACTERS.map(|c| font.glyph(c)).collect::<Result<_, _>>()?;
        Ok(Self {
            room,
            ink,
            largest: LARGEST * unit,
            glyphs,
        })
    }

    /// The glyphs of all characters a code may have.
    pub(crate) fn glyphs(&self) -> &[Glyph] {
        &self.glyphs
    }

    /// The place of a character among the glyphs.
    pub(crate) const fn index(byte: u8) -> usize {
        byte.wrapping_sub(b' ') as usize
    }

    pub(crate) fn glyph(&self, byte: u8) -> Option<&Glyph> {
        self.glyphs.get(Self::index(byte))
    }

    /// Places a code: as large as it fits, in the middle.
    pub(crate) fn place<'a>(&self, [first, second]: [&'a str; 2]) -> Result<[Option<Row<'a>>; 2], Error> {
        let [first_width, second_width] = [self.measure(first)?, self.measure(second)?];
        let (room, (x, y)) = (self.room, self.room.centre());
        let row = |text: &'a str, x: f32, y: f32, size: f32| Row {
            text,
            x,
            y: y + HALF_CAPITAL * size,
            size,
        };
        if first.is_empty() || second.is_empty() {
            let (text, width) = if first.is_empty() {
                (second, second_width)
            } else {
                (first, first_width)
            };
            let size = self.size(width, 1.0);
            return Ok([
                (!text.is_empty()).then(|| row(text, x - width * size / 2.0, y, size)),
                None,
            ]);
        }
        if room.height >= 2.0 * LEADING * self.largest * 0.8 {
            let size = self.size(first_width.max(second_width), 1.0 + LEADING);
            let half = LEADING * size / 2.0;
            return Ok([
                Some(row(first, x - first_width * size / 2.0, y - half, size)),
                Some(row(second, x - second_width * size / 2.0, y + half, size)),
            ]);
        }
        let gap = 0.8;
        let width = first_width + gap + second_width;
        let size = self.size(width, 1.0);
        let left = x - width * size / 2.0;
        Ok([
            Some(row(first, left, y, size)),
            Some(row(second, left + (first_width + gap) * size, y, size)),
        ])
    }

    /// The largest size for a text so wide and high.
    fn size(&self, width: f32, height: f32) -> f32 {
        self.largest
            .min(self.room.width / width.max(0.1))
            .min(self.room.height / height)
    }

    /// How wide a text is in ems.
    fn measure(&self, text: &str) -> Result<f32, Error> {
        if text.len() > MOST {
            return Err(Error::LabelTextTooLong {
                field: LabelText::Code,
                length: text.len(),
                most: MOST,
            });
        }
        text.bytes().try_fold(0.0, |width, byte| match self.glyph(byte) {
            Some(glyph) => Ok(width + glyph.advance),
            None => Err(Error::TextNotAscii {
                character: text.chars().find(|c| !CHARACTERS.contains(c)).unwrap_or_default(),
            }),
        })
    }
}
