//! Labels as files, one at a time.

mod atlas;
mod canvas;
mod drawing;
mod palette;
mod plate;
mod raster;
mod stamp;
mod vector;

pub use canvas::Depth;
pub use raster::PngPrinter;
pub use vector::SvgPrinter;
