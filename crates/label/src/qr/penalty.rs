//! The penalty of a symbol under each mask, ISO/IEC 18004 section 7.8.3, on 64 modules at a time.
//!
//! The standard counts run by run; here every rule is an expression over whole rows, one bit a module
//! ([`super::rules`]). Looking along a row is a shift of the word, looking down a column is another word: so
//! columns need no transposed copy. The eight masks are the innermost loop and every step is the same for each,
//! so the compiler works on as many masks at a time as a vector register has words.

use super::{
    finder::large_finders,
    rows::{MARGIN, Masked, Rows},
    rules::{ABOVE, Inside, WINDOW, Window},
    tally::Tally,
};

/// What a block of two by two equal modules costs.
const BLOCK: u64 = 3;
/// What a finder-like pattern costs.
const FINDER: u64 = 40;
/// What every 5 % of dark modules off one half costs.
const BALANCE: u64 = 10;

/// The rows a symbol has here: version 1 to 10.
const SMALLEST: usize = 21;
const TALLEST: usize = 57;

/// The lowest penalty each mask can have: for runs, blocks and the usual finder-like patterns.
///
/// [`rest`] is what may come on top; it is nearly always nothing, so it is left for the winner to prove.
#[expect(
    clippy::indexing_slicing,
    reason = "masks are below eight and rows below the window's"
)]
#[expect(
    clippy::needless_range_loop,
    reason = "the masks have to be the innermost loop"
)]
pub(super) fn penalties(payload: &Rows, blank: &[Masked; 64], size: usize) -> [u64; 8] {
    let size = size.clamp(SMALLEST, TALLEST);
    let mut rows = [[0; 8]; ABOVE + TALLEST + WINDOW];
    let symbol = rows.iter_mut().skip(ABOVE).take(size);
    for ((rows, blank), payload) in symbol.zip(blank).zip(payload) {
        rows.iter_mut()
            .zip(blank)
            .for_each(|(row, blank)| *row = (payload << MARGIN) ^ blank);
    }

    let mut runs = Tally::default();
    let mut finders = Tally::default();
    let mut blocks = Tally::default();
    let windows = rows.array_windows::<WINDOW>().enumerate().take(size).step_by(4);
    for (y, rows) in windows {
        let inside = Inside::new(y, size);
        for mask in 0..8 {
            let window = Window::new(std::array::from_fn(|y| rows[y][mask]));
            runs.add(mask, window.runs_across(&inside), window.runs_down(&inside));
            finders.add(mask, window.finders_across(), window.finders_down());
            blocks.add(mask, window.blocks(&inside), [0; 4]);
        }
    }
    let mut penalties = [0; 8];
    for (mask, penalty) in penalties.iter_mut().enumerate() {
        *penalty = runs.total(mask) + BLOCK * blocks.total(mask) + FINDER * finders.total(mask);
    }
    penalties
}

/// The penalty of a symbol for an uneven share of dark modules and for large finder-like patterns.
pub(super) fn rest(rows: &Rows, size: usize) -> u64 {
    let total = (size * size) as u64;
    let dark: u64 = rows
        .iter()
        .take(size)
        .map(|row| u64::from(row.count_ones()))
        .sum();
    let steps = (dark * 20).abs_diff(total * 10).div_ceil(total).saturating_sub(1);
    BALANCE * steps + FINDER * u64::from(large_finders(rows, size))
}
