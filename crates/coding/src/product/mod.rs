//! Products 一品一码 (F058–F072, F083–F088) and what becomes of them (F146–F173).

pub mod api;
pub mod draft;
mod files;
mod internal_code;
pub mod life;
mod linked;
mod model;
mod prepare;
pub mod quality;
pub mod recheck;
mod record;
mod service;
pub mod state;
pub(crate) mod store;
pub mod version;
mod view;
mod warning;

pub(crate) use files::all_files;
pub use linked::{LinkedCode, TraceScheme};
pub use model::{Attribute, CodeState, Product, ProductId, ProductSummary, ProductView, Scope as CodeScope};
pub use record::{ProductRecord, StandardText};
pub use service::{create, gtin, void};
pub use state::{CodingLevel, ProductState};
