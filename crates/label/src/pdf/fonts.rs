//! Fonts with nothing but the characters that occur.

use super::objects::Objects;
use crate::{
    Error,
    font::{Font, Glyph},
};
use std::{collections::BTreeMap, io::Write};
use subsetter::GlyphRemapper;

/// A part of a font, to be written.
#[derive(Debug)]
pub(super) struct Subset {
    remapper: GlyphRemapper,
    /// By their number in the subset.
    glyphs: BTreeMap<u16, (char, f32)>,
}

impl Subset {
    pub(super) fn new<'g>(glyphs: impl Iterator<Item = &'g Glyph>) -> Self {
        let mut subset = Self {
            remapper: GlyphRemapper::new(),
            glyphs: BTreeMap::new(),
        };
        for glyph in glyphs {
            let id = subset.remapper.remap(glyph.id);
            subset
                .glyphs
                .entry(id)
                .or_insert((glyph.character, glyph.advance));
        }
        subset
    }

    /// What stands for a character in a text: four hexadecimal digits.
    pub(super) fn code(&self, glyph: &Glyph) -> [u8; 4] {
        let id = self.remapper.get(glyph.id).unwrap_or_default();
        std::array::from_fn(|digit| {
            let value = (id >> (12 - 4 * digit) & 15) as u8;
            if value < 10 {
                b'0' + value
            } else {
                b'A' + value - 10
            }
        })
    }

    /// Writes the five objects of the font and returns the number of the font.
    pub(super) fn write<W: Write, D: Write>(
        &self,
        font: &Font,
        objects: &mut Objects<W, D>,
    ) -> Result<u64, Error> {
        let (data, index) = font.file();
        let file = subsetter::subset(data, index, &self.remapper)
            .ok()
            .ok_or(Error::FontUnreadable)?;
        let face = font.face()?;
        // Outlines of the PostScript kind are embedded without the tables around them.
        let cff = table(&file, b"CFF ");
        let (key, kind, program) = match cff {
            Some(table) => ("FontFile3", "CIDFontType0", table),
            None => ("FontFile2", "CIDFontType2", &*file),
        };
        let entries = if cff.is_some() {
            "/Subtype/CIDFontType0C".to_owned()
        } else {
            format!("/Length1 {}", file.len())
        };
        let program = objects.stream(&entries, program)?;
        let em = f32::from(face.units_per_em());
        let thousandths = |units: i16| (f32::from(units) * 1000.0 / em) as i32;
        let name = name(&face);
        let bounds = face.global_bounding_box();
        let descriptor = format!(
            "<</Type/FontDescriptor/FontName/{name}/Flags 4/ItalicAngle 0/StemV 80/Ascent {}/Descent {}/CapHeight {}\
             /FontBBox[{} {} {} {}]/{key} {program} 0 R>>",
            thousandths(face.ascender()),
            thousandths(face.descender()),
            thousandths(face.capital_height().unwrap_or(face.ascender())),
            thousandths(bounds.x_min),
            thousandths(bounds.y_min),
            thousandths(bounds.x_max),
            thousandths(bounds.y_max),
        );
        let descriptor = objects.object(descriptor.as_bytes())?;
        let widths: String = self
            .glyphs
            .iter()
            .map(|(id, (_, width))| format!("{id}[{}]", (width * 1000.0).round()))
            .collect();
        let map = if cff.is_some() {
            ""
        } else {
            "/CIDToGIDMap/Identity"
        };
        let descendant = format!(
            "<</Type/Font/Subtype/{kind}/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>\
             /FontDescriptor {descriptor} 0 R/DW 1000/W[{widths}]{map}>>"
        );
        let descendant = objects.object(descendant.as_bytes())?;
        let unicode = objects.stream("", self.unicode().as_bytes())?;
        let font = format!(
            "<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode} 0 R>>"
        );
        objects.object(font.as_bytes())
    }

    /// Says which characters the text consists of, for searching and copying.
    fn unicode(&self) -> String {
        let mut map =
            "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)\
                       /Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n\
                       1 begincodespacerange<0000><FFFF>endcodespacerange\n"
                .to_owned();
        let glyphs: Vec<_> = self.glyphs.iter().collect();
        for some in glyphs.chunks(100) {
            map.push_str(&format!("{} beginbfchar\n", some.len()));
            for (id, (character, _)) in some {
                let units: String = character
                    .encode_utf16(&mut [0; 2])
                    .iter()
                    .map(|unit| format!("{unit:04X}"))
                    .collect();
                map.push_str(&format!("<{id:04X}><{units}>\n"));
            }
            map.push_str("endbfchar\n");
        }
        map.push_str("endcmap CMapName currentdict/CMap defineresource pop end end");
        map
    }
}

/// A table of an OpenType file.
fn table<'f>(file: &'f [u8], tag: &[u8; 4]) -> Option<&'f [u8]> {
    let face = ttf_parser::RawFace::parse(file, 0).ok()?;
    face.table(ttf_parser::Tag::from_bytes(tag))
}

/// The PostScript name with the letters that say it is a part.
fn name(face: &ttf_parser::Face<'_>) -> String {
    let names = face.names().into_iter();
    let name = names
        .filter(|name| name.name_id == ttf_parser::name_id::POST_SCRIPT_NAME)
        .find_map(|name| name.to_string());
    let plain: String = name
        .unwrap_or_default()
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    format!("LABELS+{plain}")
}
