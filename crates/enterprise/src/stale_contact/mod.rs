//! Reminding enterprises of contacts that nobody confirmed for a long time (F014).

mod service;
mod store;

pub use service::remind_of_stale_contacts;
