use super::{Recall, RecallId};
use db::{Fault, TenantConn, schema::recalls};
use diesel::prelude::*;
use product::ProductId;

/// The recalls of a product that are not ended.
///
/// # Errors
/// When the database fails.
pub fn open_of(c: &mut TenantConn<'_>, product: &ProductId) -> Result<Vec<Recall>, Fault> {
    open_of_products(c, std::slice::from_ref(product))
}

/// The same of several products.
pub(crate) fn open_of_products(c: &mut TenantConn<'_>, products: &[ProductId]) -> Result<Vec<Recall>, Fault> {
    let rows = c
        .rows(recalls::table)
        .filter(recalls::product_id.eq_any(products))
        .filter(recalls::ended_at.is_null())
        .order(recalls::id);
    Ok(rows.select(Recall::as_select()).load(c)?)
}

/// The products of which everything is being recalled, and how many there are.
///
/// # Errors
/// When the database fails.
pub(crate) fn whole_products(
    c: &mut TenantConn<'_>,
    (offset, limit): (i64, i64),
) -> Result<(Vec<ProductId>, i64), Fault> {
    let whole = |c: &TenantConn<'_>| {
        c.rows(recalls::table)
            .filter(recalls::ended_at.is_null())
            .filter(recalls::batch_id.is_null())
            .filter(recalls::prefix.is_null())
    };
    let total = whole(c)
        .select(diesel::dsl::count(recalls::product_id).aggregate_distinct())
        .get_result(c)?;
    let ids = whole(c)
        .select(recalls::product_id)
        .distinct()
        .order(recalls::product_id)
        .offset(offset)
        .limit(limit);
    Ok((ids.load(c)?, total))
}

/// A recall, ended or not.
pub(crate) fn find(c: &mut TenantConn<'_>, id: &RecallId) -> Result<Option<Recall>, Fault> {
    let row = c.rows(recalls::table).filter(recalls::id.eq(id));
    Ok(row.select(Recall::as_select()).first(c).optional()?)
}
