//! Text → QR symbol.
//!
//! A symbol is affine in its data: flipping one data bit flips the same modules whatever the other bits are,
//! because Reed–Solomon codes are linear and masking is an exclusive or. So qrcodegen is asked once per
//! (version, level) what every single bit does ([`base`]), and from then on a symbol is the exclusive or of
//! the answers: no Reed–Solomon, placement, alignment or format table of our own to get wrong. What is left to
//! do for every code is the choice of the mask ([`penalty`]), and that is done on 64 modules at a time.

mod capacity;
mod codewords;
mod encoder;
mod finder;
mod large;
mod mask;
mod mode;
mod payload;
mod penalty;
mod rows;
mod rules;
mod segment;
mod symbol;
mod symbol_base;
mod tally;

pub use encoder::Encoder;
pub use mode::Mode;
pub use segment::{Segment, segments};
pub use symbol::Symbol;
pub(crate) use symbol::dark_runs;
