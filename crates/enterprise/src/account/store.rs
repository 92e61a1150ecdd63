use super::{Account, Error, Role};
use db::{PlatformConn, TenantConn, schema::accounts, unique_or};
use diesel::prelude::*;
use web::AccountId;

type Result<T> = std::result::Result<T, Error>;

pub(crate) fn insert(c: &mut PlatformConn<'_>, new: &Account) -> Result<()> {
    diesel::insert_into(accounts::table)
        .values(new)
        .execute(c.conn())
        .map_err(|e| unique_or(e, || Error::LoginNameTaken))?;
    Ok(())
}

pub(crate) fn find(c: &mut PlatformConn<'_>, id: &AccountId) -> Result<Option<Account>> {
    let row = accounts::table.find(id).select(Account::as_select());
    Ok(row.first(c.conn()).optional()?)
}

pub(crate) fn find_by_login(c: &mut PlatformConn<'_>, login_name: &str) -> Result<Option<Account>> {
    let row = accounts::table
        .filter(accounts::login_name.eq(login_name))
        .select(Account::as_select());
    Ok(row.first(c.conn()).optional()?)
}

/// Sets the password of an account whose password and state are still those that were judged; false when they are not.
pub(crate) fn set_password(c: &mut PlatformConn<'_>, judged: &Account, password_hash: &str) -> Result<bool> {
    let now = c.now();
    let unchanged = accounts::table
        .find(&judged.id)
        .filter(accounts::password_hash.eq(&judged.password_hash))
        .filter(accounts::state.eq(judged.state));
    let set = diesel::update(unchanged)
        .set((
            accounts::password_hash.eq(password_hash),
            accounts::password_changed_at.eq(now),
            accounts::updated_at.eq(now),
        ))
        .execute(c.conn())?;
    Ok(set == 1)
}

/// Whether the password and the state of an account are still those that were judged. Its row is held until the transaction ends:
/// whoever changes either waits, and then finds what was written here.
pub(crate) fn hold_judged(c: &mut PlatformConn<'_>, judged: &Account) -> Result<bool> {
    let unchanged = accounts::table
        .find(&judged.id)
        .filter(accounts::password_hash.eq(&judged.password_hash))
        .filter(accounts::state.eq(judged.state));
    let held = diesel::update(unchanged)
        .set(accounts::updated_at.eq(accounts::updated_at))
        .execute(c.conn())?;
    Ok(held == 1)
}

/// The same among the accounts of an enterprise.
pub(super) fn hold_own_judged(c: &mut TenantConn<'_>, judged: &Account) -> Result<bool> {
    let unchanged = c
        .own_accounts()
        .filter(accounts::id.eq(&judged.id))
        .filter(accounts::password_hash.eq(&judged.password_hash))
        .filter(accounts::state.eq(judged.state));
    let held = db::update(unchanged)
        .set(accounts::updated_at.eq(accounts::updated_at))
        .execute(c)?;
    Ok(held == 1)
}

pub(super) fn update_contact(c: &mut TenantConn<'_>, name: &str, phone: &str) -> Result<()> {
    let now = c.now();
    let admin = c.own_accounts().filter(accounts::role.eq(Role::EnterpriseAdmin));
    db::update(admin)
        .set((
            accounts::display_name.eq(name),
            accounts::phone.eq(phone),
            accounts::updated_at.eq(now),
        ))
        .execute(c)?;
    Ok(())
}
