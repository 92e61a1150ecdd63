//! What all pages share.

use super::{
    document::Document,
    drawing::{Pen, numbers},
    fonts::Subset,
    objects::{Objects, text},
};
use crate::{
    Error,
    design::{Item, Text, Weight},
    template::{CodeText, Template},
};
use std::io::Write;

/// The side of a logo in pixels.
const LOGO_PIXELS: usize = 600;
/// The spot colour of the scratch-off layer, and the grey that stands for it on screens.
const SPOT: &str =
    "[/Separation/ScratchOff/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 0 0 0.35]/N 1>>]";

/// The numbers of what pages refer to.
#[derive(Clone, Debug)]
pub(super) struct Resources {
    /// The resources of a page.
    pub(super) page: u64,
    /// The layer of the scratch-off foil, if there is one.
    pub(super) layer: Option<u64>,
    pub(super) info: u64,
    /// What stands for the characters of codes.
    pub(super) codes: Vec<[u8; 4]>,
    pub(super) marks: bool,
}

impl Resources {
    /// Writes them.
    pub(super) fn write<W: Write, D: Write>(
        document: &Document,
        objects: &mut Objects<W, D>,
    ) -> Result<Self, Error> {
        let Document {
            template,
            fonts,
            sheet,
            ..
        } = document;
        objects.raw(b"%PDF-1.6\n%\xE5\x93\x81\xE7\xA0\x81\n")?;
        let regular = Subset::new(texts(&template.items, Weight::Regular).chain(template.code.glyphs()));
        let bold = Subset::new(texts(&template.items, Weight::Bold));
        let regular_number = regular.write(&fonts.regular, objects)?;
        let bold_number = bold.write(&fonts.bold, objects)?;
        let logo = write_logo(template, objects)?;
        let shared = format!(
            "<</Font<</Regular {regular_number} 0 R/Bold {bold_number} 0 R>>/ColorSpace<</Spot {SPOT}>>{}>>",
            logo.map(|logo| format!("/XObject<</Logo {logo} 0 R>>"))
                .unwrap_or_default()
        );
        let shared = objects.object(shared.as_bytes())?;
        let mut pen = Pen {
            colour: template.colour,
            regular: &regular,
            bold: &bold,
            spot: false,
        };
        let form = |width: f32, height: f32| {
            format!("/Type/XObject/Subtype/Form/BBox[0 0 {width} {height}]/Resources {shared} 0 R")
        };
        let mut drawing = vec![];
        pen.draw(&template.items, &mut drawing);
        let label = objects.stream(&form(template.width, template.height), &drawing)?;
        let mut forms = format!("/Label {label} 0 R");
        let layer = if template.cover.is_empty() {
            None
        } else {
            let name = text("刮刮层 Scratch-off");
            let layer = objects.object(format!("<</Type/OCG/Name{name}>>").as_bytes())?;
            pen.spot = true;
            drawing.clear();
            pen.draw(&template.cover, &mut drawing);
            let entries = format!("{}/OC {layer} 0 R", form(template.width, template.height));
            let cover = objects.stream(&entries, &drawing)?;
            forms.push_str(&format!("/Cover {cover} 0 R"));
            Some(layer)
        };
        if sheet.crop_marks {
            drawing.clear();
            drawing.extend_from_slice(b"0 G 0.1 w\n");
            for (from, to) in sheet.marks(template.size()) {
                numbers(&[from.0, from.1], &mut drawing);
                drawing.extend_from_slice(b"m ");
                numbers(&[to.0, to.1], &mut drawing);
                drawing.extend_from_slice(b"l S\n");
            }
            let marks = objects.stream(&form(sheet.width, sheet.height), &drawing)?;
            forms.push_str(&format!("/Marks {marks} 0 R"));
        }
        let page = format!("<</Font<</Code {regular_number} 0 R>>/XObject<<{forms}>>>>");
        let page = objects.object(page.as_bytes())?;
        let info = format!(
            "<</Title{}/Subject{}/Creator(Pinma)>>",
            text(&template.title),
            text(&document.note)
        );
        let info = objects.object(info.as_bytes())?;
        Ok(Self {
            page,
            layer,
            info,
            codes: template
                .code
                .glyphs()
                .iter()
                .map(|glyph| regular.code(glyph))
                .collect(),
            marks: sheet.crop_marks,
        })
    }

    /// What stands for a character of a code.
    pub(super) fn code(&self, byte: u8) -> [u8; 4] {
        self.codes.get(CodeText::index(byte)).copied().unwrap_or(*b"0000")
    }
}

/// The characters that are set in a weight.
fn texts(items: &[Item], weight: Weight) -> Box<dyn Iterator<Item = &crate::font::Glyph> + '_> {
    Box::new(items.iter().flat_map(move |item| match item {
        Item::Text(Text {
            weight: of_text,
            glyphs,
            ..
        }) if *of_text == weight => Box::new(glyphs.iter()),
        Item::Clipped(_, items) => texts(items, weight),
        _ => Box::new(std::iter::empty()),
    }))
}

fn write_logo<W: Write, D: Write>(
    template: &Template,
    objects: &mut Objects<W, D>,
) -> Result<Option<u64>, Error> {
    let Some(logo) = &template.logo else {
        return Ok(None);
    };
    let art = logo.draw(LOGO_PIXELS);
    let space = if art.is_grey() { "DeviceGray" } else { "DeviceRGB" };
    let side = art.side();
    let entries = format!(
        "/Type/XObject/Subtype/Image/Width {side}/Height {side}/ColorSpace/{space}/BitsPerComponent 8"
    );
    let pixels: Vec<u8> = art.rows().flatten().copied().collect();
    objects.stream(&entries, &pixels).map(Some)
}
