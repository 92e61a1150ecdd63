//! Products 一品一码 (F058–F072, F083–F088).

pub mod api;
mod internal_code;
mod model;
mod record;
mod service;
pub(crate) mod store;

pub(crate) use model::FileIds;
pub use model::{Attribute, CodeState, Product, ProductId, ProductSummary, ProductView, Scope as CodeScope};
pub use record::ProductRecord;
pub use service::{create, gtin, void};
