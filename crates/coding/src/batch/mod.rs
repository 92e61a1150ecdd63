//! Batches 一批一码 (F089–F094).

pub mod api;
mod model;
mod service;
pub(crate) mod store;
mod upkeep;

pub use crate::ids::BatchId;
pub use model::{Batch, BatchFilter, BatchSort, BatchView, QuantityKind, UpdateBatch};
pub use service::{NewBatch, UnitRun, create, void};
