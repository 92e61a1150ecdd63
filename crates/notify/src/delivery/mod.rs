//! What is to leave for a phone or a mailbox, and what became of it: outbox and send log in one.

pub(crate) mod api;
mod digest;
pub(crate) mod digest_store;
mod model;
mod service;
mod slot;
pub(crate) mod store;

pub use model::{DeliveryFilter, DeliveryId, DeliveryItem, DeliveryState};
pub(crate) use model::{Message, Outcome};
