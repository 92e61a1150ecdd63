//! Rules about the source itself.

mod circles;
mod database;
mod files;
mod module;
mod names;
mod rust;
mod size;
mod tokens;
