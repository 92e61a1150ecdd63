//! What costs a penalty, found in four rows at a time.

use super::penalty::MARGIN;

/// Rows of a window above the four: the light ones before a finder-like pattern, which may be noted one row on.
pub(super) const ABOVE: usize = 5;
/// Rows of a window: those above, the four, and the six and the four light ones below of a pattern in the last.
pub(super) const WINDOW: usize = ABOVE + 4 + 10;

/// Four rows of modules under one mask with those above and below; past the symbol all modules are light.
pub(super) struct Window {
    rows: [u64; WINDOW],
    /// The four rows and the one below, moved along by one module.
    next: [u64; 5],
    /// Where they differ from their next module.
    across: [u64; 5],
    /// Where rows from the second above differ from the row below.
    down: [u64; 9],
}

/// The modules of four rows a rule may count at: past the symbol all are equal, and none of it is to be counted.
pub(super) struct Inside {
    /// With four more modules along the row.
    across: [u64; 4],
    /// With four more rows below, from the second row above the four.
    down: [u64; 6],
    /// With one more of both.
    blocks: [u64; 4],
}

impl Inside {
    /// For the four rows from `y` of a symbol of this size.
    #[inline(always)]
    pub(super) fn new(y: usize, size: usize) -> Self {
        let columns = |more: usize| ((1 << size.saturating_sub(more)) - 1) << MARGIN;
        let upto = |more: usize, y: usize, columns: u64| if y + more < size { columns } else { 0 };
        let (whole, pairs, windows) = (columns(0), columns(1), columns(4));
        let above = |less: usize| y.checked_sub(less).map_or(0, |y| upto(4, y, whole));
        Self {
            across: [0, 1, 2, 3].map(|i| upto(0, y + i, windows)),
            down: [above(2), above(1), above(0), upto(4, y + 1, whole), upto(4, y + 2, whole), upto(4, y + 3, whole)],
            blocks: [0, 1, 2, 3].map(|i| upto(1, y + i, pairs)),
        }
    }
}

// Each list is written out: a closure over an array is not always inlined, and a call would end the vectors.
impl Window {
    #[inline(always)]
    pub(super) fn new(rows: [u64; WINDOW]) -> Self {
        let [_, _, _, a, b, c, d, e, f, g, h, i, j, ..] = rows;
        let next = [c >> 1, d >> 1, e >> 1, f >> 1, g >> 1];
        let across = [c ^ next[0], d ^ next[1], e ^ next[2], f ^ next[3], g ^ next[4]];
        let down = [a ^ b, b ^ c, c ^ d, d ^ e, e ^ f, f ^ g, g ^ h, h ^ i, i ^ j];
        Self { rows, next, across, down }
    }

    /// Runs of five and more equal modules along the rows.
    #[inline(always)]
    pub(super) fn runs_across(&self, inside: &Inside) -> [u64; 4] {
        let [a, b, c, d, _] = self.across;
        let [e, f, g, h] = inside.across;
        [runs_across(a, e), runs_across(b, f), runs_across(c, g), runs_across(d, h)]
    }

    /// Runs of five and more equal modules down the columns.
    #[inline(always)]
    pub(super) fn runs_down(&self, inside: &Inside) -> [u64; 4] {
        let [a, b, c, d, e, f, g, h, i] = self.down;
        let pairs = [a | b, b | c, c | d, d | e, e | f, f | g, g | h, h | i];
        let [a, b, c, d, e, f, g, h] = pairs;
        let fives = [a | c, b | d, c | e, d | f, e | g, f | h];
        let [a, b, c, d, e, f] = fives;
        let [i, j, k, l, m, n] = inside.down;
        let windows = [i & !a, j & !b, k & !c, l & !d, m & !e, n & !f];
        let [a, b, c, d, e, f] = windows;
        [a | b | c, b | c | d, c | d | e, d | e | f]
    }

    /// Finder-like patterns along the rows.
    #[inline(always)]
    pub(super) fn finders_across(&self) -> [u64; 4] {
        let [_, _, _, _, _, a, b, c, d, ..] = self.rows;
        let [e, f, g, h, _] = self.next;
        [finders_across(a, e), finders_across(b, f), finders_across(c, g), finders_across(d, h)]
    }

    /// Finder-like patterns down the columns.
    #[inline(always)]
    pub(super) fn finders_down(&self) -> [u64; 4] {
        let [a, b, c, d, e] = [self.finders_from(0), self.finders_from(1), self.finders_from(2), self.finders_from(3), self.finders_from(4)];
        [a.0 | b.1, b.0 | c.1, c.0 | d.1, d.0 | e.1]
    }

    #[inline(always)]
    fn finders_from(&self, first: usize) -> (u64, u64) {
        let r = |i: usize| self.rows[first + i];
        let pattern = r(4) & r(6) & r(7) & r(8) & r(10) & !(r(5) | r(9));
        let after4 = r(11) | r(12) | (r(13) | r(14));
        let before4 = r(0) | r(1) | (r(2) | r(3));
        (pattern & !(before4 | r(11)), pattern & !(after4 | r(3)))
    }

    /// Blocks of two by two equal modules with their upper edge in the rows.
    #[inline(always)]
    pub(super) fn blocks(&self, inside: &Inside) -> [u64; 4] {
        let [a, b, c, d, e] = self.across;
        let [_, _, f, g, h, i, ..] = self.down;
        let [j, k, l, m] = inside.blocks;
        [j & !(a | b | f), k & !(b | c | g), l & !(c | d | h), m & !(d | e | i)]
    }
}

/// Runs of five and more equal modules along a row.
///
/// A window of five equal modules is noted at its first: a run of n ≥ 5 has n - 4 windows and costs n - 2, which
/// is its windows and the two places after them.
#[inline(always)]
fn runs_across(differ: u64, inside: u64) -> u64 {
    let pairs = differ | (differ >> 1);
    let windows = inside & !(pairs | (pairs >> 2));
    let two = windows | (windows << 1);
    windows | (two << 1)
}

/// Finder-like patterns, dark-light-dark-light-dark as 1:1:3:1:1 with four light modules on either side, along
/// a row.
///
/// A pattern counts once for either side. No two start at neighbouring modules, so the one side is noted at the
/// pattern and the other one module on, and both are counted in one word.
#[inline(always)]
fn finders_across(row: u64, next: u64) -> u64 {
    let dark_in_two = row | next;
    let dark_in_four = dark_in_two | (dark_in_two >> 2);
    let three_dark = row & next & (row >> 2);
    let pattern = row & (three_dark >> 2) & (row >> 6) & !(next | (row >> 5));
    let light_after = pattern & !((dark_in_four >> 7) | (row << 1));
    let light_before = pattern & !((dark_in_four << 4) | (row >> 7));
    light_after | (light_before << 1)
}
