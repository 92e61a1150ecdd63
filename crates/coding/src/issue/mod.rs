//! Issuing codes 赋码 (F090–F092, F095, F150): a batch with its units at once, or units alone.

mod allocation;
pub mod api;
mod error;
mod request;
mod service;

pub use error::Error;
pub use service::{CodeBatch, IssueOrder, UnitRun, code_batch, issue_units};
