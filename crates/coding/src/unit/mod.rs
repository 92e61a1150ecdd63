//! Units 一物一码 (F095–F101): issued, associated and voided as runs of serials.

pub mod api;
mod error;
mod map;
mod model;
mod nearest;
mod request;
mod service;
mod store;

pub use error::Error;
pub use model::{Selection, UnitIssue, UnitRange, UnitRangeId};
pub use nearest::Nearest;
pub(crate) use request::UnitQuery;
pub use service::{Association, associate, void};
pub(crate) use service::{alive, dates_of, done, in_order, living_batch, note};
pub use store::{RangeFilter, find_at, overlapping, ranges_of_product, slice};
pub(crate) use store::{count, count_of_product, insert, kinds, last_issued, new_issue, outlines, widths};
