//! Units 一物一码 (F095–F101): issued, associated and voided as runs of serials.

mod allocation;
pub mod api;
mod listing;
mod map;
mod model;
mod nearest;
mod request;
mod service;
pub(crate) mod store;

pub use model::{Selection, UnitIssue, UnitRange, UnitRangeId, UnitView};
pub(crate) use nearest::Nearest;
pub use service::{Association, IssueOrder, associate, issue, void};
pub use store::ranges_of_product;
