//! Passwords: what is accepted (decision C1, F009) and how they are kept.

mod error;
mod hashing;
mod policy;

pub use error::Error;
pub(crate) use hashing::in_turn;
pub use hashing::{hash, verify, verify_nothing};
pub use policy::Policy;
