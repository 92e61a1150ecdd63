//! One code as a picture (F085).

pub mod api;
mod look;
mod service;

pub(crate) use look::logo;
pub use look::{CorrectionLevel, Look, PictureFormat};
pub(crate) use service::{Which, locate};
