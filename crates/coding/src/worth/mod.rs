//! What a code is worth by itself: a pure function of where its product, its batch and its unit stand. What it is in and
//! what is in it adds to that: [`verdict`](crate::verdict).

mod finding;
mod ground;
mod own;
mod verdict;

pub use finding::{Finding, PackName, Truth};
pub use ground::Ground;
pub use own::{Own, Stand};
pub use verdict::Verdict;
