//! Rules about the source itself.

mod circles;
mod database;
mod files;
mod handlers;
mod module;
mod names;
mod notices;
mod rust;
mod size;
mod tokens;
