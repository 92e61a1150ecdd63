//! Who besides the maker hears what consumers write about a code.

use crate::{CodePlace, TellerFault};
use db::{EnterpriseId, PublicConn};

/// Says who besides its maker is told of feedback on a code: who uses it, or who verified it. Registered when the program
/// is composed.
pub trait Hears: Send + Sync + 'static {
    /// Names the domain in logs; no two have the same name.
    fn key(&self) -> &'static str;

    /// The enterprises that are told.
    ///
    /// # Errors
    /// When what it knows cannot be read.
    fn hearers(&self, c: &mut PublicConn<'_>, at: &CodePlace) -> Result<Vec<EnterpriseId>, TellerFault>;
}
