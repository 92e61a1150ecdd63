//! Which enterprises are behind with their filings, for the platform's people.

pub mod api;
mod error;
mod model;
mod service;
mod store;

pub use error::Error;
pub use service::count;
