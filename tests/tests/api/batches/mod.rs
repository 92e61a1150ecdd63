//! Batches: what is told of them and their units, and their recalls.

mod corrections;
mod ex_factory;
mod facts;
mod recalls;
