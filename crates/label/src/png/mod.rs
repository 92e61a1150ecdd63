//! Pictures as PNG files.

mod bits;
mod checksum;
mod chunk;
mod deflate;
mod huffman;
mod painting;
mod pieces;
mod stencil;

pub(crate) use painting::{Painting, write_logo};
pub(crate) use stencil::Stencil;
