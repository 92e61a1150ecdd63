//! What was done to codes, at whatever level: the history of a product, a batch, or a single unit.

mod model;
mod store;
mod view;

pub use model::{CodeEvent, EventKind, EventView, NewEvent, Target};
pub use store::{Told, of_batch, of_product, of_unit, record};
pub use view::views;
