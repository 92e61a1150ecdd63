#![doc = include_str!("../README.md")]

mod address;
mod courier;
mod delivery;
mod development;
mod error;
mod inbox;
mod mail;
mod mask;
mod notice;
mod operators;
pub mod permission;
mod registry;
mod routes;
mod senders;
mod settings;
mod sms;
mod sweep;
mod tell;
pub mod text;
mod undelivered;
mod via;

pub use address::{AddressBook, Addresses};
pub use courier::Courier;
pub use delivery::{DeliveryFilter, DeliveryId, DeliveryItem, DeliveryState};
pub use error::{CATALOGUES, Error};
pub use inbox::{NoticeFilter, NoticeId, NoticeItem, UnreadNotices};
pub use mail::{MailMessage, MailSender, NotASender};
pub use notice::Notice;
pub use registry::{Notices, RegistryError};
pub use routes::{TAGS, configure};
pub use senders::Senders;
pub use settings::{NoticeKindVia, NoticeSettingsView, UpdateNoticeSettings};
pub use sms::{SmsError, SmsMessage, SmsSender};
pub use sweep::{sweep_development, sweep_send_log};
pub use tell::{notify_enterprise, notify_operators};
pub use text::{DeclaredNotices, NoticeText};
pub use via::NoticeVia;

/// The paths that the macros of this crate expand to; not for use by name.
#[doc(hidden)]
pub mod expand {
    pub use kernel::{Lang, sentence};
}
