use crate::{Error, Product, ProductId, ProductState};
use db::{TenantConn, contains, schema::products};
use diesel::prelude::*;
use kernel::Timestamp;

type Result<T> = std::result::Result<T, Error>;

/// The activated products nobody looked over since an instant, the longest first, and how many there are.
pub(super) fn list_due(
    c: &mut TenantConn<'_>,
    until: Timestamp,
    keyword: Option<&str>,
    (offset, limit): (i64, i64),
) -> Result<(Vec<Product>, i64)> {
    let due = |c: &TenantConn<'_>| {
        let rows = c
            .rows(products::table)
            .filter(products::state.eq(ProductState::Activated))
            .filter(products::rechecked_at.lt(until))
            .into_boxed();
        match keyword {
            Some(text) => rows.filter(contains(c.backend(), "products.search_text", text)),
            None => rows,
        }
    };
    let rows = due(c)
        .order((products::rechecked_at.asc(), products::id.asc()))
        .offset(offset)
        .limit(limit);
    let found = rows.select(Product::as_select()).load(c)?;
    Ok((found, due(c).count().get_result(c)?))
}

pub(super) fn set_rechecked(c: &mut TenantConn<'_>, id: &ProductId) -> Result<()> {
    let now = c.now();
    db::update(c.rows(products::table).filter(products::id.eq(id)))
        .set(products::rechecked_at.eq(now))
        .execute(c)?;
    Ok(())
}
