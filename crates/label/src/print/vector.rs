//! Labels as SVG files.

use super::drawing::{Pen, data_uri, hex, push_micrometres, write_scaled};
use crate::{
    Error,
    design::Inks,
    font::Glyph,
    number::push_decimal,
    svg::Escaped,
    template::{CodeText, Symbols, Template, Unit},
};

/// Steps an em in the outlines of codes, so that whole numbers do.
const EM: f32 = 1000.0;

/// Writes labels as SVG files: outlines only, which look the same wherever they are opened.
#[derive(Debug)]
pub struct SvgPrinter {
    template: Template,
    symbols: Symbols,
    /// All that comes before the symbol.
    head: Vec<u8>,
    /// All that comes after the code.
    tail: Vec<u8>,
    /// The outlines of the characters of codes.
    glyphs: Vec<Vec<u8>>,
}

/// What is the same on every label: what comes before the symbol and what comes after the code.
pub(super) fn static_part(template: &Template, inks: Inks) -> (Vec<u8>, Vec<u8>) {
    let logo = template.logo.as_ref().map(data_uri).unwrap_or_default();
    let mut pen = Pen::new(inks, &logo);
    let mut head = b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"".to_vec();
    push_decimal::<3>(template.width, &mut head);
    head.extend_from_slice(b"mm\" height=\"");
    push_decimal::<3>(template.height, &mut head);
    // Micrometres, so that whole numbers do.
    head.extend_from_slice(b"mm\" viewBox=\"0 0 ");
    push_micrometres(template.width, &mut head);
    head.push(b' ');
    push_micrometres(template.height, &mut head);
    head.extend_from_slice(format!("\"><title>{}</title>", Escaped(&template.title)).as_bytes());
    pen.draw(&template.items, &mut head);
    let mut tail = vec![];
    if !template.cover.is_empty() {
        tail.extend_from_slice(b"<g id=\"scratch-off\">");
        pen.draw(&template.cover, &mut tail);
        tail.extend_from_slice(b"</g>");
    }
    tail.extend_from_slice(b"</svg>\n");
    (head, tail)
}

impl SvgPrinter {
    /// A printer of such labels.
    pub fn new(template: Template) -> Self {
        let (head, tail) = static_part(&template, Inks::Coloured(template.colour));
        let outline = |glyph: &Glyph| {
            let mut out = vec![];
            write_scaled(glyph.outline.placed(1.0, (0.0, 0.0)), EM, &mut out);
            out
        };
        let glyphs = template.code.glyphs().iter().map(outline).collect();
        Self {
            symbols: Symbols::new(template.carrier),
            head,
            tail,
            glyphs,
            template,
        }
    }

    /// Draws a label; it takes the place of what the buffer held.
    pub fn print(&mut self, unit: &Unit<'_>, out: &mut Vec<u8>) -> Result<(), Error> {
        out.clear();
        out.extend_from_slice(&self.head);
        let template = &self.template;
        let modules = self.symbols.encode(unit.content)?;
        let module = template.module(&modules)?;
        let room = template.symbol;
        out.extend_from_slice(b"<g shape-rendering=\"crispEdges\" transform=\"translate(");
        push_micrometres(room.x, out);
        out.push(b' ');
        push_micrometres(room.y, out);
        out.extend_from_slice(b")scale(");
        push_decimal::<2>(module * 1000.0, out);
        out.extend_from_slice(b")\"><path stroke=\"#000\" d=\"");
        crate::svg::write_path(modules.rows(), modules.quiet_zone, out);
        out.extend_from_slice(b"\"/></g>");
        self.write_code(unit.code, out)?;
        out.extend_from_slice(&self.tail);
        Ok(())
    }

    fn write_code(&self, code: [&str; 2], out: &mut Vec<u8>) -> Result<(), Error> {
        let text = &self.template.code;
        let colour = hex(Inks::Coloured(self.template.colour).rgb(text.ink));
        for row in text.place(code)?.into_iter().flatten() {
            out.extend_from_slice(b"<g aria-label=\"");
            out.extend_from_slice(Escaped(row.text).to_string().as_bytes());
            out.extend_from_slice(b"\" fill=\"");
            out.extend_from_slice(colour.as_bytes());
            out.extend_from_slice(b"\" transform=\"translate(");
            push_micrometres(row.x, out);
            out.push(b' ');
            push_micrometres(row.y, out);
            out.extend_from_slice(b")scale(");
            push_decimal::<4>(row.size * 1000.0 / EM, out);
            out.extend_from_slice(b")\">");
            let mut x = 0.0;
            for byte in row.text.bytes() {
                let outline = self.glyphs.get(CodeText::index(byte));
                if let Some(outline) = outline.filter(|outline| !outline.is_empty()) {
                    out.extend_from_slice(b"<path transform=\"translate(");
                    push_decimal::<0>(x, out);
                    out.extend_from_slice(b")\" d=\"");
                    out.extend_from_slice(outline);
                    out.extend_from_slice(b"\"/>");
                }
                x += text.glyph(byte).map_or(0.0, |glyph| glyph.advance * EM);
            }
            out.extend_from_slice(b"</g>");
        }
        Ok(())
    }
}
