//! The names an enterprise had: each was compared with its licence, and gave way to another one that was.

mod model;
pub(crate) mod store;

pub use model::FormerName;
pub(crate) use model::Passed;
