//! Brands 品牌 (F019–F022).

pub(crate) mod api;
mod error;
mod model;
mod public;
mod service;
mod store;

pub use error::Error;
pub use model::{Brand, BrandFilter, BrandId, BrandRecord, BrandSort, BrandState, BrandView};
pub use public::{BrandFacts, VideoFacts, find_public};
pub use service::{create, find, find_named, names};
