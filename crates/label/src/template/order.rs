//! What labels should be like.

use super::Carrier;
use crate::{
    Logo,
    design::{Colour, Content, Design, Ink},
};

/// What labels should be like. The defaults are a red one of 20 × 30 mm with a QR code.
#[derive(Clone, Debug)]
pub struct LabelOrder {
    /// How it looks.
    pub design: Design,
    /// In which colour.
    pub colour: Colour,
    /// Millimetres, 10 to 300.
    pub width: f32,
    /// Millimetres, 10 to 300.
    pub height: f32,
    /// Which symbol.
    pub carrier: Carrier,
    /// What the product is called: as large as it fits, on up to three lines.
    pub name: String,
    /// Free text, up to four lines.
    pub lines: Vec<String>,
    /// The sign of the maker.
    pub logo: Option<Logo>,
    /// What covers the symbol before the sale.
    pub scratch: ScratchLayer,
}

impl Default for LabelOrder {
    fn default() -> Self {
        Self {
            design: Design::default(),
            colour: Colour::default(),
            width: 20.0,
            height: 30.0,
            carrier: Carrier::default(),
            name: String::new(),
            lines: vec![],
            logo: None,
            scratch: ScratchLayer::default(),
        }
    }
}

impl LabelOrder {
    pub(super) fn content(&self, lines: usize) -> Content {
        Content {
            design: self.design,
            // Without a logo a medallion has the first character of the name in it.
            sign: self.logo.is_some() || self.design == Design::Medallion,
            lines,
        }
    }

    pub(super) const fn code_ink(&self) -> Ink {
        if self.design.has_foot() {
            Ink::OnColour
        } else {
            Ink::Black
        }
    }
}

/// What covers the symbol, so that it cannot be read before the sale.
///
/// It is a layer of its own: the group `scratch-off` of an SVG, an optional layer of a PDF in the spot colour
/// `ScratchOff`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ScratchLayer {
    /// Nothing.
    #[default]
    None,
    /// A dashed outline that says where the foil goes; the symbol stays readable.
    Outline,
    /// The area in silver: the plate the layer is printed with. The symbol cannot be read.
    Covered,
}
