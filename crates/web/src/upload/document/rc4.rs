//! The cipher of old PDFs. It protects nothing here: it tells whether a document opens without a password.

/// Enciphers or deciphers a text.
pub(super) fn rc4(key: &[u8], text: &[u8]) -> Vec<u8> {
    let mut state: Vec<u8> = (0..=255).collect();
    let at = |state: &[u8], i: u8| state.get(usize::from(i)).copied().unwrap_or_default();
    let mut j = 0_u8;
    for (i, k) in (0..=255_u8).zip(key.iter().cycle()) {
        j = j.wrapping_add(at(&state, i)).wrapping_add(*k);
        state.swap(usize::from(i), usize::from(j));
    }
    let (mut i, mut j) = (0_u8, 0_u8);
    text.iter()
        .map(|byte| {
            i = i.wrapping_add(1);
            j = j.wrapping_add(at(&state, i));
            state.swap(usize::from(i), usize::from(j));
            byte ^ at(&state, at(&state, i).wrapping_add(at(&state, j)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::rc4;

    #[test]
    fn known_answers() {
        assert_eq!(rc4(b"Key", b"Plaintext"), b"\xbb\xf3\x16\xe8\xd9\x40\xaf\x0a\xd3");
        assert_eq!(rc4(b"Wiki", b"pedia"), b"\x10\x21\xbf\x04\x20");
    }
}
