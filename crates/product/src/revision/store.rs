use super::ProductRevision;
use crate::{Error, Product, ProductId, ProductRecord};
use db::{
    List, Partly, TenantConn,
    schema::{product_revisions, products},
};
use diesel::prelude::*;
use kernel::Timestamp;
use web::PageQuery;

type Result<T> = std::result::Result<T, Error>;

pub(crate) fn insert(c: &mut TenantConn<'_>, new: &ProductRevision) -> Result<()> {
    c.insert(product_revisions::table, new)?;
    Ok(())
}

/// Puts another record in the place of one that never held.
pub(crate) fn replace(c: &mut TenantConn<'_>, to: &ProductRevision) -> Result<()> {
    let row = c
        .rows(product_revisions::table)
        .filter(product_revisions::product_id.eq(&to.product_id))
        .filter(product_revisions::revision.eq(to.revision));
    db::update(row)
        .set((
            product_revisions::record.eq(&to.record),
            product_revisions::made_at.eq(to.made_at),
            product_revisions::sanitiser.eq(to.sanitiser),
        ))
        .execute(c)?;
    Ok(())
}

/// Notes the moment from which a version holds.
pub(crate) fn set_made_at(c: &mut TenantConn<'_>, p: &Product, at: Timestamp) -> Result<()> {
    let row = c
        .rows(product_revisions::table)
        .filter(product_revisions::product_id.eq(&p.id))
        .filter(product_revisions::revision.eq(p.revision));
    db::update(row)
        .set(product_revisions::made_at.eq(at))
        .execute(c)?;
    Ok(())
}

pub(crate) fn delete_all(c: &mut TenantConn<'_>, product: &ProductId) -> Result<()> {
    let rows = c
        .rows(product_revisions::table)
        .filter(product_revisions::product_id.eq(product));
    db::delete(rows).execute(c)?;
    Ok(())
}

/// The version of a product that holds now.
pub(crate) fn current(c: &mut TenantConn<'_>, p: &Product) -> Result<ProductRevision> {
    find(c, &p.id, p.revision)
}

/// The record that holds now, as far as it can be read.
pub(crate) fn current_record(c: &mut TenantConn<'_>, p: &Product) -> Result<Partly<ProductRecord>> {
    Ok(current(c, p)?.read(p)?)
}

pub(crate) fn find(c: &mut TenantConn<'_>, product: &ProductId, revision: i64) -> Result<ProductRevision> {
    let row = c
        .rows(product_revisions::table)
        .filter(product_revisions::product_id.eq(product))
        .filter(product_revisions::revision.eq(revision))
        .select(ProductRevision::as_select());
    row.first(c).optional()?.ok_or(Error::RevisionNotFound)
}

/// The versions in which a field changed, with the first version of the same products, in the order they held.
pub(crate) fn changing(c: &mut TenantConn<'_>, field: &str) -> Result<Vec<(ProductRevision, Product)>> {
    let named = format!("%\"{field}\"%");
    let changed = c
        .rows(product_revisions::table)
        .filter(product_revisions::changed_fields.like(&named))
        .select(product_revisions::product_id)
        .distinct();
    let of: Vec<ProductId> = changed.load(c)?;
    let rows = c
        .rows(product_revisions::table)
        .inner_join(products::table)
        .filter(product_revisions::product_id.eq_any(of))
        .filter(
            product_revisions::revision
                .eq(1)
                .or(product_revisions::changed_fields.like(named)),
        )
        .order((product_revisions::product_id, product_revisions::revision));
    let rows = rows.select((ProductRevision::as_select(), Product::as_select()));
    Ok(rows.load(c)?)
}

/// Revision, changed fields, reason and date.
pub(crate) type Outline = (i64, List<String>, Option<String>, Timestamp);

/// The outlines of a page of versions, newest first, and how many there are.
pub(crate) fn list(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    page: PageQuery,
) -> Result<(Vec<Outline>, i64)> {
    let of_product = |c: &TenantConn<'_>| {
        c.rows(product_revisions::table)
            .filter(product_revisions::product_id.eq(product))
    };
    let total = of_product(c).count().get_result(c)?;
    let rows = of_product(c)
        .order(product_revisions::revision.desc())
        .select((
            product_revisions::revision,
            product_revisions::changed_fields,
            product_revisions::reason,
            product_revisions::made_at,
        ))
        .offset(page.offset())
        .limit(page.size());
    Ok((rows.load(c)?, total))
}
