//! What a maker adds to the page behind a code: menus, icons at its foot, colours and pictures (F073–F080).

mod model;

pub use model::{Hex, Menu, MenuKind, PageApp, PageAppKind, PageContent, Theme};
