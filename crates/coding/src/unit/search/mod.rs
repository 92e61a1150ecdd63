//! Searching ranges of units: by product, batch, state and serials.

mod starting;
mod store;

pub use starting::spans_starting_with;
pub(crate) use store::{count, outlines};
pub use store::{ranges_of_product, slice};
