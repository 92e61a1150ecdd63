//! The list of units, with the packs they are in: computed from the ranges they were issued in.

pub mod api;
mod model;
mod service;
