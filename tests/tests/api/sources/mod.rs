//! Rules about the source itself.

mod circles;
mod database;
mod files;
mod module;
mod rust;
mod size;
mod tokens;
