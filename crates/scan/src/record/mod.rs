//! Reading the records of scans.

pub mod api;
mod store;
