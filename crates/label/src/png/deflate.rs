//! A block of DEFLATE (RFC 1951) whose codes are fitted to its tokens.

use super::{
    bits::{BitString, BitWriter},
    huffman::{Code, codes},
    token::{Symbol, Token, WORTH_A_MATCH, matches},
};

/// How often each symbol occurs.
pub(crate) struct Frequencies {
    lengths: [u64; 286],
    distances: [u64; 30],
}

impl Frequencies {
    pub(crate) fn new() -> Self {
        Self {
            lengths: [0; _],
            distances: [0; _],
        }
    }

    /// Counts tokens that occur `times` times.
    pub(crate) fn count(&mut self, tokens: &[Token], times: u64) {
        for token in tokens {
            let (length, distance) = token.symbols();
            if let Some(often) = self.lengths.get_mut(length.0) {
                *often += times;
            }
            if let Some(often) = distance.and_then(|distance| self.distances.get_mut(distance.0)) {
                *often += times;
            }
        }
    }
}

/// The codes of one block.
#[derive(Debug)]
pub(crate) struct Codebook {
    lengths: Vec<Code>,
    distances: Vec<Code>,
}

impl Codebook {
    /// The best codes for tokens of these frequencies.
    pub(crate) fn fit(frequencies: &Frequencies) -> Self {
        Self {
            lengths: codes(&frequencies.lengths, 15),
            distances: codes(&frequencies.distances, 15),
        }
    }

    /// Writes tokens, all of which were counted.
    pub(crate) fn write(&self, tokens: &[Token], out: &mut BitString) {
        for token in tokens {
            let (length, distance) = token.symbols();
            write_symbol(&self.lengths, length, out);
            if let Some(distance) = distance {
                write_symbol(&self.distances, distance, out);
            }
        }
    }

    /// Writes bytes, long runs of one as a match with itself; every such token has to have been counted.
    pub(crate) fn put(&self, bytes: &[u8], bits: &mut BitWriter<'_>) {
        let mut put = |codes: &[Code], (symbol, extra, extra_width): Symbol| {
            let code = codes.get(symbol).copied().unwrap_or_default();
            bits.put(code.bits | extra << code.width, code.width + extra_width);
        };
        for run in bytes.chunk_by(|a, b| a == b) {
            let Some(&byte) = run.first() else { continue };
            let literal = (usize::from(byte), 0, 0);
            put(&self.lengths, literal);
            if run.len() < WORTH_A_MATCH {
                run.iter().skip(1).for_each(|_| put(&self.lengths, literal));
                continue;
            }
            for token in matches(run.len() - 1, 1) {
                let (length, distance) = token.symbols();
                put(&self.lengths, length);
                distance
                    .into_iter()
                    .for_each(|distance| put(&self.distances, distance));
            }
        }
    }

    /// Writes the beginning of the last block of a stream, which says how wide each code is.
    pub(crate) fn write_header(&self, out: &mut BitString) {
        let lengths = used(&self.lengths, 257);
        let distances = used(&self.distances, 1);
        let widths: Vec<u32> = lengths.iter().chain(distances).map(|code| code.width).collect();
        let widths = squeeze(&widths);
        let mut frequencies = [0; 19];
        for &(symbol, ..) in &widths {
            frequencies
                .iter_mut()
                .skip(symbol)
                .take(1)
                .for_each(|often| *often += 1);
        }
        let width_codes = codes(&frequencies, 7);
        // The order puts those first that are likely to be needed.
        let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
        let ordered = order.map(|symbol| width_codes.get(symbol).map_or(0, |code: &Code| code.width));
        let needed = ordered
            .iter()
            .rposition(|&width| width > 0)
            .map_or(4, |last| last + 1)
            .max(4);

        out.push(0b101, 3);
        out.push(lengths.len() as u64 - 257, 5);
        out.push(distances.len() as u64 - 1, 5);
        out.push(needed as u64 - 4, 4);
        ordered
            .iter()
            .take(needed)
            .for_each(|&width| out.push(u64::from(width), 3));
        widths
            .into_iter()
            .for_each(|symbol| write_symbol(&width_codes, symbol, out));
    }
}

fn write_symbol(codes: &[Code], (symbol, extra, extra_width): Symbol, out: &mut BitString) {
    let code = codes.get(symbol).copied().unwrap_or_default();
    out.push(code.bits, code.width);
    out.push(extra, extra_width);
}

/// The codes up to the last one used, but at least so many.
fn used(codes: &[Code], least: usize) -> &[Code] {
    let last = codes
        .iter()
        .rposition(|code| code.width > 0)
        .map_or(0, |last| last + 1);
    codes.get(..last.max(least)).unwrap_or(codes)
}

/// Code widths as symbols of their own alphabet, in which runs of zeros are short.
fn squeeze(widths: &[u32]) -> Vec<Symbol> {
    let mut symbols = Vec::new();
    for run in widths.chunk_by(|a, b| *a == 0 && *b == 0) {
        for run in run.chunks(138) {
            match (run.len(), run) {
                (length @ 11.., _) => symbols.push((18, length as u64 - 11, 7)),
                (length @ 3.., _) => symbols.push((17, length as u64 - 3, 3)),
                (_, run) => symbols.extend(run.iter().map(|&width| (width as usize, 0, 0))),
            }
        }
    }
    symbols
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::png::bits::BitWriter;

    /// Every length and some distances come back from an inflater that is not ours.
    #[test]
    fn tokens_inflate_to_what_they_say() {
        let mut tokens: Vec<Token> = (0..=255).map(Token::Literal).collect();
        tokens.extend((3..=258).map(|length| Token::Match {
            length,
            distance: 1 + length % 250,
        }));
        tokens.extend((0..15).map(|power| Token::Match {
            length: 258,
            distance: 1 << power,
        }));
        tokens.push(Token::End);
        let mut expected: Vec<u8> = Vec::new();
        for token in &tokens {
            match *token {
                Token::Literal(byte) => expected.push(byte),
                Token::Match { length, distance } => {
                    for _ in 0..length {
                        expected.push(expected[expected.len() - distance]);
                    }
                }
                Token::End => {}
            }
        }
        let mut frequencies = Frequencies::new();
        frequencies.count(&tokens, 1);
        let codebook = Codebook::fit(&frequencies);
        let mut string = BitString::default();
        codebook.write_header(&mut string);
        codebook.write(&tokens, &mut string);
        let mut stream = Vec::new();
        let mut writer = BitWriter::new(&mut stream);
        writer.put_string(&string);
        writer.finish();
        let mut inflated = Vec::new();
        std::io::Read::read_to_end(&mut flate2::read::DeflateDecoder::new(&*stream), &mut inflated).unwrap();
        assert_eq!(inflated, expected);
    }
}
