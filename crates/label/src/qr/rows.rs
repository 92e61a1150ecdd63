//! Rows of modules as words, the shapes all steps of encoding share.

use std::ops::BitXorAssign;

/// Rows of a symbol, with the columns as bits; those past its size are zero.
pub(super) type Rows = [u64; 64];

/// A row of modules under each of the eight masks.
pub(super) type Masked = [u64; 8];

/// Light modules kept at the left of each row: the quiet zone the finder rule looks at.
pub(super) const MARGIN: u32 = 4;

/// Eight rows of modules: one cache line.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
pub(super) struct Octet(pub(super) [u64; 8]);

impl BitXorAssign<&Self> for Octet {
    #[inline(always)]
    fn bitxor_assign(&mut self, other: &Self) {
        self.0
            .iter_mut()
            .zip(other.0)
            .for_each(|(row, other)| *row ^= other);
    }
}
