//! What the platform's own people do with enterprises (F017).

pub mod api;
