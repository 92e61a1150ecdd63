#![doc = include_str!("../README.md")]

mod correction;
pub mod csv;
mod datamatrix;
mod deflater;
mod design;
mod error;
mod font;
mod geometry;
mod logo;
mod number;
pub mod pdf;
mod picture;
mod png;
mod print;
mod qr;
mod renderer;
mod sheet;
mod svg;
mod template;
pub mod zip;

pub use correction::Correction;
pub use datamatrix::{DataMatrix, Matrix};
pub use design::{Colour, Design};
pub use error::{Error, LabelText};
pub use font::{Font, Fonts};
pub use logo::{Logo, MAX_LOGO_BYTES, MAX_LOGO_SIDE};
pub use picture::{Format, Picture, Size};
pub use print::{Depth, PngPrinter, SvgPrinter};
pub use qr::{Encoder, Mode, Segment, Symbol, segments};
pub use renderer::Renderer;
pub use sheet::{Paper, Sheet};
pub use template::{Carrier, LabelOrder, ScratchLayer, Template, Unit};
