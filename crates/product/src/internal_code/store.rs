use crate::Error;
use db::{TenantConn, schema::products};
use diesel::prelude::*;

type Result<T> = std::result::Result<T, Error>;

/// The trace codes that begin like this, anyone's: a code somebody else holds cannot be allocated either.
pub(super) fn gtins_starting_with(c: &mut TenantConn<'_>, start: &str) -> Result<Vec<String>> {
    let end = format!("{start}~");
    let taken = products::table
        .filter(products::gtin.ge(start))
        .filter(products::gtin.lt(end))
        .select(products::gtin);
    Ok(taken.load(c.unscoped())?)
}
