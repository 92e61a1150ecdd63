//! How a mail leaves this machine (F267).

mod model;
mod sender;
pub(crate) mod store;

pub(crate) use model::Mail;
pub use model::MailMessage;
pub use sender::{MailSender, NotASender};
