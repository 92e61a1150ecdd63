//! What was done to codes, at whatever level: the history of a product, a batch, or a single unit.

mod model;
pub(crate) mod store;
mod view;

pub use model::{CodeEvent, EventKind, EventView, NewEvent, Target};
pub(crate) use view::views;
