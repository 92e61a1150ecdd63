//! How an enterprise comes to the platform (F001–F010).

pub(crate) mod api;
mod model;
mod service;

pub use model::{Register, Registered, RegistrationFile, RegistrationRules};
pub use service::{NewEnterprise, register_without_code};
