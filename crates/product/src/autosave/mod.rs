//! What somebody typed into the form of a product and has not saved: kept, so that a closed browser loses nothing.

pub mod api;
mod model;
mod store;

pub(crate) use model::SHAPE;
