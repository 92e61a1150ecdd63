//! ZIP archives of any number of entries, written to a stream in constant memory.
//!
//! A ZIP ends with a directory of its entries. It grows with them, so it is kept in a file of its own until the
//! end; the archive itself is only ever appended to and may be a socket. Both can be cut back to a [`Checkpoint`]
//! and continued from there, and come out the same to the byte.

mod checkpoint;
mod modified;
mod record;
mod writer;

pub use checkpoint::Checkpoint;
pub use modified::Modified;
pub use writer::{Method, Writer};
