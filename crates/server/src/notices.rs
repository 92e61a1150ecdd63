use enterprise::profile::Contacts;
use notify::{DeclaredNotices, Notices, RegistryError};

/// The notices of all domains, in the order in which people are shown their kinds.
pub(crate) const DECLARED: &[DeclaredNotices] = &[
    product::NOTICES,
    coding::NOTICES,
    scan::NOTICES,
    enterprise::NOTICES,
];

/// Collects the notices of all domains.
///
/// # Errors
/// When two domains register the same kind or text.
pub(crate) fn collect() -> Result<Notices, RegistryError> {
    Notices::collect(DECLARED, Contacts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_notices_of_all_domains_go_together() {
        assert!(collect().is_ok());
    }

    #[test]
    fn a_domain_that_stands_twice_is_refused_with_the_name_of_what_it_repeats() {
        for (repeated, error) in [
            (enterprise::NOTICES, RegistryError::KindTwice("expiry")),
            (
                DeclaredNotices {
                    kinds: &[],
                    ..scan::NOTICES
                },
                RegistryError::TextTwice("feedback_received"),
            ),
        ] {
            let mut domains = DECLARED.to_vec();
            domains.push(repeated);
            assert_eq!(Notices::collect(&domains, Contacts).unwrap_err(), error);
        }
    }
}
