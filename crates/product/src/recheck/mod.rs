//! Looking over from time to time what was said of a product, so that it stays true (F174).

pub mod api;
mod model;
mod service;
mod store;

pub use model::{DueRecheck, DueRecheckFilter};
