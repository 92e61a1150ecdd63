#![doc = include_str!("../README.md")]

mod ascii;
mod calendar;
pub mod ccc;
pub mod charset;
pub mod check_digit;
pub mod cosmetic;
pub mod digital_link;
pub mod ebike;
pub mod ecode;
mod error;
mod explain;
pub mod gs1_key;
pub mod gtin;
pub mod half_width;
pub mod id_card;
pub mod licence;
pub mod ma;
pub mod phone;
pub mod region;
mod scan;
pub mod serial;
pub mod standard;
mod subject;
mod text_newtype;
pub mod type_approval;
pub mod unseen;
pub mod uscc;
mod warning;

pub use digital_link::{BatchNo, DigitalLink, Scanned, SerialNo};
pub use error::{Error, Fault};
pub use explain::Explain;
pub use gtin::Gtin;
pub use subject::{Expected, Subject};
pub use uscc::Uscc;
pub use warning::Warning;
