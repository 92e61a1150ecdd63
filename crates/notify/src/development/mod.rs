//! What the development senders keep instead of sending it.

pub(crate) mod api;
