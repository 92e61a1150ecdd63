//! Recalls 召回 (F137): a maker warns of a product, a batch or a run of units, and ends the warning.

pub mod api;
mod error;
mod model;
mod reach;
mod service;
mod store;

pub use error::Error;
pub use model::{RecallFilter, RecallReach, RecallView};
