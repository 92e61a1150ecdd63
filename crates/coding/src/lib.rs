#![doc = include_str!("../README.md")]

pub mod batch;
mod dates;
mod days;
mod error;
pub mod export;
pub mod filing;
pub mod history;
mod ids;
mod level;
mod notices;
mod overview;
pub mod pack;
pub mod page;
pub mod permission;
pub mod picture;
pub mod print;
pub mod product;
mod public_base;
pub mod recall;
pub mod reference;
pub mod resolve;
mod routes;
mod serial;
pub mod template;
pub mod unit;

pub use days::end_of as end_of_day;
pub use error::Error;
pub use level::Level;
pub use notices::NOTICES;
pub use public_base::PublicBase;
pub use routes::configure;
pub use serial::{Place, Span, SpanError};
