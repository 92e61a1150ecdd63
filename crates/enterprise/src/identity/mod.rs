//! Who an enterprise says it is: its name, region, types and licence. The operator compares them with the licence when it
//! registers, and whenever they are to change (K13).

pub(crate) mod api;
mod authority;
mod doubts;
mod error;
mod model;
pub(crate) mod platform;
mod service;
mod store;
mod view;

pub use error::Error;
pub(crate) use service::begin;
