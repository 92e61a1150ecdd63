//! How an SMS leaves this machine (F267).

mod error;
mod model;
mod sender;
pub(crate) mod store;

pub use error::SmsError;
pub use model::SmsMessage;
pub use sender::SmsSender;
