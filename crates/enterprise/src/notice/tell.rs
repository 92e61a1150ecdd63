use crate::profile::Contacts;
use db::TenantConn;
use notify::{Notice, text::ForEnterprises};

/// Tells the enterprise of the connection, in the caller's transaction: in the console, and at the addresses that its
/// record names.
///
/// # Errors
/// When the database fails.
pub fn notify_enterprise<T: ForEnterprises>(
    c: &mut TenantConn<'_>,
    notice: &Notice<T>,
) -> Result<(), notify::Error> {
    notify::notify_enterprise(c, &Contacts, notice)
}
