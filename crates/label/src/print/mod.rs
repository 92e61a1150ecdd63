//! Labels as files, one at a time.

mod atlas;
mod bands;
mod canvas;
mod drawing;
mod palette;
mod raster;
mod vector;

pub use canvas::Depth;
pub use raster::PngPrinter;
pub use vector::SvgPrinter;
