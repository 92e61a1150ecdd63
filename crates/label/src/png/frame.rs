//! Where a symbol is in its picture.

/// The pixels of a square picture around and between modules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Frame {
    /// Light modules on every side, at least.
    pub(crate) quiet_zone: usize,
    /// Pixels a module.
    pub(crate) scale: usize,
    /// Pixels along a side of the picture.
    pub(crate) side: usize,
}

impl Frame {
    /// The pixels that are left over beside a symbol of this size and its quiet zone: fewer than it has modules.
    pub(crate) const fn over(&self, size: usize) -> usize {
        self.side
            .saturating_sub((size + 2 * self.quiet_zone) * self.scale)
    }

    /// The pixels before the symbol, from the left and from above, when it is in the middle.
    pub(crate) const fn before(&self, size: usize) -> usize {
        self.quiet_zone * self.scale + self.over(size) / 2
    }
}
