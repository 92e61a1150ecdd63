use crate::{
    Error,
    batch::{Batch, BatchId},
    history::CodeEvent,
    product::{Product, ProductId, version::ProductVersion},
    serial::Place,
    unit::{Nearest, UnitRange},
};
use db::{
    EnterpriseId, PlatformConn, TenantConn,
    schema::{batches, code_events, product_versions, products, unit_ranges},
};
use diesel::prelude::*;
use kernel::Timestamp;

type Result<T> = std::result::Result<T, Error>;

pub(super) fn find_product(c: &mut PlatformConn<'_>, gtin: &str) -> Result<Option<(EnterpriseId, Product)>> {
    let row = products::table.filter(products::gtin.eq(gtin));
    Ok(row
        .select((products::enterprise_id, Product::as_select()))
        .first(c.conn())
        .optional()?)
}

/// The version of a product that holds.
pub(super) fn find_version(c: &mut PlatformConn<'_>, p: &Product) -> Result<ProductVersion> {
    let row = product_versions::table
        .filter(product_versions::product_id.eq(&p.id))
        .filter(product_versions::number.eq(p.number));
    let row = row.select(ProductVersion::as_select());
    row.first(c.conn()).optional()?.ok_or(Error::VersionNotFound)
}

/// The version of a product that held at an instant; before it was activated the first.
pub(super) fn find_version_at(
    c: &mut PlatformConn<'_>,
    p: &Product,
    at: Timestamp,
) -> Result<ProductVersion> {
    let held = product_versions::table
        .filter(product_versions::product_id.eq(&p.id))
        .filter(
            product_versions::made_at
                .le(at)
                .or(product_versions::number.eq(1)),
        )
        .order(product_versions::number.desc())
        .select(ProductVersion::as_select());
    held.first(c.conn()).optional()?.ok_or(Error::VersionNotFound)
}

/// Everything that had happened to a product and its codes by an instant, oldest first.
pub(super) fn events_until(
    c: &mut PlatformConn<'_>,
    product: &ProductId,
    at: Timestamp,
) -> Result<Vec<CodeEvent>> {
    let rows = code_events::table
        .filter(code_events::product_id.eq(product))
        .filter(code_events::made_at.le(at))
        .order((code_events::made_at.asc(), code_events::id.asc()));
    Ok(rows.select(CodeEvent::as_select()).load(c.conn())?)
}

/// The trace codes that begin like this, anyone's: a code somebody else holds cannot be allocated either.
pub(crate) fn gtins_starting_with(c: &mut TenantConn<'_>, start: &str) -> Result<Vec<String>> {
    let end = format!("{start}~");
    let taken = products::table
        .filter(products::gtin.ge(start))
        .filter(products::gtin.lt(end))
        .select(products::gtin);
    Ok(taken.load(c.conn())?)
}

pub(super) fn batches_of(c: &mut PlatformConn<'_>, product: &ProductId, limit: i64) -> Result<Vec<Batch>> {
    let rows = batches::table
        .filter(batches::product_id.eq(product))
        .limit(limit);
    Ok(rows.select(Batch::as_select()).load(c.conn())?)
}

pub(super) fn find_batch(
    c: &mut PlatformConn<'_>,
    product: &ProductId,
    batch_no: &str,
) -> Result<Option<Batch>> {
    let row = batches::table
        .filter(batches::product_id.eq(product))
        .filter(batches::batch_no.eq(batch_no));
    Ok(row.select(Batch::as_select()).first(c.conn()).optional()?)
}

pub(super) fn find_batch_by_id(c: &mut PlatformConn<'_>, id: &BatchId) -> Result<Option<Batch>> {
    Ok(batches::table
        .find(id)
        .select(Batch::as_select())
        .first(c.conn())
        .optional()?)
}

pub(super) fn ranges_of(c: &mut PlatformConn<'_>, product: &ProductId, limit: i64) -> Result<Vec<UnitRange>> {
    let rows = unit_ranges::table
        .filter(unit_ranges::product_id.eq(product))
        .order((unit_ranges::prefix, unit_ranges::width, unit_ranges::first_number))
        .limit(limit);
    Ok(rows.select(UnitRange::as_select()).load(c.conn())?)
}

/// The range a serial of a product lies in: one seek in an index.
///
/// # Errors
/// When the database fails.
pub fn find_range(c: &mut PlatformConn<'_>, product: &ProductId, at: &Place) -> Result<Option<UnitRange>> {
    let at_or_before = unit_ranges::table
        .filter(unit_ranges::product_id.eq(product))
        .filter(unit_ranges::prefix.eq(&at.prefix))
        .filter(unit_ranges::width.eq(at.width))
        .filter(unit_ranges::first_number.le(at.number))
        .order(Nearest);
    let nearest = at_or_before
        .select(UnitRange::as_select())
        .get_result(c.conn())
        .optional()?;
    Ok(nearest.filter(|r| r.last_number >= at.number))
}
