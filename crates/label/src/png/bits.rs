//! Strings of bits as DEFLATE writes them: least significant first.

/// Writes bits to the end of a list of bytes.
pub(crate) struct BitWriter<'a> {
    out: &'a mut Vec<u8>,
    /// The bits not yet written, fewer than 64.
    held: u64,
    count: u32,
}

impl<'a> BitWriter<'a> {
    pub(crate) fn new(out: &'a mut Vec<u8>) -> Self {
        Self {
            out,
            held: 0,
            count: 0,
        }
    }

    /// Writes the low `width` bits of a word that has no others; at most 64.
    #[inline]
    pub(crate) fn put(&mut self, word: u64, width: u32) {
        self.held |= word << self.count;
        let count = self.count + width;
        if count < 64 {
            self.count = count;
        } else {
            self.out.extend_from_slice(&self.held.to_le_bytes());
            self.held = word.checked_shr(64 - self.count).unwrap_or(0);
            self.count = count - 64;
        }
    }

    /// Writes a string of `width` bits in whole words.
    #[inline]
    pub(crate) fn put_words(&mut self, words: &[u64], mut width: u32) {
        for &word in words {
            self.put(word, width.min(64));
            width = width.saturating_sub(64);
        }
    }

    /// Fills the last byte with zeros.
    pub(crate) fn finish(self) {
        let bytes = self.held.to_le_bytes();
        self.out
            .extend(bytes.iter().take(self.count.div_ceil(8) as usize));
    }
}

/// A string of bits to be written many times.
#[derive(Clone, Debug, Default)]
pub(crate) struct BitString {
    /// The bits, the last word filled with zeros.
    words: Vec<u64>,
    width: u32,
}

impl BitString {
    /// Adds the low `width` bits of a word that has no others.
    pub(crate) fn push(&mut self, word: u64, width: u32) {
        let count = self.width % 64;
        self.width += width;
        match self.words.last_mut() {
            Some(last) if count > 0 => *last |= word << count,
            _ => self.words.push(word),
        }
        if count + width > 64 {
            self.words.push(word >> (64 - count));
        }
        self.words.truncate(self.width.div_ceil(64) as usize);
    }

    pub(crate) fn words(&self) -> &[u64] {
        &self.words
    }

    pub(crate) fn width(&self) -> u32 {
        self.width
    }
}

impl BitWriter<'_> {
    /// Writes a string of bits.
    pub(crate) fn put_string(&mut self, string: &BitString) {
        self.put_words(&string.words, string.width);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        /// Both ways to collect bits agree with collecting them one by one.
        #[test]
        fn bits_keep_their_order(pieces in proptest::collection::vec((proptest::num::u64::ANY, 0_u32..=64), 0..40)) {
            let mut bits = Vec::new();
            let mut string = BitString::default();
            let mut bytes = Vec::new();
            let mut writer = BitWriter::new(&mut bytes);
            for (word, width) in pieces {
                let word = word & u64::MAX.checked_shr(64 - width).unwrap_or(0);
                bits.extend((0..width).map(|bit| (word >> bit & 1) as u8));
                string.push(word, width);
                writer.put(word, width);
            }
            writer.finish();
            let expected: Vec<u8> =
                bits.chunks(8).map(|byte| byte.iter().rev().fold(0, |byte, bit| byte << 1 | bit)).collect();
            proptest::prop_assert_eq!(&bytes, &expected);
            let mut bytes = vec![];
            let mut writer = BitWriter::new(&mut bytes);
            writer.put_string(&string);
            writer.finish();
            proptest::prop_assert_eq!(bytes, expected);
            proptest::prop_assert_eq!(string.width() as usize, bits.len());
        }
    }
}
