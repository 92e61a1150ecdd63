//! Black-and-white pictures whose pixels are never drawn.
//!
//! For a given size, eight modules of a row become a few whole bytes of pixels, and these always the same piece of
//! a DEFLATE stream: so the 256 pieces are made once, with Huffman codes fitted to them, and a picture is its rows
//! looked up and joined. The rows of pixels that repeat a row of modules are matches, equal for all rows; their
//! checksum is a matter of arithmetic.

use super::bits::{BitString, BitWriter};
use super::checksum::Checksum;
use super::chunk::{self, Pixels};
use super::deflate::{Codebook, Frequencies, Token};
use crate::Symbol;

/// From how many equal bytes on a match is shorter than the bytes.
const WORTH_A_MATCH: usize = 6;

/// What pictures of symbols of one size have in common.
#[derive(Debug)]
pub(crate) struct Stencil {
    /// Modules along a side of the symbol.
    size: usize,
    quiet_zone: usize,
    scale: usize,
    /// The file up to the compressed pixels.
    head: Vec<u8>,
    /// Where in it the chunk of the pixels begins.
    chunk: usize,
    /// The block header and the quiet zone above.
    begin: BitString,
    /// The byte before each row of pixels that says it is not filtered.
    unfiltered: BitString,
    /// Eight modules.
    pieces: Pieces,
    /// Those left at the right, fewer than eight.
    tail: Pieces,
    /// The repetitions of a row.
    repeat: BitString,
    /// The quiet zone below and the end of the block.
    end: BitString,
    /// The sum of either quiet zone.
    margin: Checksum,
}

impl Stencil {
    /// For symbols of this size with a quiet zone, both in modules, and so many pixels a module.
    pub(crate) fn new(size: usize, quiet_zone: usize, scale: usize, pixels_per_metre: Option<u32>) -> Self {
        let side = size + 2 * quiet_zone;
        let mut head = Vec::new();
        let chunk = chunk::begin(&mut head, Pixels::BlackAndWhite, side * scale, pixels_per_metre);
        head.extend_from_slice(&[0x78, 0x01]);

        let bytes: Vec<_> = (0..=255).map(|modules| pixels(modules, 8, scale)).collect();
        let tail_bytes: Vec<_> = (0..=255).map(|modules| pixels(modules, side % 8, scale)).collect();
        let white = vec![255; (side * scale).div_ceil(8)];
        let unfiltered = [Token::Literal(0)];
        let row_length = 1 + white.len();
        let repeat = repetition(row_length, scale - 1);
        let margin = [&unfiltered[..], &tokens(&white), &repetition(row_length, quiet_zone * scale - 1)].concat();

        let mut frequencies = Frequencies::new();
        let rows = size as u64;
        for first in (0..side).step_by(8) {
            let bytes = if first + 8 <= side { &bytes } else { &tail_bytes };
            // Modules of the quiet zone are light, all others are either with equal chance.
            let open = (0..8).filter(|x| (quiet_zone..quiet_zone + size).contains(&(first + x)));
            let open = open.fold(0, |open, x| open | 1 << x);
            let times = 256 >> u32::count_ones(open);
            let possible = (0..).zip(bytes).filter(|(modules, _)| modules & !open == 0);
            possible.for_each(|(_, bytes)| frequencies.count(&tokens(bytes), rows * times));
        }
        frequencies.count(&unfiltered, rows * 256);
        frequencies.count(&repeat, rows * 256);
        frequencies.count(&margin, 2 * 256);
        frequencies.count(&[Token::End], 256);

        let codebook = Codebook::fit(&frequencies);
        let mut begin = BitString::default();
        codebook.write_header(&mut begin);
        codebook.write(&margin, &mut begin);
        let write = |tokens: &[Token]| {
            let mut string = BitString::default();
            codebook.write(tokens, &mut string);
            string
        };
        let row = Checksum::of(&[0]).then(Checksum::of(&white));
        Self {
            size,
            quiet_zone,
            scale,
            head,
            chunk,
            begin,
            unfiltered: write(&unfiltered),
            pieces: Pieces::new(&bytes, &write),
            tail: Pieces::new(&tail_bytes, &write),
            repeat: write(&repeat),
            end: write(&[margin, vec![Token::End]].concat()),
            margin: row.repeat((quiet_zone * scale) as u64),
        }
    }

    /// Whether the stencil is for symbols of this size.
    pub(crate) fn fits(&self, symbol: &Symbol) -> bool {
        self.size == symbol.size()
    }

    /// Writes the picture of a symbol the stencil [fits](Self::fits).
    pub(crate) fn write(&self, symbol: &Symbol, out: &mut Vec<u8>) {
        let start = out.len() + self.chunk;
        out.extend_from_slice(&self.head);
        let side = self.size + 2 * self.quiet_zone;
        let mut bits = BitWriter::new(out);
        bits.put_string(&self.begin);
        let mut sum = self.margin;
        for row in symbol.rows() {
            bits.put_string(&self.unfiltered);
            let mut row_sum = Checksum::of(&[0]);
            let modules = moved(row, self.quiet_zone);
            for &modules in modules.iter().take(side / 8) {
                row_sum = row_sum.then(self.pieces.write(modules, &mut bits));
            }
            if side % 8 > 0 && let Some(&modules) = modules.get(side / 8) {
                row_sum = row_sum.then(self.tail.write(modules, &mut bits));
            }
            bits.put_string(&self.repeat);
            sum = sum.then(row_sum.repeat(self.scale as u64));
        }
        bits.put_string(&self.end);
        bits.finish();
        out.extend_from_slice(&sum.then(self.margin).adler32().to_be_bytes());
        chunk::finish(out, start);
    }
}

/// A row of modules moved to the right by the quiet zone, eight to a byte.
fn moved(row: &[u64], by: usize) -> [u8; 32] {
    let mut moved = [0; 32];
    let mut carry = 0;
    for (bytes, &word) in moved.as_chunks_mut::<8>().0.iter_mut().zip(row.iter().chain(&[0])) {
        *bytes = (word << by | carry).to_le_bytes();
        carry = word.checked_shr(64 - by as u32).unwrap_or(0);
    }
    moved
}

/// The pixels of the first `count` of eight modules: a light one is white, which is 1.
fn pixels(modules: u8, count: usize, scale: usize) -> Vec<u8> {
    let white = |pixel: usize| pixel >= count * scale || modules >> (pixel / scale) & 1 == 0;
    let byte = |first| (first..first + 8).fold(0, |byte, pixel| byte << 1 | u8::from(white(pixel)));
    (0..count * scale).step_by(8).map(byte).collect()
}

/// Bytes as tokens: long runs of one byte as a match with itself.
fn tokens(bytes: &[u8]) -> Vec<Token> {
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
fn repetition(row_length: usize, times: usize) -> Vec<Token> {
    matches(row_length * times, row_length).collect()
}

/// Matches for so many bytes, either none or three and more.
fn matches(mut length: usize, distance: usize) -> impl Iterator<Item = Token> {
    std::iter::from_fn(move || {
        let next = match length {
            0 => return None,
            ..=258 => length,
            // What is left has to be enough for another match.
            259 | 260 => length - 3,
            _ => 258,
        };
        length -= next;
        Some(Token::Match { length: next, distance })
    })
}

/// What each combination of eight modules becomes.
#[derive(Debug)]
struct Pieces {
    /// The bits of all pieces, each in as many words as the longest takes.
    words: Vec<u64>,
    words_each: usize,
    widths: Vec<u32>,
    sums: Vec<Checksum>,
}

impl Pieces {
    fn new(bytes: &[Vec<u8>], write: impl Fn(&[Token]) -> BitString) -> Self {
        let strings: Vec<_> = bytes.iter().map(|bytes| write(&tokens(bytes))).collect();
        let words_each = strings.iter().map(|string| string.words().len()).max().unwrap_or(0).max(1);
        let mut words = vec![0; words_each * strings.len()];
        for (words, string) in words.chunks_exact_mut(words_each).zip(&strings) {
            words.iter_mut().zip(string.words()).for_each(|(word, bits)| *word = *bits);
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
    fn write(&self, modules: u8, bits: &mut BitWriter<'_>) -> Checksum {
        let index = usize::from(modules);
        let first = index * self.words_each;
        let words = self.words.get(first..first + self.words_each).unwrap_or_default();
        bits.put_words(words, self.widths.get(index).copied().unwrap_or(0));
        self.sums.get(index).copied().unwrap_or_default()
    }
}
