//! The modes of segments.

/// How a segment writes its characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    /// Digits, three in ten bits.
    Numeric,
    /// Digits, upper-case letters and `` $%*+-./:``, two in eleven bits.
    Alphanumeric,
    /// Any bytes, here always UTF-8.
    Byte,
}

impl Mode {
    pub(super) const ALL: [Self; 3] = [Self::Numeric, Self::Alphanumeric, Self::Byte];

    /// The cost of a character in sixths of a bit, which keeps the thirds and halves exact.
    pub(super) const fn sixths(self) -> usize {
        match self {
            Self::Numeric => 20,
            Self::Alphanumeric => 33,
            Self::Byte => 48,
        }
    }

    /// The mode indicator.
    pub(super) const fn indicator(self) -> u32 {
        match self {
            Self::Numeric => 1,
            Self::Alphanumeric => 2,
            Self::Byte => 4,
        }
    }

    /// The width in bits of the character count.
    pub(super) const fn count_bits(self, band: Band) -> u32 {
        match (self, band) {
            (Self::Numeric, Band::To9) => 10,
            (Self::Numeric, Band::To26) => 12,
            (Self::Numeric, Band::To40) => 14,
            (Self::Alphanumeric, Band::To9) => 9,
            (Self::Alphanumeric, Band::To26) => 11,
            (Self::Alphanumeric, Band::To40) => 13,
            (Self::Byte, Band::To9) => 8,
            (Self::Byte, Band::To26 | Band::To40) => 16,
        }
    }

    /// The narrowest mode that can write this byte.
    pub(super) const fn narrowest(byte: u8) -> Self {
        match byte {
            b'0'..=b'9' => Self::Numeric,
            b'A'..=b'Z' | b' ' | b'$' | b'%' | b'*' | b'+' | b'-' | b'.' | b'/' | b':' => Self::Alphanumeric,
            _ => Self::Byte,
        }
    }
}

/// [`Mode::narrowest`] of every byte.
#[expect(clippy::indexing_slicing, reason = "computed when this is compiled")]
pub(super) static NARROWEST: [Mode; 256] = {
    let mut table = [Mode::Byte; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = Mode::narrowest(byte as u8);
        byte += 1;
    }
    table
};

/// Versions whose segment headers are equally wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Band {
    /// Versions 1 to 9.
    To9,
    /// Versions 10 to 26.
    To26,
    /// Versions 27 to 40.
    To40,
}

impl Band {
    /// The band a version is in.
    pub(super) const fn of(version: u8) -> Self {
        match version {
            ..=9 => Self::To9,
            10..=26 => Self::To26,
            27.. => Self::To40,
        }
    }
}
