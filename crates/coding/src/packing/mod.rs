//! Putting things into packs and taking them out (F144).

pub mod api;
mod pick;
mod request;
mod service;
mod view;
mod warned;

pub use view::PackView;
