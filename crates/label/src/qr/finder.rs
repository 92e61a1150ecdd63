//! Finder-like patterns of two and more modules a unit.
//!
//! The standard counts dark-light-dark-light-dark runs in the ratio 1:1:3:1:1 at any scale. At one module a unit
//! they are in every symbol and [`super::penalty`] counts them; at two or more, 14 modules long and longer with
//! ten light ones around them, they are in one symbol of thousands. As they only ever add to a penalty, just the
//! winner needs looking at: if it has none, it has won.

use super::rows::Rows;

/// Light rows kept above the first.
const TOP: usize = 4;

/// The number of such patterns along the rows and columns of a symbol of at most 57 modules.
pub(super) fn large_finders(rows: &Rows, size: usize) -> u32 {
    let mut padded = [0; TOP + 64 + 8];
    padded
        .iter_mut()
        .skip(TOP)
        .zip(rows)
        .for_each(|(padded, row)| *padded = *row);
    // Most symbols have no place to look at; finding that out is a loop without a branch.
    let windows = padded.array_windows::<14>().take(size);
    let any = windows.clone().fold(0, |any, window| {
        any | middles_across(window) | middles_down(window)
    });
    if any == 0 {
        return 0;
    }
    let mut count = 0;
    for (y, window) in windows.enumerate() {
        let [.., row, _, _, _, _, _, _, _, _, _] = *window;
        count += places(middles_across(window))
            .map(|x| finders_around(row, x))
            .sum::<u32>();
        count += places(middles_down(window))
            .map(|x| finders_around(column(rows, x), y as u32))
            .sum::<u32>();
    }
    count
}

/// The set bits of a word.
fn places(mut word: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let place = word.trailing_zeros();
        word &= word.checked_sub(1)?;
        Some(place)
    })
}

/// Where the middle run of such a pattern may start along the fifth row of the window.
fn middles_across(&[.., row, _, _, _, _, _, _, _, _, _]: &[u64; 14]) -> u64 {
    middles(
        [row << 4, row << 3, row << 2, row << 1],
        std::array::from_fn(|ahead| row >> ahead),
    )
}

/// The same down the columns.
fn middles_down(&[a, b, c, d, ahead @ ..]: &[u64; 14]) -> u64 {
    middles([a, b, c, d], ahead)
}

/// What all these patterns have and few other places do, from the four modules before the middle run and the ten
/// from it on: two dark, two light, six dark, two light, two dark modules at two a unit; three light and nine
/// dark ones at more, where the unit is either three or more on both sides.
fn middles([d4, d3, b2, b1]: [u64; 4], [c0, c1, c2, c3, c4, c5, c6, c7, c8, c9]: [u64; 10]) -> u64 {
    let six = c0 & c1 & c2 & c3 & c4 & c5 & !(b1 | b2);
    let two_a_unit = !(c6 | c7) & c8 & c9 & d3 & d4;
    let more = c6 & c7 & c8 & !d3 & (c9 ^ d4);
    six & (two_a_unit | more)
}

/// A column as a word.
fn column(rows: &Rows, x: u32) -> u64 {
    rows.iter()
        .enumerate()
        .fold(0, |column, (y, row)| column | (row >> x & 1) << y)
}

/// The patterns of two and more modules a unit whose middle run starts at this place of a line: counted once for
/// either side with four units of light; the quiet zone is light without end.
fn finders_around(line: u64, middle: u32) -> u32 {
    let mut right = line >> middle;
    let mut take = |dark: bool| {
        let run = if dark {
            right.trailing_ones()
        } else {
            right.trailing_zeros()
        };
        right = right.checked_shr(run).unwrap_or(0);
        run
    };
    let ahead = [take(true), take(false), take(true), take(false)];
    let mut left = line.checked_shl(64 - middle).unwrap_or(0);
    let mut take = |dark: bool| {
        let run = if dark {
            left.leading_ones()
        } else {
            left.leading_zeros()
        };
        left = left.checked_shl(run).unwrap_or(0);
        run
    };
    let [b, a, before] = [take(false), take(true), take(false)];
    let [c, d, e, after] = ahead;
    let unit = c / 3;
    if unit < 2 || c != 3 * unit || [a, b, d, e] != [unit; 4] {
        return 0;
    }
    u32::from(before >= 4 * unit && after >= unit) + u32::from(after >= 4 * unit && before >= unit)
}
