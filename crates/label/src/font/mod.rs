//! Fonts: outlines and widths of characters.

mod glyph;

use crate::Error;
pub(crate) use glyph::{Glyph, Outliner};
use std::sync::Arc;
use ttf_parser::{Face, GlyphId, fonts_in_collection, name_id};

/// How a collection calls its face with the shapes of mainland China.
const SIMPLIFIED: &str = "SC";

/// A font: an OpenType file, or the face of a collection that has the shapes of mainland China.
#[derive(Clone, Debug)]
pub struct Font {
    data: Arc<Vec<u8>>,
    index: u32,
}

impl Font {
    /// Reads a font from the bytes of a file.
    pub fn new(data: Vec<u8>) -> Result<Self, Error> {
        let count = fonts_in_collection(&data).unwrap_or(1);
        let named = (0..count).find(|&index| {
            Face::parse(&data, index).is_ok_and(|face| {
                face.names()
                    .into_iter()
                    .filter(|name| name.name_id == name_id::FAMILY)
                    .any(|name| {
                        name.to_string()
                            .is_some_and(|family| family.ends_with(SIMPLIFIED))
                    })
            })
        });
        let index = named.unwrap_or(0);
        Face::parse(&data, index).ok().ok_or(Error::FontUnreadable)?;
        Ok(Self {
            data: Arc::new(data),
            index,
        })
    }

    /// Whether every character can be drawn.
    pub fn has(&self, text: &str) -> bool {
        self.first_missing(text).is_none()
    }

    /// The first character it lacks.
    pub(crate) fn first_missing(&self, text: &str) -> Option<char> {
        let Ok(face) = self.face() else {
            return text.chars().next();
        };
        text.chars().find(|&c| face.glyph_index(c).is_none())
    }

    /// The file, and which face of it is meant.
    pub(crate) fn file(&self) -> (&[u8], u32) {
        (&self.data, self.index)
    }

    pub(crate) fn face(&self) -> Result<Face<'_>, Error> {
        Face::parse(&self.data, self.index)
            .ok()
            .ok_or(Error::FontUnreadable)
    }

    /// Draws a character.
    pub(crate) fn glyph(&self, character: char) -> Result<Glyph, Error> {
        let face = self.face()?;
        let id = face
            .glyph_index(character)
            .ok_or(Error::FontLacks { character })?;
        Ok(draw(&face, id, character))
    }
}

/// The fonts of a label.
#[derive(Clone, Debug)]
pub struct Fonts {
    /// For most of it.
    pub regular: Font,
    /// For the name.
    pub bold: Font,
}

fn draw(face: &Face<'_>, id: GlyphId, character: char) -> Glyph {
    let em = f32::from(face.units_per_em());
    let mut outliner = Outliner::new(1.0 / em);
    // A space has no outline.
    let _bounds = face.outline_glyph(id, &mut outliner);
    Glyph {
        character,
        id: id.0,
        advance: f32::from(face.glyph_hor_advance(id).unwrap_or_default()) / em,
        outline: outliner.path,
    }
}
