//! Codes by SMS (F008): six digits that prove a phone is in someone's hand.

pub mod api;
mod code;
mod sender;
mod store;

pub use code::{CODE_SECONDS, Purpose, RESEND_SECONDS, sweep};
pub(crate) use code::{check, consume};
pub use sender::SmsSender;
pub use store::SmsMessage;
