//! What a maker adds to the page behind a code: menus, icons at its foot, colours and pictures (F073–F080).
//!
//! A page comes in through its rules (`Validate`), then through [`admit`], which sanitises rich text, as [`shown`] does again
//! whenever it is read. Whose record it is part of keeps its files ([`PageContent::wanted`]).

mod admit;
mod allowed;
mod files;
mod kind;
mod model;
mod removed;
mod rich;
mod rules;
#[cfg(test)]
mod tests;

pub use admit::{Admitted, admit};
pub use files::PageFile;
pub use kind::{MenuKind, PageAppKind};
pub use model::{HexColour, Menu, PageApp, PageContent, Theme};
pub use removed::{Removed, taken_out};
pub use rich::{is_blank, sanitise, shown};
pub use rules::{LINK_LENGTH, RICH_BYTES, TEXT_LENGTH};
