//! One code as a picture (F085).

pub mod api;
mod look;
mod service;

pub use look::{CorrectionLevel, Look, PictureFormat};
