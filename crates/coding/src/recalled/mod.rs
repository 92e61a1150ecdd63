//! Recalls as they stand: the rows, and what falls under them. Opening and ending them is [`recall`](crate::recall)'s.

mod model;
mod store;
mod without;

pub use model::{Recall, RecallId};
pub use store::open_of;
pub(crate) use store::{find, open_of_products, whole_products};
pub use without::without;
