//! Batches 一批一码 (F089–F094).

pub mod api;
mod model;
mod service;
pub(crate) mod store;
mod upkeep;

pub use model::{Batch, BatchId, BatchView};
pub(crate) use service::refer;
pub use service::{NewBatch, UnitRun, create, void};
pub use upkeep::{QuantityKind, UpdateBatch};
