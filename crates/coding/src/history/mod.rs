//! What was done to codes, at whatever level: the history of a product, a batch, or a single unit.

pub mod api;
mod model;
pub(crate) mod store;

pub use model::{CodeEvent, EventKind, EventView, NewEvent, Target};
