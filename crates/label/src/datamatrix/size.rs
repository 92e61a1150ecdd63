//! The sizes a symbol can have.

/// A size of square symbols.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Size {
    /// Modules along a side, with the finder patterns.
    pub(super) side: usize,
    /// Data regions along a side.
    pub(super) regions: usize,
    /// Codewords of data.
    pub(super) data: usize,
    /// Codewords of error correction.
    pub(super) correction: usize,
    /// Blocks the codewords are dealt to in turn.
    pub(super) blocks: usize,
}

impl Size {
    /// The smallest that holds so many codewords.
    pub(super) fn holding(codewords: usize) -> Option<Self> {
        SIZES.iter().copied().find(|size| size.data >= codewords)
    }

    /// Modules along a side that carry codewords.
    pub(super) const fn inner(self) -> usize {
        self.side - 2 * self.regions
    }

    /// Modules along a side of a region.
    pub(super) const fn region(self) -> usize {
        self.inner() / self.regions
    }
}

const fn size(side: usize, regions: usize, data: usize, correction: usize, blocks: usize) -> Size {
    Size {
        side,
        regions,
        data,
        correction,
        blocks,
    }
}

/// Table 7 of ISO/IEC 16022. 144 × 144 is left out: readers disagree about the order of its error correction.
static SIZES: [Size; 23] = [
    size(10, 1, 3, 5, 1),
    size(12, 1, 5, 7, 1),
    size(14, 1, 8, 10, 1),
    size(16, 1, 12, 12, 1),
    size(18, 1, 18, 14, 1),
    size(20, 1, 22, 18, 1),
    size(22, 1, 30, 20, 1),
    size(24, 1, 36, 24, 1),
    size(26, 1, 44, 28, 1),
    size(32, 2, 62, 36, 1),
    size(36, 2, 86, 42, 1),
    size(40, 2, 114, 48, 1),
    size(44, 2, 144, 56, 1),
    size(48, 2, 174, 68, 1),
    size(52, 2, 204, 84, 2),
    size(64, 4, 280, 112, 2),
    size(72, 4, 368, 144, 4),
    size(80, 4, 456, 192, 4),
    size(88, 4, 576, 224, 4),
    size(96, 4, 696, 272, 4),
    size(104, 4, 816, 336, 6),
    size(120, 6, 1050, 408, 6),
    size(132, 6, 1304, 496, 8),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codewords_fill_the_regions() {
        for size in SIZES {
            let modules = size.inner() * size.inner();
            assert_eq!(modules / 8, size.data + size.correction, "{}", size.side);
            assert!(modules % 8 == 0 || modules % 8 == 4);
            assert_eq!(size.data % size.blocks, 0);
        }
    }
}
