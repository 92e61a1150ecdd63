//! Text → Data Matrix ECC 200 symbol, ISO/IEC 16022.
//!
//! Square symbols of 10 to 132 modules. The text is written in whichever sequence of ASCII, C40, Text and Base 256
//! takes the fewest codewords ([`encodation`]).

mod charset;
mod encodation;
mod encoder;
mod placement;
mod reed_solomon;
mod size;
mod symbol;

pub use encoder::DataMatrix;
pub use symbol::Matrix;
