//! Black-and-white pictures whose pixels are never drawn.
//!
//! For a given size, eight modules of a row become a few whole bytes of pixels, and these always the same piece of
//! a DEFLATE stream: so the 256 pieces are made once, with Huffman codes fitted to them, and a picture is its rows
//! looked up and joined. The rows of pixels that repeat a row of modules are matches, equal for all rows; their
//! checksum is a matter of arithmetic.

use super::{
    bits::{BitString, BitWriter},
    checksum::Checksum,
    chunk::{self, Pixels},
    deflate::{Codebook, Frequencies},
    frame::Frame,
    pieces::{Pieces, pixels, repetition, tokens},
    token::Token,
};
use crate::Symbol;

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
    /// The byte before each row of pixels that says it is not filtered, and the whole bytes left over on the left.
    left: BitString,
    /// The bytes left over on the right.
    right: BitString,
    /// Eight modules.
    pieces: Pieces,
    /// Those left at the right, fewer than eight.
    tail: Pieces,
    /// The repetitions of a row.
    repeat: BitString,
    /// The quiet zone below and the end of the block.
    end: BitString,
    /// The sums of the quiet zones above and below, and of what is left and right of the modules.
    above: Checksum,
    below: Checksum,
    left_sum: Checksum,
    right_sum: Checksum,
}

impl Stencil {
    /// For symbols of this size in such a frame.
    pub(crate) fn new(size: usize, frame: Frame, pixels_per_metre: Option<u32>) -> Self {
        let Frame {
            quiet_zone,
            scale,
            side: pixels_along,
        } = frame;
        let side = size + 2 * quiet_zone;
        let mut head = Vec::new();
        let chunk = chunk::begin(&mut head, Pixels::BlackAndWhite, pixels_along, pixels_per_metre);
        head.extend_from_slice(&[0x78, 0x01]);

        let bytes: Vec<_> = (0..=255).map(|modules| pixels(modules, 8, scale)).collect();
        let tail_bytes: Vec<_> = (0..=255)
            .map(|modules| pixels(modules, side % 8, scale))
            .collect();
        // What is left over is quiet zone: on the left in whole bytes, as the pieces are.
        let over = frame.over(size);
        let white = vec![255; pixels_along.div_ceil(8)];
        let left_bytes = (over / 2 + 4) / 8;
        let left_bytes = left_bytes.min(white.len() - (side * scale).div_ceil(8));
        let right_bytes = white.len() - (side * scale).div_ceil(8) - left_bytes;
        let (left_white, right_white) = (vec![255; left_bytes], vec![255; right_bytes]);
        let unfiltered = [Token::Literal(0)];
        let left = [&unfiltered[..], &tokens(&left_white)].concat();
        let right = tokens(&right_white);
        let row_length = 1 + white.len();
        let repeat = repetition(row_length, scale - 1);
        let rows_above = quiet_zone * scale + over / 2;
        let rows_below = quiet_zone * scale + over - over / 2;
        let margin = |rows| {
            let repeated = repetition(row_length, rows - 1);
            [&unfiltered[..], &tokens(&white), &repeated].concat()
        };
        let (above, below) = (margin(rows_above), margin(rows_below));

        let mut frequencies = Frequencies::new();
        let rows = size as u64;
        for first in (0..side).step_by(8) {
            let bytes = if first + 8 <= side { &bytes } else { &tail_bytes };
            // Modules of the quiet zone are light, all others are either with equal chance.
            let open = (0..8).filter(|x| (quiet_zone..quiet_zone + size).contains(&(first + x)));
            let open = open.fold(0, |open, x| open | (1 << x));
            let times = 256 >> u32::count_ones(open);
            let possible = (0..).zip(bytes).filter(|(modules, _)| modules & !open == 0);
            possible.for_each(|(_, bytes)| frequencies.count(&tokens(bytes), rows * times));
        }
        for each_row in [&left, &right, &repeat] {
            frequencies.count(each_row, rows * 256);
        }
        frequencies.count(&above, 256);
        frequencies.count(&below, 256);
        frequencies.count(&[Token::End], 256);

        let codebook = Codebook::fit(&frequencies);
        let mut begin = BitString::default();
        codebook.write_header(&mut begin);
        codebook.write(&above, &mut begin);
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
            left: write(&left),
            right: write(&right),
            pieces: Pieces::new(&bytes, write),
            tail: Pieces::new(&tail_bytes, write),
            repeat: write(&repeat),
            end: write(&[below, vec![Token::End]].concat()),
            above: row.repeat(rows_above as u64),
            below: row.repeat(rows_below as u64),
            left_sum: Checksum::of(&[0]).then(Checksum::of(&left_white)),
            right_sum: Checksum::of(&right_white),
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
        let mut sum = self.above;
        for row in symbol.rows() {
            bits.put_string(&self.left);
            let mut row_sum = self.left_sum;
            let modules = moved(row, self.quiet_zone);
            for &modules in modules.iter().take(side / 8) {
                row_sum = row_sum.then(self.pieces.write(modules, &mut bits));
            }
            let tail = modules.iter().take(side.div_ceil(8)).skip(side / 8);
            row_sum = tail.fold(row_sum, |sum, &modules| {
                sum.then(self.tail.write(modules, &mut bits))
            });
            bits.put_string(&self.right);
            bits.put_string(&self.repeat);
            sum = sum.then(row_sum.then(self.right_sum).repeat(self.scale as u64));
        }
        bits.put_string(&self.end);
        bits.finish();
        out.extend_from_slice(&sum.then(self.below).adler32().to_be_bytes());
        chunk::finish(out, start);
    }
}

/// A row of modules moved to the right by the quiet zone, eight to a byte.
fn moved(row: &[u64], by: usize) -> [u8; 32] {
    let mut moved = [0; 32];
    let mut carry = 0;
    let words = row.iter().chain(&[0]);
    for (bytes, &word) in moved.as_chunks_mut().0.iter_mut().zip(words) {
        *bytes = ((word << by) | carry).to_le_bytes();
        carry = word.checked_shr(64 - by as u32).unwrap_or(0);
    }
    moved
}
