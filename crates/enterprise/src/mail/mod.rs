//! How a mail leaves this machine (F267).

pub mod api;
mod sender;
mod store;

pub(crate) use sender::Mail;
pub use sender::{MailSender, NotASender};
pub use store::MailMessage;
pub(crate) use store::remove_before;
