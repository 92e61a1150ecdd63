//! The character sets of GS1 application identifiers (GS1 General Specifications, section 7.11).

/// Whether the byte is in CSET 82, the set of batch numbers, serial numbers and most other text.
///
/// That is `! " % & ' ( ) * + , - . / 0-9 : ; < = > ? A-Z _ a-z`: no space, no `# $ @ [ \ ] ^` and no
/// backtick, brace, bar or tilde, and nothing beyond ASCII.
#[must_use]
pub const fn is_cset82(byte: u8) -> bool {
    matches!(byte, b'!' | b'"' | b'%'..=b'?' | b'A'..=b'Z' | b'_' | b'a'..=b'z')
}

/// Whether the byte is in CSET 39 (`# - / 0-9 A-Z`), the set of component and part identifiers, AI 8010.
#[must_use]
pub const fn is_cset39(byte: u8) -> bool {
    matches!(byte, b'#' | b'-' | b'/' | b'0'..=b'9' | b'A'..=b'Z')
}

/// Whether the byte is in CSET 64 (`A-Z a-z 0-9 - _`), the URL-safe base64 of digital signatures, AI 8030.
#[must_use]
pub const fn is_cset64(byte: u8) -> bool {
    matches!(byte, b'-' | b'0'..=b'9' | b'A'..=b'Z' | b'_' | b'a'..=b'z')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_have_the_size_their_name_says() {
        let count = |member: fn(u8) -> bool| (0..=u8::MAX).filter(|&byte| member(byte)).count();
        assert_eq!(
            (count(is_cset82), count(is_cset39), count(is_cset64)),
            (82, 39, 64)
        );
    }

    #[test]
    fn what_users_type_and_cset82_lacks() {
        assert!(b" #$@[\\]^`{|}~\0\x7f\xe6".iter().all(|&byte| !is_cset82(byte)));
    }
}
