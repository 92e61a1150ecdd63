//! Telling compressed links from other texts, in order to say why they are refused.

use crate::check_digit::gs1;

/// Whether the last segment of a path is a compressed link.
///
/// Two forms exist. *EPC binary strings* (GS1 Digital Link Compression 1.0, 2025) begin with `eh` and hex digits or
/// `ex` and base64url; the shortest EPC has 64 bits, so shorter segments are ordinary words such as `example`. The
/// *legacy form* (GS1 Digital Link 1.1, section 8) is base64url of a bit string that begins with the application
/// identifier; it has no mark of its own, so a segment counts only if a valid GTIN or SSCC comes out of it.
pub(super) fn looks_compressed(segment: &str) -> bool {
    is_epc_binary(segment) || is_legacy(segment)
}

fn is_epc_binary(segment: &str) -> bool {
    let lower = segment.to_ascii_lowercase();
    let hex = lower
        .strip_prefix("eh")
        .is_some_and(|hex| hex.len() >= 16 && hex.bytes().all(|b| b.is_ascii_hexdigit()));
    let base64 = segment
        .strip_prefix("ex")
        .is_some_and(|text| text.len() >= 12 && text.bytes().all(is_base64));
    hex || base64
}

fn is_legacy(segment: &str) -> bool {
    let mut bits = Bits::new(segment);
    // A code that can be a word is not worth a guess.
    if segment.len() < 10 || !segment.bytes().all(is_base64) {
        return false;
    }
    let (width, digits) = match bits.take(8) {
        Some(0x00) => (60, 18),
        Some(0x01) => (47, 14),
        // Codes for frequent pairs such as GTIN and batch: a decimal digit and a letter; all begin with the GTIN.
        Some(code) if code >> 4 <= 9 && code & 0xF >= 0xA => (47, 14),
        _ => return false,
    };
    let Some(number) = bits.take(width) else {
        return false;
    };
    let text = format!("{number:0digits$}");
    let body = text.get(..digits - 1).unwrap_or_default();
    text.len() == digits && number != 0 && gs1(body).is_some_and(|check| text.ends_with(check))
}

fn is_base64(byte: u8) -> bool {
    value(byte).is_some()
}

fn value(byte: u8) -> Option<u64> {
    let value = match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    };
    Some(u64::from(value))
}

/// The bits of a base64url text, from the left.
struct Bits<'a> {
    text: std::str::Bytes<'a>,
    buffer: u128,
    available: u32,
}

impl<'a> Bits<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text: text.bytes(),
            buffer: 0,
            available: 0,
        }
    }

    /// The next `count` bits, at most 60, as a number.
    fn take(&mut self, count: u32) -> Option<u64> {
        while self.available < count {
            self.buffer = self.buffer << 6 | u128::from(value(self.text.next()?)?);
            self.available += 6;
        }
        self.available -= count;
        let taken = self.buffer >> self.available;
        self.buffer &= (1 << self.available) - 1;
        u64::try_from(taken).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_recognised() {
        for segment in [
            "ARHKVAdpQg",
            "eh30c40242201d8840009efdf7",
            "EH30C40242201D8840009EFDF7",
            "exMMQCQiAdiEAAnv33",
        ] {
            assert!(looks_compressed(segment), "{segment}");
        }
    }

    #[test]
    fn words_are_not() {
        for segment in [
            "",
            "example",
            "exhibition",
            "eh",
            "about-this-product",
            "09506000134352",
            "AAAAAAAAAAAAAAAA",
            "ARHKVAdpQh批",
        ] {
            assert!(!looks_compressed(segment), "{segment}");
        }
    }
}
