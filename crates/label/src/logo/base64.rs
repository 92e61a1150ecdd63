//! Base64, for pictures inside an SVG.

/// The bytes in base64 (RFC 4648 section 4).
pub(crate) fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digit = |value: u32| {
        DIGITS
            .get(value as usize % 64)
            .map_or('=', |digit| char::from(*digit))
    };
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let value = [16, 8, 0]
            .into_iter()
            .zip(group)
            .fold(0, |value, (shift, byte)| value | u32::from(*byte) << shift);
        text.extend(
            [18, 12, 6, 0]
                .into_iter()
                .take(group.len() + 1)
                .map(|shift| digit(value >> shift)),
        );
        text.extend(std::iter::repeat_n('=', 3 - group.len()));
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn examples_of_the_standard() {
        let examples = ["", "f", "fo", "foo", "foob", "fooba", "foobar"];
        let encoded = ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"];
        assert_eq!(examples.map(|text| super::base64(text.as_bytes())), encoded);
    }
}
