#![doc = include_str!("../README.md")]

pub mod csv;
mod deflater;
mod error;
mod level;
mod logo;
mod picture;
mod png;
mod qr;
mod renderer;
mod svg;
pub mod zip;

pub use error::Error;
pub use level::Level;
pub use logo::{Logo, MAX_LOGO_BYTES, MAX_LOGO_SIDE};
pub use picture::{Format, Picture, Size};
pub use qr::{Encoder, Mode, Segment, Symbol, segments};
pub use renderer::Renderer;
