//! Records that are kept as JSON text, and read again by programs older and newer than the one that wrote them.
//!
//! What comes in by the API is judged strictly, at the door. What is stored is read leniently: a field that is unknown
//! is passed over, one that is missing has its default, one that cannot be read is left out alone, and the reading says
//! which. `migrations/README.md` lists every shape and the rules for changing one.

mod lenient;
mod list;
mod not_whole;
mod prune;
mod shape;
#[cfg(test)]
mod tests;
mod told;
mod union;

pub use list::List;
pub use not_whole::NotWhole;
pub use prune::{Pruned, prune};
pub use shape::{Entry, Partly, Reading, Shape, Stored};
pub use told::tell_once;
pub use union::{tagged, union_of};
