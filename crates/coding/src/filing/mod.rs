//! How many a maker produced, filed in the rhythm of each product, and the reminders of what is missing (F156–F160).

pub mod api;
mod due;
mod error;
mod model;
pub mod notice;
mod period;
mod remind;
mod service;
mod store;

pub use due::DueFiling;
pub use error::Error;
pub use model::{Filing, FilingId, FilingView};
pub use remind::remind;
