//! Brands 品牌 (F019–F022).

pub mod api;
mod model;
mod public;
mod service;
mod store;

pub use model::{Brand, BrandId, BrandRecord, BrandState, BrandView};
pub use public::{PublicBrand, PublicVideo, find_public};
pub use service::{create, find, refer};
