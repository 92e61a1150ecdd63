//! The life of a product: prepared, checked, reviewed, activated, paused, and ended (F146, F156, F167–F169).

pub mod api;
mod check;
pub mod platform;
mod service;
mod store;

pub use check::{Check, Incomplete, incomplete};
pub use service::{SelfCheck, activate, submit};
pub(in crate::product) use service::{amended, go, must_be, note};
pub(crate) use store::makers_after;
