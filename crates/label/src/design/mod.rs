//! What labels look like.

mod colour;
mod drawing;
mod kind;
mod layout;
mod paint;
mod patterns;
mod text;

pub use colour::Colour;
pub(crate) use colour::Inks;
pub(crate) use drawing::{Ink, Item, Text, Weight};
pub use kind::Design;
pub(crate) use layout::{Content, Layout};
pub(crate) use paint::{Words, paint};
pub(crate) use text::{Typesetter, clean};
