use super::store;
use db::{Fault, TenantConn};
use notify::{AddressBook, Addresses};

/// Reaches an enterprise by its contact's phone and by its mail address.
#[derive(Debug, Clone, Copy)]
pub struct Contacts;

impl AddressBook for Contacts {
    fn addresses(&self, c: &mut TenantConn<'_>) -> Result<Addresses, Fault> {
        store::find_addresses(c)
    }
}
