//! Labels that differ in nothing but their code.

mod carrier;
mod order;
mod unit;

use crate::{
    Error, LabelText, Logo,
    design::{Colour, Ink, Item, Layout, Typesetter, Words, clean, paint},
    font::Fonts,
    geometry::{Path, Rect},
};
pub use carrier::Carrier;
pub(crate) use carrier::{Modules, Symbols};
pub use order::{LabelOrder, ScratchLayer};
pub use unit::Unit;
pub(crate) use unit::{CodeText, Row};

/// The sides a label may have, in millimetres.
const SIDES: (f32, f32) = (10.0, 300.0);
const MOST_NAME: usize = 100;
const MOST_LINE: usize = 60;
const MOST_LINES: usize = 4;
/// The narrowest module that prints and reads well, in micrometres.
const LEAST_MODULE: u32 = 170;

/// All that labels of an order have in common, laid out and with every letter drawn.
#[derive(Clone, Debug)]
pub struct Template {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) colour: Colour,
    pub(crate) title: String,
    pub(crate) items: Vec<Item>,
    /// The scratch-off layer.
    pub(crate) cover: Vec<Item>,
    pub(crate) scratch: ScratchLayer,
    pub(crate) symbol: Rect,
    pub(crate) code: CodeText,
    pub(crate) carrier: Carrier,
    pub(crate) logo: Option<Logo>,
}

impl Template {
    /// Lays out labels, or says what is wrong with them.
    pub fn new(order: &LabelOrder, fonts: &Fonts) -> Result<Self, Error> {
        let LabelOrder {
            width,
            height,
            design,
            colour,
            ..
        } = *order;
        let (least, most) = SIDES;
        if ![width, height].iter().all(|side| (least..=most).contains(side)) {
            return Err(Error::LabelSizeOutOfRange { least, most });
        }
        let name = clean(&order.name);
        check_length(LabelText::Name, &name, MOST_NAME)?;
        let lines: Vec<_> = order
            .lines
            .iter()
            .map(|line| clean(line))
            .filter(|line| !line.is_empty())
            .collect();
        for line in &lines {
            check_length(LabelText::Line, line, MOST_LINE)?;
        }
        if lines.len() > MOST_LINES {
            return Err(Error::TooManyLines {
                lines: lines.len(),
                most: MOST_LINES,
            });
        }
        let layout = Layout::new(width, height, order.content(lines.len()));
        let setter = Typesetter::new(fonts);
        let words = Words {
            logo: order.logo.is_some(),
            name: &name,
            lines: &lines,
        };
        let items = paint(design, &layout, words, &setter)?;
        let ink = order.code_ink();
        Ok(Self {
            width,
            height,
            colour,
            items,
            scratch: order.scratch,
            cover: cover(order.scratch, layout.symbol, layout.unit),
            symbol: layout.symbol,
            code: CodeText::new(layout.code, ink, layout.unit, &fonts.regular)?,
            carrier: order.carrier,
            logo: order.logo.clone(),
            title: name,
        })
    }

    /// Width and height in millimetres.
    pub const fn size(&self) -> (f32, f32) {
        (self.width, self.height)
    }

    /// The width of a module of such a symbol, or that it is too narrow to be printed.
    pub(crate) fn module(&self, modules: &Modules<'_>) -> Result<f32, Error> {
        let module = self.symbol.width / (modules.size + 2 * modules.quiet_zone) as f32;
        let micrometres = (module * 1000.0).round() as u32;
        if micrometres < LEAST_MODULE {
            return Err(Error::ModuleTooSmall {
                micrometres,
                least: LEAST_MODULE,
            });
        }
        Ok(module)
    }
}

fn check_length(field: LabelText, text: &str, most: usize) -> Result<(), Error> {
    match text.chars().count() {
        length if length > most => Err(Error::LabelTextTooLong { field, length, most }),
        _ => Ok(()),
    }
}

/// What is printed over the symbol after it was printed.
fn cover(layer: ScratchLayer, symbol: Rect, unit: f32) -> Vec<Item> {
    let symbol = symbol.inset(0.3 * unit);
    let outline = Item::Dashed(Path::rounded(symbol, 0.8 * unit), Ink::Black, 0.12 * unit);
    match layer {
        ScratchLayer::None => vec![],
        ScratchLayer::Outline => vec![outline],
        ScratchLayer::Covered => vec![
            Item::Fill(Path::rounded(symbol, 0.8 * unit), Ink::Silver),
            outline,
        ],
    }
}
