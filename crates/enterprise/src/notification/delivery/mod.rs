//! What is to leave for a phone or a mailbox, and what became of it: outbox and send log in one.

pub mod api;
mod model;
pub(super) mod store;

pub(crate) use model::Undelivered;
pub use model::{DeliveryFilter, DeliveryId, DeliveryState, DeliveryView};
pub(super) use model::{Message, Outcome};
