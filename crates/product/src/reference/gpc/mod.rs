//! The GS1 Global Product Classification (F061): segment › family › class › brick. Its first level is shipped; an operator
//! imports the rest from GS1's published file.

pub mod api;
mod file;
mod import;
mod model;
mod segments;
mod service;
mod store;

pub use file::{BadFile, read};
pub use import::{BadTree, Counts, replace};
pub use model::{Entry, GpcName, GpcNode, GpcQuery};
pub(crate) use segments::SEGMENTS;
pub(crate) use service::{is_unknown, title};
