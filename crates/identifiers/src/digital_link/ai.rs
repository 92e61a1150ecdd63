use std::{cmp::Ordering, fmt};

/// A GS1 application identifier of the dictionary: two to four digits that say what a value is.
///
/// Ordered as text, which is the order of attributes in a canonical link: `17` before `3103` before `37`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ai([u8; 4]);

impl Ai {
    /// 00: serial shipping container code.
    pub const SSCC: Self = Self(*b"00\0\0");
    /// 01: global trade item number.
    pub const GTIN: Self = Self(*b"01\0\0");
    /// 10: batch or lot number.
    pub const BATCH: Self = Self(*b"10\0\0");
    /// 11: production date.
    pub const PRODUCTION_DATE: Self = Self(*b"11\0\0");
    /// 13: packaging date.
    pub const PACKAGING_DATE: Self = Self(*b"13\0\0");
    /// 15: best before date.
    pub const BEST_BEFORE: Self = Self(*b"15\0\0");
    /// 17: expiration date.
    pub const EXPIRY: Self = Self(*b"17\0\0");
    /// 21: serial number.
    pub const SERIAL: Self = Self(*b"21\0\0");
    /// 22: consumer product variant.
    pub const VARIANT: Self = Self(*b"22\0\0");
    /// 235: third-party controlled serial extension.
    pub const THIRD_PARTY_SERIAL: Self = Self(*b"235\0");
    /// 254: extension of a location number.
    pub const LOCATION_EXTENSION: Self = Self(*b"254\0");
    /// 414: global location number of a place.
    pub const LOCATION: Self = Self(*b"414\0");
    /// 417: global location number of a party.
    pub const PARTY: Self = Self(*b"417\0");

    /// The identifier with these digits, whether the dictionary knows it or not.
    pub(super) const fn new(digits: &[u8]) -> Self {
        Self(padded(digits))
    }

    /// The identifier with these bytes, if they are two to four digits.
    pub(super) fn from_digits(bytes: &[u8]) -> Option<Self> {
        ((2..=4).contains(&bytes.len()) && bytes.iter().all(u8::is_ascii_digit)).then(|| Self::new(bytes))
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Digits and NUL since `new`, so the default is never taken.
        str::from_utf8(&self.0).unwrap_or_default().trim_end_matches('\0')
    }
}

// Text order in one comparison of numbers; the derived one calls out to `memcmp`, and parsing compares a lot.
impl Ord for Ai {
    fn cmp(&self, other: &Self) -> Ordering {
        u32::from_be_bytes(self.0).cmp(&u32::from_be_bytes(other.0))
    }
}

impl PartialOrd for Ai {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Ai {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Ai {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "({self})")
    }
}

/// Identifiers that share their first digits: `31nn` are 3100 to 3199.
pub(super) struct Pattern {
    mask: u32,
    wanted: u32,
}

impl Pattern {
    /// A pattern of digits and, at its end, `n` for any digit.
    pub(super) const fn new(text: &[u8]) -> Self {
        let [a, b, c, d] = padded(text);
        let mask = u32::from_ne_bytes([mask(a), mask(b), mask(c), mask(d)]);
        Self {
            mask,
            wanted: u32::from_ne_bytes([wanted(a), wanted(b), wanted(c), wanted(d)]),
        }
    }

    pub(super) const fn matches(&self, ai: Ai) -> bool {
        u32::from_ne_bytes(ai.0) & self.mask == self.wanted
    }
}

/// The bits that count: all of a digit, the upper half of `n`, which is the same for all digits and not for NUL.
const fn mask(byte: u8) -> u8 {
    if byte == b'n' { 0xF0 } else { 0xFF }
}

const fn wanted(byte: u8) -> u8 {
    if byte == b'n' { b'0' } else { byte }
}

/// Up to four bytes, filled up with NUL, so that byte order is text order.
const fn padded(text: &[u8]) -> [u8; 4] {
    match *text {
        [a, b] => [a, b, 0, 0],
        [a, b, c] => [a, b, c, 0],
        [a, b, c, d] => [a, b, c, d],
        _ => [0; 4],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_order() {
        let mut ais = ["37", "3103", "17", "99", "400"].map(|text| Ai::new(text.as_bytes()));
        ais.sort_unstable();
        assert_eq!(ais.map(|ai| ai.to_string()), ["17", "3103", "37", "400", "99"]);
    }

    #[test]
    fn patterns() {
        let pattern = Pattern::new(b"31nn");
        assert!(pattern.matches(Ai::new(b"3103")) && pattern.matches(Ai::new(b"3199")));
        assert!(!pattern.matches(Ai::new(b"3203")) && !pattern.matches(Ai::new(b"31")));
        assert!(!Pattern::new(b"392n").matches(Ai::new(b"392")));
        assert!(Pattern::new(b"01").matches(Ai::GTIN));
    }
}
