//! A finished symbol.

use crate::{Error, Level};

/// A QR symbol: a square of dark and light modules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    version: u8,
    level: Level,
    mask: u8,
    /// Words a row takes; the column is the bit, lowest first.
    words_per_row: usize,
    words: Vec<u64>,
}

impl Symbol {
    /// Encodes a text in the smallest symbol that holds it at this level.
    ///
    /// For many texts in a row, [`Encoder`](crate::Encoder) is faster.
    pub fn encode(text: &str, level: Level) -> Result<Self, Error> {
        let mut encoder = super::Encoder::new(level);
        encoder.encode(text)?;
        Ok(encoder.into_symbol())
    }

    /// A symbol to be written over.
    pub(super) const fn unset() -> Self {
        Self { version: 1, level: Level::Low, mask: 0, words_per_row: 1, words: Vec::new() }
    }

    /// Replaces the symbol; the rows past its size are left out.
    pub(super) fn set(&mut self, version: u8, level: Level, mask: u8, rows: impl Iterator<Item = u64>) {
        self.version = version;
        self.level = level;
        self.mask = mask;
        self.words_per_row = self.size().div_ceil(64);
        self.words.clear();
        self.words.extend(rows.take(self.size() * self.words_per_row));
    }

    /// Modules along a side: 21 to 177.
    pub const fn size(&self) -> usize {
        17 + 4 * self.version as usize
    }

    /// The version: 1 to 40.
    pub const fn version(&self) -> u8 {
        self.version
    }

    /// The level the symbol has: the one asked for or, where it fits as well, a higher one.
    pub const fn level(&self) -> Level {
        self.level
    }

    /// The mask pattern: 0 to 7.
    pub const fn mask(&self) -> u8 {
        self.mask
    }

    /// Whether a module is dark; outside the symbol all are light.
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        let word = self.row(y).get(x / 64);
        word.is_some_and(|word| word >> (x % 64) & 1 == 1)
    }

    /// A row of modules, empty outside the symbol.
    pub(crate) fn row(&self, y: usize) -> &[u64] {
        self.words.chunks_exact(self.words_per_row).nth(y).unwrap_or_default()
    }

    /// All rows from the top.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &[u64]> {
        self.words.chunks_exact(self.words_per_row)
    }
}
