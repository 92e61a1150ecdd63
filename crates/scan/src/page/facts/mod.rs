//! The parts of the page that say what is known.

mod chapters;
mod code;
mod documents;
mod gallery;
mod maker;
mod pack;
mod product;
mod quality;
mod related;

pub(super) use chapters::chapters;
pub(super) use code::code;
pub(super) use documents::documents;
pub(super) use gallery::{gallery, title};
pub(super) use maker::{brand, maker};
pub(super) use product::{attributes, commercial, product};
pub(super) use quality::{indicators, parts};
