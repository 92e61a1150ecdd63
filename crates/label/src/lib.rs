//! Labels.
mod error;
mod level;
mod qr;

pub use error::Error;
pub use level::Level;
pub use qr::{Encoder, Mode, Segment, Symbol, segments};
