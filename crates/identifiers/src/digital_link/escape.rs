//! Percent-encoding (RFC 3986, section 2.1) as links use it.

use std::{borrow::Cow, fmt::Write};

/// How a plus sign reads.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Plus {
    /// As itself, in the path.
    Plus,
    /// As a space, in the query, as forms on the web write it.
    Space,
}

/// The bytes an escaped text stands for. Percent signs without two hex digits stay; the parser refuses them before.
pub(super) fn unescape(text: &[u8], plus: Plus) -> Cow<'_, [u8]> {
    let is_plain = |byte: u8| byte != b'%' && (byte != b'+' || plus == Plus::Plus);
    if text.iter().all(|&byte| is_plain(byte)) {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    loop {
        rest = match rest {
            [b'%', high, low, rest @ ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                bytes.push(hex(*high) << 4 | hex(*low));
                rest
            }
            [b'+', rest @ ..] if plus == Plus::Space => {
                bytes.push(b' ');
                rest
            }
            [byte, rest @ ..] => {
                bytes.push(*byte);
                rest
            }
            [] => return Cow::Owned(bytes),
        };
    }
}

/// Writes a text so that it can stand anywhere in a link: all but unreserved characters escaped, hex digits capital.
pub(super) fn escape_into(out: &mut String, text: &str) {
    for byte in text.bytes() {
        if is_unreserved(byte) {
            out.push(char::from(byte));
        } else {
            // Writing into a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

/// Letters, digits, `-`, `.`, `_` and `~` (RFC 3986, section 2.3).
pub(super) const fn is_unreserved(byte: u8) -> bool {
    matches!(byte, b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~')
}

fn hex(digit: u8) -> u8 {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| u8::try_from(value).ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let text: String = (0..=0x7F_u8).map(char::from).collect::<String>() + "批";
        let mut escaped = String::new();
        escape_into(&mut escaped, &text);
        assert!(escaped.contains("%00%01") && escaped.ends_with("~%7F%E6%89%B9"));
        assert_eq!(&*unescape(escaped.as_bytes(), Plus::Space), text.as_bytes());
    }

    #[test]
    fn plus_signs_and_stray_percent_signs() {
        assert_eq!(&*unescape(b"A+B", Plus::Plus), b"A+B");
        assert_eq!(&*unescape(b"A+B%2b", Plus::Space), b"A B+");
        assert_eq!(&*unescape(b"%4", Plus::Plus), b"%4");
        assert_eq!(&*unescape(b"%ZZ%", Plus::Plus), b"%ZZ%");
        assert!(matches!(unescape(b"plain", Plus::Space), Cow::Borrowed(_)));
    }
}
