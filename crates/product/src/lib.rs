//! Products 一品一码 (F058–F072, F083–F088) and what becomes of them (F146–F173).

pub mod api;
pub mod draft;
mod files;
mod filter;
mod internal_code;
pub mod life;
mod linked;
mod model;
pub mod notice;
pub mod options;
mod prepare;
pub mod quality;
pub mod recheck;
mod record;
mod request;
mod service;
pub mod state;
pub(crate) mod store;
pub mod version;
mod view;
mod warning;

pub use crate::ids::ProductId;
pub(crate) use files::all_files;
pub use filter::{ProductFilter, ProductSort};
pub use linked::LinkedCode;
pub use model::{CodeState, Product, ProductView, Scope as CodeScope};
pub use record::{Attribute, ProductRecord, StandardText};
pub use request::VoidReason;
pub(crate) use service::refer;
pub use service::{create, gtin, void};
pub use state::{CodingLevel, ProductState};
