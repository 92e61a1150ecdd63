use crate::{export, labels, picture};
use kernel::ErrorEntry;

/// The catalogue lines of this crate.
pub const CATALOGUES: &[&[ErrorEntry]] = &[
    picture::Error::CATALOGUE,
    labels::Error::CATALOGUE,
    export::Error::CATALOGUE,
];
