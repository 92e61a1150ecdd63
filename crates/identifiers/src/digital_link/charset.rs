use crate::charset::{is_cset39, is_cset64, is_cset82};

/// The characters a piece of a value may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charset {
    /// 0–9.
    Digits,
    /// The 82 characters of most text; see [`is_cset82`].
    Cset82,
    /// The 39 characters of part identifiers; see [`is_cset39`].
    Cset39,
    /// URL-safe base64; see [`is_cset64`].
    Cset64,
}

impl Charset {
    /// The offset of the first byte that is not in the set.
    pub(super) fn first_outside(self, text: &[u8]) -> Option<usize> {
        let mut bytes = text.iter();
        match self {
            Self::Digits => bytes.position(|byte| !byte.is_ascii_digit()),
            Self::Cset82 => bytes.position(|&byte| !is_cset82(byte)),
            Self::Cset39 => bytes.position(|&byte| !is_cset39(byte)),
            // Padding may stand at the end; how much is checked apart.
            Self::Cset64 => bytes.position(|&byte| !is_cset64(byte) && byte != b'='),
        }
    }
}
