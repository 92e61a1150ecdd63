//! Those who can sign in.

mod error;
mod model;
mod proof;
pub(crate) mod store;

pub use error::Error;
pub use model::{Account, AccountState, Role};
pub(crate) use proof::prove;

use crate::password::{Policy, hash};
use db::{PlatformConn, TenantConn};

/// Makes an operator of the platform; there is none until someone with access to the machine makes one.
///
/// # Errors
/// When the name is taken, the password is weak, or the database fails.
pub fn create_operator(
    c: &mut PlatformConn<'_>,
    policy: &Policy,
    login_name: &str,
    password: &str,
) -> Result<(), Error> {
    policy.check(password, &[login_name], "/password")?;
    let account = Account::new(
        Role::Operator,
        None,
        login_name,
        "平台管理员",
        "",
        hash(password)?,
        c.now(),
    );
    store::insert(c, &account)
}

/// Whether an account that [`prove`] found is still as it was judged, and stays so until the transaction ends.
pub(crate) fn is_still_proved(c: &mut TenantConn<'_>, proved: &Account) -> Result<bool, Error> {
    store::hold_own_judged(c, proved)
}

/// The administrator's name and phone are the contact's.
pub(crate) fn follow_enterprise(c: &mut TenantConn<'_>, name: &str, phone: &str) -> Result<(), Error> {
    store::update_contact(c, name, phone)
}
