use enterprise::profile::Contacts;
use notify::{DeclaredNotices, Notices, RegistryError};

/// The notices of all domains, in the order in which people are shown their kinds.
pub(crate) fn declared() -> Vec<DeclaredNotices> {
    let mut all = [product::NOTICES, coding::NOTICES].concat();
    all.extend([scan::feedback::notice::NOTICES, enterprise::notice::NOTICES]);
    all
}

/// Collects the notices of all domains.
///
/// # Errors
/// When two domains register the same kind or text.
pub(crate) fn collect() -> Result<Notices, RegistryError> {
    Notices::collect(&declared(), Contacts)
}
