//! Lists of units and packs, each with what it is worth. Units are computed from the ranges they were issued in.

mod model;
mod packs;
pub mod packs_api;
mod packs_model;
mod parents;
mod units;
pub mod units_api;
