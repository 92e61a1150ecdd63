//! The colours of labels.

use super::Ink;

/// The colour of a label; the same for every design.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Colour {
    /// D41819.
    #[default]
    Red,
    /// FFCC00.
    Orange,
    /// 316464.
    Green,
    /// 468CC8.
    Blue,
}

impl Colour {
    /// All colours.
    pub const ALL: [Self; 4] = [Self::Red, Self::Orange, Self::Green, Self::Blue];

    /// Red, green and blue.
    pub const fn rgb(self) -> [u8; 3] {
        match self {
            Self::Red => [0xD4, 0x18, 0x19],
            Self::Orange => [0xFF, 0xCC, 0x00],
            Self::Green => [0x31, 0x64, 0x64],
            Self::Blue => [0x46, 0x8C, 0xC8],
        }
    }
}

/// The inks a label is shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Inks {
    /// In its colour.
    Coloured(Colour),
    /// In black alone, for printers that have nothing else.
    Monochrome,
}

impl Inks {
    /// Red, green and blue of an ink.
    pub(crate) fn rgb(self, ink: Ink) -> [u8; 3] {
        match (self, ink) {
            (_, Ink::Black) | (Self::Monochrome, Ink::Colour) => [0; 3],
            (_, Ink::White) | (Self::Monochrome, Ink::Tint | Ink::OnColour) => [255; 3],
            (_, Ink::Silver) => [0xB8, 0xBB, 0xC0],
            (Self::Coloured(colour), Ink::Colour) => colour.rgb(),
            (Self::Coloured(colour), Ink::Tint) => colour.rgb().map(|channel| 255 - (255 - channel) / 3),
            // White cannot be read on orange.
            (Self::Coloured(Colour::Orange), Ink::OnColour) => [0; 3],
            (Self::Coloured(_), Ink::OnColour) => [255; 3],
        }
    }
}
