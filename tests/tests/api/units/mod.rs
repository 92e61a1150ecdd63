//! Units: issued as ranges, shown as if each had a row.

mod allocation;
mod million;
mod model;
mod walk;
