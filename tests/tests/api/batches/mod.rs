//! Batches: what is told of them and their units, and their recalls.

mod facts;
mod recalls;
