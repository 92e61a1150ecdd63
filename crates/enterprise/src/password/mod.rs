//! Passwords: what is accepted (decision C1, F009) and how they are kept.

mod error;
mod hashing;
mod policy;
mod turn;

pub use error::Error;
pub use hashing::{hash, verify, verify_nothing};
pub use policy::Policy;
pub(crate) use turn::in_turn;
