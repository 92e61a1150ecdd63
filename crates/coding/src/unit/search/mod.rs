//! Searching ranges of units: by product, batch, state and serials.

mod store;

pub(crate) use store::{count, kinds, outlines};
pub use store::{ranges_of_product, slice};
