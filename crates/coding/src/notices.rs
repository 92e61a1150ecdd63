use crate::{filing, product};
use notify::DeclaredNotices;

/// The kinds and texts of the notices of this crate.
pub const NOTICES: &[DeclaredNotices] = &[product::notice::NOTICES, filing::notice::NOTICES];
