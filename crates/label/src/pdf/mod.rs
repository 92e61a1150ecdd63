//! Sheets of labels as PDF, written to a stream in constant memory.
//!
//! All that labels have in common is one form XObject; a label is a reference to it, its symbol as an image mask of
//! one bit a module, and its code as text. The number of labels is known from the start, so that the tree of pages is
//! written before the pages, and where each object begins waits in a temporary file.

mod content;
mod document;
mod drawing;
mod fonts;
mod objects;
mod resources;
mod tree;
mod writer;

pub use document::Document;
pub use writer::{Checkpoint, Writer};
