//! Pictures as PNG files.

mod bits;
mod checksum;
mod chunk;
mod deflate;
mod frame;
mod huffman;
mod painting;
mod pieces;
mod stencil;
mod token;

pub(crate) use bits::{BitString, BitWriter};
pub(crate) use checksum::Checksum;
pub(crate) use chunk::{Pixels, begin_oblong, finish};
pub(crate) use deflate::{Codebook, Frequencies};
pub(crate) use frame::Frame;
pub(crate) use painting::{Painting, write_logo};
pub(crate) use pieces::tokens;
pub(crate) use stencil::Stencil;
pub(crate) use token::Token;
