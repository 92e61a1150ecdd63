//! Batches 一批一码 (F089–F094).

pub mod api;
mod error;
mod model;
mod service;
mod store;
mod upkeep;

pub use error::Error;
pub use model::{Batch, BatchFilter, BatchSort, BatchView, QuantityKind, UpdateBatch};
pub use product::BatchId;
pub use service::{NewBatch, void};
pub(crate) use service::{find_view, insert};
pub(crate) use store::{count, count_of_product, quantity_of_product, set_ex_factory};
pub use store::{find, find_by_no};
pub(crate) use upkeep::check_quantity_kind;
