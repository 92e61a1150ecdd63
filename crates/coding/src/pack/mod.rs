//! Packs 组合多码 (F144): a unit of a product that is coded as a combination holds products, batches, runs of units, and
//! other packs.

pub mod api;
mod error;
mod listing;
mod model;
mod pick;
mod request;
mod rows;
mod rules;
mod service;
mod store;

pub use error::Error;
pub(crate) use listing::parents_of;
pub use model::{Content, ContentId, ContentItem, Pack, PackItem, PackView, ParentView};
