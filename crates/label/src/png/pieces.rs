//! Eight modules as a piece of a DEFLATE stream.

use super::{
    bits::{BitString, BitWriter},
    checksum::Checksum,
    token::{Token, WORTH_A_MATCH, matches},
};

/// What each combination of eight modules becomes.
#[derive(Debug)]
pub(crate) struct Pieces {
    /// The bits of all pieces, each in as many words as the longest takes.
    words: Vec<u64>,
    words_each: usize,
    widths: Vec<u32>,
    sums: Vec<Checksum>,
}

impl Pieces {
    /// From the pixels of every combination and a way to write them.
    pub(crate) fn new(bytes: &[Vec<u8>], write: impl Fn(&[Token]) -> BitString) -> Self {
        let strings: Vec<_> = bytes.iter().map(|bytes| write(&tokens(bytes))).collect();
        let longest = strings.iter().map(|string| string.words().len()).max();
        let words_each = longest.unwrap_or(0).max(1);
        let mut words = vec![0; words_each * strings.len()];
        for (words, string) in words.chunks_exact_mut(words_each).zip(&strings) {
            words
                .iter_mut()
                .zip(string.words())
                .for_each(|(word, bits)| *word = *bits);
        }
        Self {
            words,
            words_each,
            widths: strings.iter().map(BitString::width).collect(),
            sums: bytes.iter().map(|bytes| Checksum::of(bytes)).collect(),
        }
    }

    /// Writes eight modules and returns their sum.
    #[inline]
    pub(crate) fn write(&self, modules: u8, bits: &mut BitWriter<'_>) -> Checksum {
        let index = usize::from(modules);
        let first = index * self.words_each;
        let words = self.words.get(first..first + self.words_each).unwrap_or_default();
        bits.put_words(words, self.widths.get(index).copied().unwrap_or(0));
        self.sums.get(index).copied().unwrap_or_default()
    }
}

/// The pixels of the first `count` of eight modules: a light one is white, which is 1.
pub(crate) fn pixels(modules: u8, count: usize, scale: usize) -> Vec<u8> {
    let white = |pixel: usize| pixel >= count * scale || (modules >> (pixel / scale)) & 1 == 0;
    let byte = |first| (first..first + 8).fold(0, |byte, pixel| (byte << 1) | u8::from(white(pixel)));
    (0..count * scale).step_by(8).map(byte).collect()
}

/// Bytes as tokens: long runs of one byte as a match with itself.
pub(crate) fn tokens(bytes: &[u8]) -> Vec<Token> {
    let mut tokens = Vec::new();
    for run in bytes.chunk_by(|a, b| a == b) {
        let Some(&byte) = run.first() else { continue };
        tokens.push(Token::Literal(byte));
        if run.len() < WORTH_A_MATCH {
            tokens.extend(run.iter().skip(1).map(|&byte| Token::Literal(byte)));
        } else {
            tokens.extend(matches(run.len() - 1, 1));
        }
    }
    tokens
}

/// A row of pixels repeated.
pub(crate) fn repetition(row_length: usize, times: usize) -> Vec<Token> {
    matches(row_length * times, row_length).collect()
}
