//! Issuing codes 赋码 (F090–F092, F095, F150): a batch with its units at once, or units alone.

mod allocation;
pub mod api;
mod error;
mod random;
mod request;
mod service;
mod style;

pub use error::Error;
pub use service::{CodeBatch, IssueOrder, UnitRun, code_batch, issue_random_units, issue_units};
pub use style::SerialStyle;
