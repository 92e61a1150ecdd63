//! The end of a product: voided by its maker, or by the operator.

pub mod api;
mod model;
mod service;

pub(crate) use service::{end, end_by_operator};
