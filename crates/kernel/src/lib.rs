#![doc = include_str!("../README.md")]

mod clock;
mod closed_set;
mod code;
mod codes;
pub mod day;
pub mod days;
mod error;
mod id;
mod page;
mod permission;
mod registered;
pub mod sentence;
mod timestamp;

pub use clock::Clock;
pub use closed_set::{ClosedSet, CodeLabel};
pub use code::Code;
pub use codes::{ENUM_NAME, closed_set, named_set};
pub use error::{Coded, ErrorEntry, FieldFault, Kind, Lang};
pub use id::Id;
pub use page::Page;
pub use permission::Permission;
pub use registered::{REGISTERED, fill_registered};
pub use timestamp::Timestamp;

/// What the macros of this crate expand to; not for use by name.
#[doc(hidden)]
pub mod expand {
    pub use diesel;
    pub use serde;
    pub use serde_json::Value;
    pub use utoipa;
}
