//! A whole server for every test: the real application on a database of its own, listening on a port of its own.

mod actor;
mod app;
pub mod contract;
mod files;
mod reply;

pub use actor::Actor;
pub use app::{TestApp, settings};
pub use files::{jpeg, multipart, pdf, png};
pub use reply::Reply;
