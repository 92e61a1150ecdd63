//! Codes by SMS (F008): six digits that prove a phone is in someone's hand.

pub(crate) mod api;
mod code;
mod error;
mod model;
mod store;

pub use code::sweep;
pub(crate) use code::{check, consume};
pub use error::Error;
use model::SentCode;
pub use model::{CODE_SECONDS, RESEND_SECONDS, SendSmsCode, SmsCodeSent, SmsCodes, SmsPurpose};
