//! What the operators of the platform were told. They share one inbox: what one of them has read is read.

pub(crate) mod api;
pub(crate) mod store;
