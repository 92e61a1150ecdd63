#![doc = include_str!("../README.md")]

mod absent;
mod address;
mod answer;
pub mod api;
mod as_of;
mod by_parts;
mod count;
mod counting;
mod error;
pub mod feedback;
mod headers;
mod look;
mod now;
mod page;
pub mod permission;
mod place;
pub mod preview;
pub mod record;
mod recorder;
mod routes;
mod scans;
pub mod slots;

pub use absent::{say_absent, wants_page};
pub use address::Base;
pub use answer::Answer;
pub use counting::{NotCounted, ScanLimit};
pub use error::{CATALOGUES, Error};
pub use facts::Verdict;
pub use feedback::notice::NOTICES;
pub use look::LookKey;
pub use page::Pages;
pub use place::Places;
pub use recorder::{Recorder, Scan, ScanChannel, Tally};
pub use routes::{TAGS, configure, configure_pages};
pub use scans::Scans;
