//! The choice of the mask.

use super::{
    penalty::{penalties, rest},
    rows::{MARGIN, Rows},
    symbol_base::SymbolBase,
};

/// The mask of the lowest penalty, the first of equals, and the symbol under it.
pub(super) fn choose(payload: &Rows, base: &SymbolBase) -> (u8, Rows) {
    let mut candidates = [(0, false); 8];
    let penalties = penalties(payload, &base.blank, base.size);
    candidates
        .iter_mut()
        .zip(penalties)
        .for_each(|(candidate, penalty)| candidate.0 = penalty);
    loop {
        let (mask, (penalty, complete)) = lowest(&mut candidates);
        let rows = under_mask(payload, base, mask);
        if *complete {
            return (mask, rows);
        }
        *complete = true;
        match rest(&rows, base.size) {
            0 => return (mask, rows),
            more => *penalty += more,
        }
    }
}

/// The first of the lowest penalties, and whether it is complete.
fn lowest(candidates: &mut [(u64, bool); 8]) -> (u8, &mut (u64, bool)) {
    let [first, rest @ ..] = candidates;
    (1..).zip(rest).fold(
        (0, first),
        |best, next| if next.1.0 < best.1.0 { next } else { best },
    )
}

/// The symbol under one mask.
fn under_mask(payload: &Rows, base: &SymbolBase, mask: u8) -> Rows {
    let mask = usize::from(mask);
    let words = base.blank.iter().flat_map(|row| row.get(mask));
    let mut rows = *payload;
    rows.iter_mut()
        .zip(words)
        .for_each(|(row, blank)| *row ^= blank >> MARGIN);
    rows
}
