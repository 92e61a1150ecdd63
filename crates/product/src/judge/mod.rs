//! Whether a record keeps the rules.

mod certificate;
mod leftover;
mod rules;

#[cfg(test)]
pub(crate) use leftover::is_leftover;
pub use rules::incomplete;
pub(crate) use rules::{breaches, worsened};
