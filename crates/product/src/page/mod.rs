//! What a maker adds to the page behind a code: menus, icons at its foot, colours and pictures (F073–F080).
//!
//! A page comes in through its rules (`Validate`), then through [`admit`], which sanitises rich text; what an older
//! [`SANITISER`] admitted goes through [`readmit`] when it is read. Whose record it is part of keeps its files ([`PageContent::wanted`]).

mod admit;
mod allowed;
mod dense;
mod files;
mod kind;
mod model;
mod outline;
mod removed;
mod rich;
mod rules;
#[cfg(test)]
mod tests;

pub use admit::{Admitted, admit, readmit};
pub use files::PageFile;
pub use kind::{MenuKind, PageAppKind};
pub use model::{HexColour, Menu, PageApp, PageContent, Theme};
pub use outline::{DEPTH, NODES, RICH_BYTES};
pub use removed::{Removed, taken_out};
pub use rich::{SANITISER, is_blank, sanitise, shown};
pub use rules::{LINK_LENGTH, TEXT_LENGTH};
