//! A finished symbol.

use crate::Correction;

/// A QR symbol: a square of dark and light modules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    version: u8,
    level: Correction,
    mask: u8,
    /// The rows from the top, each of as many words as it takes; the column is the bit, lowest first.
    words: Vec<u64>,
}

impl Symbol {
    /// A symbol to be [set](Self::set).
    pub(super) const fn unset() -> Self {
        Self {
            version: 1,
            level: Correction::Low,
            mask: 0,
            words: Vec::new(),
        }
    }

    /// Replaces the symbol; words past its last row are left out.
    pub(super) fn set(&mut self, version: u8, level: Correction, mask: u8, words: impl Iterator<Item = u64>) {
        self.version = version;
        self.level = level;
        self.mask = mask;
        self.words.clear();
        self.words.extend(words.take(self.size() * self.words_per_row()));
    }

    /// Modules along a side: 21 to 177.
    pub const fn size(&self) -> usize {
        17 + 4 * self.version as usize
    }

    /// The version: 1 to 40.
    pub const fn version(&self) -> u8 {
        self.version
    }

    /// The level the symbol has: the one asked for or, where the size allows it, a higher one.
    pub const fn level(&self) -> Correction {
        self.level
    }

    /// The mask pattern: 0 to 7.
    pub const fn mask(&self) -> u8 {
        self.mask
    }

    /// Whether a module is dark; outside the symbol all are light.
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        let word = self.rows().nth(y).and_then(|row| row.get(x / 64));
        word.is_some_and(|word| word >> (x % 64) & 1 == 1)
    }

    /// The rows from the top, each as one word or three: the column is the bit, lowest first.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &[u64]> {
        self.words.chunks_exact(self.words_per_row())
    }

    /// All rows one after the other.
    pub(crate) fn words(&self) -> &[u64] {
        &self.words
    }

    /// Makes a square of modules in the middle light.
    pub(crate) fn clear_centre(&mut self, side: usize) {
        let first = self.size().saturating_sub(side) / 2;
        let per_row = self.words_per_row();
        for row in self.words.chunks_exact_mut(per_row).skip(first).take(side) {
            for x in first..first + side {
                row.iter_mut()
                    .skip(x / 64)
                    .take(1)
                    .for_each(|word| *word &= !(1 << (x % 64)));
            }
        }
    }

    const fn words_per_row(&self) -> usize {
        self.size().div_ceil(64)
    }
}

/// The runs of dark modules of a row: where each begins and ends.
pub(crate) fn dark_runs(row: &[u64]) -> impl Iterator<Item = (usize, usize)> {
    let mut words = row.iter().enumerate();
    let (mut first, mut edges, mut last) = (0, 0_u64, 0);
    let mut edge = move || {
        while edges == 0 {
            let (index, word) = words.next()?;
            first = index * 64;
            edges = word ^ (word << 1 | last);
            last = word >> 63;
        }
        let edge = first + edges.trailing_zeros() as usize;
        edges &= edges - 1;
        Some(edge)
    };
    // No symbol is 64, 128 or 192 modules wide: the last word ends light and edges come in pairs.
    std::iter::from_fn(move || Some((edge()?, edge()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_cross_words() {
        let row = [u64::MAX << 62 | 0b1011, 1];
        assert_eq!(dark_runs(&row).collect::<Vec<_>>(), [(0, 2), (3, 4), (62, 65)]);
        assert_eq!(dark_runs(&[0, 0, 0]).count(), 0);
    }

    #[test]
    fn the_centre_is_cleared() {
        for text in ["short".to_owned(), "long".repeat(200)] {
            let mut symbol = Symbol::encode(&text, Correction::High).unwrap();
            let whole = symbol.clone();
            symbol.clear_centre(5);
            let middle = symbol.size() / 2;
            for y in 0..symbol.size() {
                for x in 0..symbol.size() {
                    let inside = x.abs_diff(middle) <= 2 && y.abs_diff(middle) <= 2;
                    assert_eq!(symbol.is_dark(x, y), whole.is_dark(x, y) && !inside);
                }
            }
        }
    }

    #[test]
    fn outside_all_is_light() {
        let symbol = Symbol::encode("1", Correction::Low).unwrap();
        assert!(symbol.is_dark(0, 0));
        assert!(!symbol.is_dark(21, 0) && !symbol.is_dark(0, 21) && !symbol.is_dark(usize::MAX, usize::MAX));
    }
}
