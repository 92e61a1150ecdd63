//! Recalls as they stand: the rows, and what falls under them. Opening and ending them is [`recall`](crate::recall)'s.

mod model;
mod store;

pub use model::{Recall, RecallId};
pub(crate) use store::{find, open_of, open_of_products};
