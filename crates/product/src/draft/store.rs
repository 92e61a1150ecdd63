use super::model::ProductDraft;
use crate::Error;
use db::{AccountId, TenantConn, schema::product_drafts};
use diesel::prelude::*;

type Result<T> = std::result::Result<T, Error>;

pub(super) fn find(
    c: &mut TenantConn<'_>,
    account: &AccountId,
    subject: &str,
) -> Result<Option<ProductDraft>> {
    let row = c
        .rows(product_drafts::table)
        .filter(product_drafts::account_id.eq(account))
        .filter(product_drafts::subject.eq(subject));
    Ok(row.select(ProductDraft::as_select()).first(c).optional()?)
}

/// Puts a draft in the place of the one before.
pub(super) fn put(c: &mut TenantConn<'_>, new: &ProductDraft) -> Result<()> {
    delete(c, &new.account_id, &new.subject)?;
    c.insert(product_drafts::table, new)?;
    Ok(())
}

pub(super) fn delete(c: &mut TenantConn<'_>, account: &AccountId, subject: &str) -> Result<()> {
    let row = c
        .rows(product_drafts::table)
        .filter(product_drafts::account_id.eq(account))
        .filter(product_drafts::subject.eq(subject));
    db::delete(row).execute(c)?;
    Ok(())
}
