use db::{Fault, TenantConn};

/// The phone and the mail address at which an enterprise is reached now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addresses {
    /// A mobile phone, for SMS.
    pub phone: String,
    /// A mailbox, if the enterprise named one.
    pub email: Option<String>,
}

/// Looks up where an enterprise is reached. Whoever keeps the records of enterprises implements it.
pub trait AddressBook: Send + Sync {
    /// The addresses of the enterprise of the connection.
    ///
    /// # Errors
    /// When the database fails.
    fn addresses(&self, c: &mut TenantConn<'_>) -> Result<Addresses, Fault>;
}
