//! Check digits that more than one identifier uses.

use crate::{Expected, Fault};

/// The GS1 check digit of a number without it (GS1 General Specifications, section 7.9.1; GB 12904 annex B).
///
/// From the right the digits weigh 3, 1, 3, 1, …; the check digit brings the sum to a multiple of ten. Leading
/// zeros change nothing, so GTIN-8 to GTIN-14, GLN, SSCC and GSRN share it. `None` if there is a non-digit.
///
/// ```
/// assert_eq!(identifiers::check_digit::gs1("690123456789"), Some('2'));
/// ```
#[must_use]
pub fn gs1(body: &str) -> Option<char> {
    gs1_bytes(body.as_bytes()).map(char::from)
}

/// [`gs1`] for bytes, which the link parser has at hand.
pub(crate) fn gs1_bytes(body: &[u8]) -> Option<u8> {
    // Wide enough for any text that fits in memory.
    let mut sum: u64 = 0;
    let mut weight = 3;
    for byte in body.iter().rev() {
        sum += u64::from(digit(*byte)?) * weight;
        weight = 4 - weight;
    }
    ascii_digit((10 - sum % 10) % 10)
}

/// Checks that the text is digits, as many as one of `lengths`, not all zero, with the right GS1 check digit.
pub(crate) fn verify_gs1(text: &str, lengths: &[usize], expected: &'static str) -> Result<(), Fault> {
    if text.is_empty() {
        return Err(Fault::Empty);
    }
    digits_only(text)?;
    if !lengths.contains(&text.len()) {
        return Err(Fault::Length {
            expected,
            found: text.len(),
        });
    }
    if text.bytes().all(|byte| byte == b'0') {
        return Err(Fault::AllZero);
    }
    let mut chars = text.chars();
    match (chars.next_back(), gs1(chars.as_str())) {
        (Some(found), Some(expected)) if found != expected => Err(Fault::CheckCharacter {
            position: text.len(),
            expected,
            found,
        }),
        _ => Ok(()),
    }
}

/// Checks that every character is a digit.
pub(crate) fn digits_only(text: &str) -> Result<(), Fault> {
    match text.chars().enumerate().find(|(_, c)| !c.is_ascii_digit()) {
        Some((index, found)) => Err(Fault::Character {
            position: index + 1,
            found,
            expected: Expected::Digit,
            meant: None,
        }),
        None => Ok(()),
    }
}

/// The check digit MOD 11,10 of a number without it (GB/T 17710, ISO 7064), as food licences carry it.
///
/// `None` if there is a non-digit. Unlike the GS1 check it counts leading zeros.
///
/// ```
/// assert_eq!(identifiers::check_digit::mod_11_10("0794"), Some('5'));
/// ```
#[must_use]
pub fn mod_11_10(body: &str) -> Option<char> {
    let mut product = 10;
    for byte in body.bytes() {
        let sum = (product + u64::from(digit(byte)?)) % 10;
        product = if sum == 0 { 10 } else { sum } * 2 % 11;
    }
    ascii_digit((11 - product) % 10).map(char::from)
}

fn digit(byte: u8) -> Option<u8> {
    byte.is_ascii_digit().then(|| byte - b'0')
}

fn ascii_digit(value: u64) -> Option<u8> {
    u8::try_from(value).ok().filter(|&v| v < 10).map(|v| v + b'0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gs1_examples() {
        for (body, check) in [
            ("629104150021", '3'),      // GTIN-13, General Specifications figure 7.9.1
            ("37610425002123456", '9'), // SSCC, the same
            ("0629104150021", '3'),
            ("950600013435", '2'),
            ("205898910899", '4'),
            ("", '0'),
        ] {
            assert_eq!(gs1(body), Some(check), "{body}");
        }
    }

    #[test]
    fn non_digits_have_none() {
        assert_eq!(gs1("12a"), None);
        assert_eq!(gs1("１２"), None);
        assert_eq!(mod_11_10("12-3"), None);
    }
}
