//! Pictures: what is kept of one, and the sizes that are made of it.
//!
//! A picture is kept as it came, without what it tells beside itself: decode(stored) is decode(sent). Smaller sizes are made of it
//! for lists and phones, and one that weighs more than its slot keeps is made smaller itself. All of them stand upright.

mod clean;
mod cursor;
mod decode;
mod encode;
mod gate;
mod jpeg;
mod kept;
mod orientation;
mod png;
mod raster;
mod shrink;
mod sizes;
#[cfg(test)]
mod tests;

pub(super) use clean::clean;
pub(super) use gate::{enter, memory_of};
pub(super) use sizes::{Made, fitted, made};
pub use sizes::{SIZES, upright};
