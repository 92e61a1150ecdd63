//! The life of a product: prepared, checked, reviewed, activated, paused, and ended (F146, F156, F167–F169).

pub mod api;
mod check;
mod makers;
mod model;
pub mod platform;
mod service;
mod step;
mod store;

pub use check::ProductCheck;
pub use makers::for_each_maker;
pub use model::SelfCheck;
pub use service::{activate, submit};
pub(crate) use service::{change_state, must_be, record_event};
pub(crate) use step::step;
pub(crate) use store::owner_of;
