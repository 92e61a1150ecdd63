#![doc = include_str!("../README.md")]

pub mod batch;
pub mod dates;
mod error;
pub mod filing;
pub mod issue;
mod level;
mod listing;
mod overview;
pub mod pack;
pub mod permission;
pub mod recall;
mod routes;
pub mod serial;
mod state;
pub mod unit;

pub use error::{CATALOGUES, Error};
pub use filing::notice::NOTICES;
pub use level::Level;
pub use routes::{TAGS, configure};
pub use state::CodeState;
