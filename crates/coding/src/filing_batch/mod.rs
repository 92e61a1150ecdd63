//! Filing many periods at once as they were coded, on a confirmation that names the numbers, and taking that back.

pub mod api;
mod error;
mod model;
mod service;
mod store;

pub use error::Error;
pub use model::FilingBatchView;
