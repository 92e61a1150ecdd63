//! What is asked of a product before it is reviewed (F153–F159, F167), and what only deserves a second look: rules with a code,
//! a field, and how to mend it.

mod breach;
mod certificate;
mod judge;
mod leftover;
mod table;

pub(crate) use breach::Breach;
pub use breach::Incomplete;
pub use judge::incomplete;
pub(crate) use judge::{breaches, worsened};
#[cfg(test)]
pub(crate) use leftover::is_leftover;
pub use table::Rule;
