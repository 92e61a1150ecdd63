//! Units 一物一码 (F095–F101): issued, associated and voided as runs of serials.

pub mod api;
mod error;
mod history;
mod map;
mod model;
mod nearest;
mod request;
mod search;
mod service;
mod store;

pub use error::Error;
pub use model::{RangeFilter, Selection, UnitIssue, UnitRange, UnitRangeId};
pub use nearest::Nearest;
pub(crate) use request::UnitQuery;
pub(crate) use search::{count, kinds, outlines};
pub use search::{ranges_of_product, slice};
pub use service::{Association, associate, void};
pub(crate) use service::{dates_of, in_order, living_batch, may_grow, record_event, unit_issue};
pub(crate) use store::{count_of_product, insert, last_issued, new_issue, widths};
pub use store::{find_at, overlapping};
