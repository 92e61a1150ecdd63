#![doc = include_str!("../README.md")]

pub mod account;
pub mod brand;
pub mod change_request;
mod error;
mod former_name;
mod identity;
mod keys;
pub mod notice;
pub mod password;
pub mod permission;
mod platform;
pub mod profile;
pub mod qualification;
mod reference;
pub mod registration;
mod rights;
mod routes;
pub mod session;
pub mod slots;
pub mod sms_code;
mod stale_contact;

pub use account::{Role, create_operator};
pub use error::{CATALOGUES, Error};
pub use former_name::FormerName;
pub use keys::{DeviceKey, SmsCodeKey};
pub use notice::NOTICES;
pub use profile::{EnterpriseId, EnterpriseType, MakerFacts};
pub use rights::Rights;
pub use routes::{TAGS, configure};
pub use session::Accounts;
pub use stale_contact::remind_of_stale_contacts;
