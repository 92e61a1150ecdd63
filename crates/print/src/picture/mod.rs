//! One code as a picture (F085).

pub mod api;
mod error;
mod look;
mod model;
mod service;

pub use error::Error;
pub use look::{Correction, PictureFormat, PictureLook};
pub(crate) use look::{Which, logo};
pub(crate) use service::{Located, locate};
