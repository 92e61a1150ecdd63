//! What costs a penalty, found in four rows at a time.
//!
//! A bit set in a result is a place to be counted. Lists of four are written out rather than mapped: the compiler
//! does not always inline a closure over an array, and a call would end the vectors.

use super::rows::MARGIN;

/// Rows of a window above the four: the light ones before a finder-like pattern, which may be noted one row on.
pub(super) const ABOVE: usize = 5;
/// Rows of a window: those above, the four, and ten below for a pattern that begins in the last and is light after.
pub(super) const WINDOW: usize = ABOVE + 4 + 10;

/// Four rows of modules under one mask with those above and below; past the symbol all modules are light.
pub(super) struct Window {
    rows: [u64; WINDOW],
    /// The four rows and the one below, moved along by one module.
    next: [u64; 5],
    /// Where these rows differ from their next module.
    across: [u64; 5],
    /// Where rows, from the second above the four, differ from the row below.
    down: [u64; 9],
}

/// Where in four rows a rule may count: past the symbol all modules are equal, which is not to be counted.
pub(super) struct Inside {
    /// With four more modules along the row.
    across: [u64; 4],
    /// With four more rows below; from the second row above the four.
    down: [u64; 6],
    /// With one more of both.
    blocks: [u64; 4],
}

impl Inside {
    /// For the four rows from `y` of a symbol of this size.
    #[inline(always)]
    pub(super) fn new(y: usize, size: usize) -> Self {
        let columns = |less: usize| ((1 << (size - less)) - 1) << MARGIN;
        let (all, pairs, fives) = (columns(0), columns(1), columns(4));
        // Counted from two rows above the four, so that no row is negative.
        let if_inside = |row: usize, height: usize, columns: u64| {
            let rows = 2..size + 3 - height;
            if rows.contains(&(y + row)) { columns } else { 0 }
        };
        Self {
            across: [2, 3, 4, 5].map(|row| if_inside(row, 1, fives)),
            down: [0, 1, 2, 3, 4, 5].map(|row| if_inside(row, 5, all)),
            blocks: [2, 3, 4, 5].map(|row| if_inside(row, 2, pairs)),
        }
    }
}

#[expect(
    clippy::indexing_slicing,
    reason = "all indices are written down and below the lengths"
)]
impl Window {
    #[inline(always)]
    pub(super) fn new(rows: [u64; WINDOW]) -> Self {
        let [_, _, _, a, b, c, d, e, f, g, h, i, j, ..] = rows;
        let next = [c >> 1, d >> 1, e >> 1, f >> 1, g >> 1];
        let across = [c ^ next[0], d ^ next[1], e ^ next[2], f ^ next[3], g ^ next[4]];
        let down = [a ^ b, b ^ c, c ^ d, d ^ e, e ^ f, f ^ g, g ^ h, h ^ i, i ^ j];
        Self {
            rows,
            next,
            across,
            down,
        }
    }

    /// Runs of five and more equal modules along the rows.
    #[inline(always)]
    pub(super) fn runs_across(&self, inside: &Inside) -> [u64; 4] {
        let runs = |i: usize| runs_across(self.across[i], inside.across[i]);
        [runs(0), runs(1), runs(2), runs(3)]
    }

    /// Runs of five and more equal modules down the columns, counted as along the rows.
    #[inline(always)]
    pub(super) fn runs_down(&self, inside: &Inside) -> [u64; 4] {
        let pairs = |i: usize| self.down[i] | self.down[i + 1];
        let fives = |i: usize| inside.down[i] & !(pairs(i) | pairs(i + 2));
        let runs = |i: usize| fives(i) | fives(i + 1) | fives(i + 2);
        [runs(0), runs(1), runs(2), runs(3)]
    }

    /// Finder-like patterns along the rows.
    #[inline(always)]
    pub(super) fn finders_across(&self) -> [u64; 4] {
        let finders = |i: usize| finders_across(self.rows[ABOVE + i], self.next[i]);
        [finders(0), finders(1), finders(2), finders(3)]
    }

    /// Finder-like patterns down the columns, counted as along the rows.
    #[inline(always)]
    pub(super) fn finders_down(&self) -> [u64; 4] {
        // From the row above on, for the patterns noted one row on.
        let [above, a, b, c, d] = [0, 1, 2, 3, 4];
        let finders = |one_on, here| self.finder_down(one_on).0 | self.finder_down(here).1;
        [finders(above, a), finders(a, b), finders(b, c), finders(c, d)]
    }

    /// Patterns that begin five rows after the first: with four light modules before, and after.
    #[inline(always)]
    fn finder_down(&self, first: usize) -> (u64, u64) {
        let row = |ahead: usize| self.rows[first + 4 + ahead];
        let above = |back: usize| self.rows[first + 4 - back];
        let pattern = row(0) & row(2) & row(3) & row(4) & row(6) & !(row(1) | row(5));
        let dark_before = (above(4) | above(3)) | (above(2) | above(1));
        let dark_after = (row(7) | row(8)) | (row(9) | row(10));
        (
            pattern & !(dark_before | row(7)),
            pattern & !(dark_after | above(1)),
        )
    }

    /// Blocks of two by two equal modules with their upper edge in the rows.
    #[inline(always)]
    pub(super) fn blocks(&self, inside: &Inside) -> [u64; 4] {
        let blocks = |i: usize| inside.blocks[i] & !(self.across[i] | self.across[i + 1] | self.down[i + 2]);
        [blocks(0), blocks(1), blocks(2), blocks(3)]
    }
}

/// Runs of five and more equal modules along a row.
///
/// Five equal modules are noted at the first of them: in a run of n ≥ 5 these are n - 4 places. It costs n - 2, so
/// the two places after them are counted too.
#[inline(always)]
fn runs_across(differ: u64, inside: u64) -> u64 {
    let pairs = differ | (differ >> 1);
    let fives = inside & !(pairs | (pairs >> 2));
    let and_next = fives | (fives << 1);
    fives | (and_next << 1)
}

/// Finder-like patterns along a row: dark-light-dark-light-dark as 1:1:3:1:1 with four light modules on one side.
///
/// A pattern counts for either side. No two begin at neighbouring modules, so the one side is noted at the first
/// module and the other at the second, and both are counted in one word.
#[inline(always)]
fn finders_across(row: u64, next: u64) -> u64 {
    let dark_in_two = row | next;
    let dark_in_four = dark_in_two | (dark_in_two >> 2);
    let three_dark = row & next & (row >> 2);
    let pattern = row & (three_dark >> 2) & (row >> 6) & !(next | (row >> 5));
    let light_before = pattern & !((dark_in_four << 4) | (row >> 7));
    let light_after = pattern & !((dark_in_four >> 7) | (row << 1));
    light_after | (light_before << 1)
}
