//! The chapter of what was changed after it counted: of a product since it was activated, of batches and units by
//! corrections and re-associations (F173). When, from what to what, and why; with the page of the day before.

mod code;
mod entry;
mod product;
mod store;
mod teller;

pub use teller::ChangeLog;
