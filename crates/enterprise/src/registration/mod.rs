//! How an enterprise comes to the platform (F001–F010).

pub mod api;
mod service;

pub use service::{NewEnterprise, register_without_code};
