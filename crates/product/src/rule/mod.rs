//! What is asked of a product before it is reviewed (F153–F159, F167), and what only deserves a second look: rules with a code,
//! a field, and how to mend it. Whether a record keeps them, tells [`crate::judge`].

mod breach;
mod table;

pub(crate) use breach::Breach;
pub use breach::Incomplete;
pub use table::Rule;
