//! How many a maker produced, filed in the rhythm of each product, and the reminders of what is missing (F156–F160).

pub mod api;
mod due;
mod model;
pub mod notice;
mod period;
mod remind;
mod service;
pub(crate) mod store;

pub use due::DueFiling;
pub use model::{Filing, FilingId, FilingView};
pub use remind::remind;
