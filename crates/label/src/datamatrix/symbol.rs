//! A finished symbol.

/// A Data Matrix symbol: a square of dark and light modules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    side: usize,
    /// The rows from the top; the column is the bit, lowest first. The last word of a row always ends light.
    words: Vec<u64>,
}

impl Matrix {
    /// Modules along a side: 10 to 132.
    pub const fn size(&self) -> usize {
        self.side
    }

    /// Whether a module is dark; outside the symbol all are light.
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        let word = self
            .words
            .get(y.saturating_mul(words_per_row(self.side)).saturating_add(x / 64));
        x < self.side && word.is_some_and(|word| word >> (x % 64) & 1 == 1)
    }

    /// All rows one after the other.
    pub(crate) fn words(&self) -> &[u64] {
        &self.words
    }

    /// Makes all modules light.
    pub(super) fn clear(&mut self, side: usize) {
        self.side = side;
        self.words.clear();
        self.words.resize(side * words_per_row(side), 0);
    }

    /// Makes a module dark.
    pub(super) fn darken(&mut self, x: usize, y: usize) {
        if let Some(word) = self.words.get_mut(y * words_per_row(self.side) + x / 64) {
            *word |= 1 << (x % 64);
        }
    }
}

/// One more than 64 modules need, so that no run of dark modules ends with a word.
const fn words_per_row(side: usize) -> usize {
    side / 64 + 1
}
