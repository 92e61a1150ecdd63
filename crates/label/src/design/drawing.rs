//! What a label is drawn with.

use crate::{
    font::Glyph,
    geometry::{Path, Point, Rect},
};

/// Which colour of the label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ink {
    /// The colour of the label.
    Colour,
    /// A third of it.
    Tint,
    /// What can be read on the colour of the label.
    OnColour,
    Black,
    White,
    /// What a scratch-off layer is printed with.
    Silver,
}

/// Which font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// A row of characters.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub(crate) weight: Weight,
    /// Millimetres per em.
    pub(crate) size: f32,
    /// Where its baseline begins.
    pub(crate) at: Point,
    pub(crate) ink: Ink,
    pub(crate) glyphs: Vec<Glyph>,
}

impl Text {
    /// The characters, and where each begins.
    pub(crate) fn placed(&self) -> impl Iterator<Item = (&Glyph, Point)> {
        let (mut x, y) = self.at;
        self.glyphs.iter().map(move |glyph| {
            let at = (x, y);
            x += glyph.advance * self.size;
            (glyph, at)
        })
    }
}

/// Something drawn; what comes later lies above.
#[derive(Clone, Debug)]
pub(crate) enum Item {
    Fill(Path, Ink),
    /// A line of this width.
    Stroke(Path, Ink, f32),
    /// A broken line of this width.
    Dashed(Path, Ink, f32),
    Text(Text),
    /// The logo, in a square.
    Logo(Rect),
    /// What of these is inside.
    Clipped(Rect, Vec<Item>),
}
