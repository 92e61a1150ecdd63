//! Templates of products (F081–F082, F102–F104): what many products of an enterprise have in common, written once. Some
//! are shipped; they can be chosen but not changed.

pub mod api;
mod error;
mod model;
mod service;
mod store;
mod system;

pub use error::Error;
pub use model::{
    ProductTemplate, ProductTemplateBasics, ProductTemplateFilter, ProductTemplateId, ProductTemplateItem,
    ProductTemplateOrigin, ProductTemplateRecord, ProductTemplateView,
};
