//! Units: issued as ranges, shown as if each had a row.

mod allocation;
mod associating;
mod levels;
mod million;
mod model;
mod random;
mod walk;
