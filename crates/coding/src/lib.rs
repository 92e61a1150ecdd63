#![doc = include_str!("../README.md")]

pub mod arrears;
pub mod batch;
pub mod dates;
mod error;
pub mod ex_factory;
pub mod filing;
mod filing_batch;
pub mod issue;
mod level;
mod listing;
mod overview;
pub mod pack;
mod packing;
pub mod permission;
pub mod recall;
pub mod recalled;
mod routes;
mod runs;
pub mod serial;
mod state;
pub mod unit;
pub mod verdict;
mod worth;

pub use error::{CATALOGUES, Error};
pub use filing::notice::NOTICES;
pub use level::Level;
pub use routes::{TAGS, configure};
pub use state::CodeState;
