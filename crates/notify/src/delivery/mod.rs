//! What is to leave for a phone or a mailbox, and what became of it: outbox and send log in one.

pub(crate) mod api;
pub(crate) mod digest;
mod model;
mod service;
mod slot;
pub(crate) mod store;

pub use model::{DeliveryFilter, DeliveryId, DeliveryItem, DeliveryState};
pub(crate) use model::{Message, Outcome};
