//! The designs.

/// A design; each has an identification pattern of fine lines that copiers blur.
///
/// A label that is higher than wide has its text above and below the symbol, a wider one beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Design {
    /// A braided frame all around.
    #[default]
    Braid,
    /// A head in solid colour with a rosette left white in it.
    Rosette,
    /// A ribbon of waves, and the code on a solid foot.
    Ribbon,
    /// The logo in a medallion, within a double line.
    Medallion,
    /// Fine lines all over, that rise around the middle as a relief.
    Relief,
    /// A bar with micro-text, for laser and thermal printers.
    Microtext,
}

impl Design {
    /// All designs.
    pub const ALL: [Self; 6] = [
        Self::Braid,
        Self::Rosette,
        Self::Ribbon,
        Self::Medallion,
        Self::Relief,
        Self::Microtext,
    ];

    /// Whether the head is solid.
    pub(super) const fn has_band(self) -> bool {
        matches!(self, Self::Rosette)
    }

    /// Whether the foot with the code is solid.
    pub(crate) const fn has_foot(self) -> bool {
        matches!(self, Self::Ribbon)
    }

    /// How far the content stays away from the edge, in twentieths of the shorter side.
    pub(super) const fn margin(self) -> f32 {
        match self {
            Self::Braid => 1.75,
            Self::Medallion => 1.3,
            Self::Rosette | Self::Ribbon | Self::Relief | Self::Microtext => 1.0,
        }
    }
}
