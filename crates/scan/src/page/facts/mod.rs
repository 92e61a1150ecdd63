//! The parts of the page that say what is known.

mod chapters;
mod code;
mod company;
mod documents;
mod gallery;
mod pack;
mod product;
mod quality;
mod related;

pub(super) use chapters::chapters;
pub(super) use code::code;
pub(super) use company::{brand, maker};
pub(super) use documents::documents;
pub(super) use gallery::{gallery, title};
pub(super) use product::{attributes, commercial, product};
pub(super) use quality::{indicators, parts};
