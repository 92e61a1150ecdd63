//! How many a maker produced, filed in the rhythm of each product, and the reminders of what is missing (F156–F160).

pub mod api;
mod coded;
mod correction;
mod due;
mod due_model;
mod duty;
mod error;
mod model;
pub mod notice;
mod period;
mod remind;
mod service;
mod store;

pub(crate) use coded::{Coded, coded};
pub use correction::{FilingCorrection, FilingCorrectionId};
pub(crate) use due::owing;
pub(crate) use due_model::Owing;
pub use due_model::{DueFiling, DueProduct};
pub use error::Error;
pub use model::{Filing, FilingBatchId, FilingId, FilingView};
pub(crate) use period::Period;
pub use remind::remind;
pub(crate) use service::{NewFiling, count_standing, file, withdraw_batch};
