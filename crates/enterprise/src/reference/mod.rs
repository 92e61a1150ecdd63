//! Reference data forms need before anyone signs in (F004, F268).

pub(crate) mod api;
