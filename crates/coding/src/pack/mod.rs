//! Packs 组合多码 (F144): a unit of a product that is coded as a combination holds products, batches, runs of units, and
//! other packs.

mod error;
mod model;
pub(crate) mod rows;
pub(crate) mod rules;
pub(crate) mod store;

pub use error::Error;
pub use model::{Content, ContentId, Pack};
pub use rules::MAX_DEPTH;
