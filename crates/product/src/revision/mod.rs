//! What a maker said of a product, version by version (C2, F173): replaced while the product is prepared, kept for good
//! once it is activated.

pub mod api;
mod change;
mod model;
mod rhythm;
pub(crate) mod store;

pub(crate) use change::{changed_fields, is_core_changed, locked_fields};
pub use model::{ProductRevision, RevisionItem, RevisionView};
pub use rhythm::{Rhythm, changed_rhythms};
