//! The page behind a code (F133–F137). One document: its style is inside, there is no script, and nothing else has to be
//! fetched but the pictures. What is the same for every scan of a product is written once.

mod colour;
mod facts;
mod glyph;
mod image;
pub(crate) mod leave;
pub(crate) mod menu_page;
mod menus;
mod packed;
mod pages;
mod report;
mod rich;
mod sheet;
mod shell;
mod style;
mod verdict;
mod words;

pub(crate) use pages::PageLook;
pub use pages::Pages;
pub(crate) use shell::{absent, no_such_day, policy, unavailable};
