//! Units 一物一码 (F095–F101): issued, associated and voided as runs of serials.

pub mod api;
mod association;
mod error;
mod history;
mod map;
mod model;
mod nearest;
mod part;
mod request;
mod search;
mod service;
mod store;

pub use association::{Association, associate};
pub use error::Error;
pub use model::{RangeFilter, Selection, UnitIssue, UnitIssueId, UnitRange, UnitRangeId};
pub use nearest::Nearest;
pub(crate) use part::{Batches, Part, parts_of};
pub(crate) use request::UnitQuery;
pub(crate) use search::{count, outlines};
pub use search::{ranges_of_product, slice, spans_starting_with};
pub use service::void;
pub(crate) use service::{
    all_alive, batches_of, dates_of, in_order, issued, living_batch, may_grow, record_event, set_ex_factory,
    span_of, unit_issue,
};
pub(crate) use store::{count_of_product, insert, last_issued, new_issue, taken, widths};
pub use store::{find_at, overlapping};
