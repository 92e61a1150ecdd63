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

pub(super) fn find(c: &mut PlatformConn<'_>, id: &AccountId) -> Result<Option<Account>> {
    let row = accounts::table.find(id).select(Account::as_select());
    Ok(row.first(c.conn()).optional()?)
}

pub(crate) fn find_by_login(c: &mut PlatformConn<'_>, login_name: &str) -> Result<Option<Account>> {
    let row = accounts::table
        .filter(accounts::login_name.eq(login_name))
        .select(Account::as_select());
    Ok(row.first(c.conn()).optional()?)
}

pub(crate) fn set_password(c: &mut PlatformConn<'_>, id: &AccountId, password_hash: &str) -> Result<()> {
    let now = c.now();
    diesel::update(accounts::table.find(id))
        .set((
            accounts::password_hash.eq(password_hash),
            accounts::password_changed_at.eq(now),
            accounts::updated_at.eq(now),
        ))
        .execute(c.conn())?;
    Ok(())
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
