//! `Idempotency-Key`: a write whose answer was lost can be sent again and is done once.
//!
//! A caller makes a key for what it means to do and sends it with every attempt. The answer is stored in the transaction that
//! did the work, so there is no moment at which one is there without the other; whoever comes again with the same key and the
//! same request gets it once more, for [`KEPT_SECONDS`]. A request that was refused stores nothing. Keys of two enterprises
//! have nothing to do with each other.
//!
//! Handlers take part by [`crate::Scope::once`]; a test finds those that do not.

mod answer;
mod document;
mod key;
mod model;
mod service;
mod store;

pub use answer::Answer;
pub use service::sweep;

pub(crate) use document::describe;
pub(crate) use key::IdempotencyKey;
pub(crate) use model::{Content, Done, Given, Keyed};
pub(crate) use service::{in_flight, once};

/// The header a key comes in.
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";

/// The header of an answer that was given before.
pub const IDEMPOTENCY_REPLAYED: &str = "idempotency-replayed";

/// How long an answer can be had again.
pub const KEPT_SECONDS: i64 = 72 * 3600;
