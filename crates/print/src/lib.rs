#![doc = include_str!("../README.md")]

mod error;
pub mod export;
pub mod labels;
pub mod picture;
mod routes;
pub mod slots;

pub use error::CATALOGUES;
pub use routes::{TAGS, configure};
