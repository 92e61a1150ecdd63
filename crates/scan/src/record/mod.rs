//! Reading the records of scans.

pub mod api;
mod model;
mod store;

pub use model::{CodeQuery, CodeScans, ScanFilter, ScanItem, ScanOverview};
