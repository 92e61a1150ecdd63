//! What the operators of the platform do with enterprises.

pub(crate) mod api;
mod model;
mod service;

pub use model::{DisableEnterprise, EnterpriseFilter, ReviewChoice};
