use super::model::ProductAutosave;
use crate::Error;
use db::{AccountId, TenantConn, schema::product_autosaves};
use diesel::prelude::*;

type Result<T> = std::result::Result<T, Error>;

pub(super) fn find(
    c: &mut TenantConn<'_>,
    account: &AccountId,
    subject: &str,
) -> Result<Option<ProductAutosave>> {
    let row = c
        .rows(product_autosaves::table)
        .filter(product_autosaves::account_id.eq(account))
        .filter(product_autosaves::subject.eq(subject));
    Ok(row.select(ProductAutosave::as_select()).first(c).optional()?)
}

/// Puts an autosaved form in the place of the one before.
pub(super) fn put(c: &mut TenantConn<'_>, new: &ProductAutosave) -> Result<()> {
    c.stays_private();
    delete(c, &new.account_id, &new.subject)?;
    c.insert(product_autosaves::table, new)?;
    Ok(())
}

pub(super) fn delete(c: &mut TenantConn<'_>, account: &AccountId, subject: &str) -> Result<()> {
    let row = c
        .rows(product_autosaves::table)
        .filter(product_autosaves::account_id.eq(account))
        .filter(product_autosaves::subject.eq(subject));
    db::delete(row).execute(c)?;
    Ok(())
}
