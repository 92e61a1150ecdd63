//! How much of a symbol may be lost before it stops reading.

/// Error-correction level: the share of a symbol that may be dirty, torn or covered.
///
/// The level asked for is the least one gets: where a higher level fits the same symbol size, it is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Correction {
    /// About 7 % of the symbol may be lost.
    Low,
    /// About 15 % may be lost; the usual choice for printed labels.
    #[default]
    Medium,
    /// About 25 % may be lost; the least for a symbol with a logo.
    Quartile,
    /// About 30 % may be lost.
    High,
}

impl Correction {
    /// All levels, weakest first.
    pub const ALL: [Self; 4] = [Self::Low, Self::Medium, Self::Quartile, Self::High];

    /// The letter the standard uses: L, M, Q or H.
    pub const fn letter(self) -> char {
        match self {
            Self::Low => 'L',
            Self::Medium => 'M',
            Self::Quartile => 'Q',
            Self::High => 'H',
        }
    }

    /// The same level in qrcodegen's words.
    pub(crate) const fn to_qrcodegen(self) -> qrcodegen::QrCodeEcc {
        match self {
            Self::Low => qrcodegen::QrCodeEcc::Low,
            Self::Medium => qrcodegen::QrCodeEcc::Medium,
            Self::Quartile => qrcodegen::QrCodeEcc::Quartile,
            Self::High => qrcodegen::QrCodeEcc::High,
        }
    }

    /// The same level in our words.
    pub(crate) const fn from_qrcodegen(level: qrcodegen::QrCodeEcc) -> Self {
        match level {
            qrcodegen::QrCodeEcc::Low => Self::Low,
            qrcodegen::QrCodeEcc::Medium => Self::Medium,
            qrcodegen::QrCodeEcc::Quartile => Self::Quartile,
            qrcodegen::QrCodeEcc::High => Self::High,
        }
    }
}
