//! Which product a code of another scheme is of: one that is not voided has it at a time, where the scheme gives a code to one
//! thing. What was double before that was a rule stays, and is told.

mod model;
mod older;
mod service;
mod store;

pub(crate) use model::Link;
pub use older::register_linked_codes;
pub(crate) use service::{check, hold, only_free, refuse_own_link, release, warnings};
