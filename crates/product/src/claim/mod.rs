//! Claims 追溯码申诉: the owner of a trace code that another enterprise registered says so, and the operator decides.

pub mod api;
mod error;
mod model;
pub mod platform;
mod service;
mod store;

pub use error::Error;
