//! Signing in and staying signed in (F011, F015–F017).

mod accounts;
pub(crate) mod api;
mod authenticator;
mod cookies;
mod error;
mod guard;
mod living;
mod model;
mod own_password;
mod provider;
mod service;
mod store;
mod token;

pub use accounts::Accounts;
pub use authenticator::SessionAuthenticator;
pub use cookies::CookieRules;
pub use error::Error;
pub use model::{AccountView, ChangePassword, ResetPassword, SessionView, SignIn};
pub use own_password::replace_password;
pub use service::{open_for, sweep};
pub(crate) use store::end_all_of_enterprise;
pub use token::{ACCESS_SECONDS, TokenKeys};
