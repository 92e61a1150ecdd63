use super::orientation::Orientation;
use crate::upload::{Media, Pixels};

/// A picture without what it tells of place, device and maker, and without what rode behind it.
#[derive(Debug)]
pub(in crate::upload) struct Picture {
    pub(in crate::upload) media: Media,
    pub(in crate::upload) bytes: Vec<u8>,
    /// Columns and rows as they are stored.
    pub(super) stored: Pixels,
    pub(super) orientation: Orientation,
    /// What the colours mean, where that is not what everybody takes for granted.
    pub(super) profile: Option<Vec<u8>>,
    /// What it takes to decode it, in bytes.
    pub(super) memory: u64,
}

impl Picture {
    /// Columns and rows as it is shown.
    pub(in crate::upload) fn shown(&self) -> Pixels {
        self.orientation.shown(self.stored)
    }
}
