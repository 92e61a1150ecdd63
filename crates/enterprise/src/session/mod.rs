//! Signing in and staying signed in (F011, F015–F017).

pub mod api;
mod authenticator;
mod cookies;
mod guard;
mod model;
mod own_password;
mod provider;
mod service;
mod store;
mod token;

pub use authenticator::SessionAuthenticator;
pub use cookies::CookieRules;
pub use model::{AccountView, SessionView};
pub(crate) use own_password::prove;
pub use own_password::replace_password;
pub use service::{open_for, sweep};
pub(crate) use store::end_all_of_enterprise;
pub use token::{ACCESS_SECONDS, TokenKeys};
