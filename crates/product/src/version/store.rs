use super::ProductVersion;
use crate::{Error, Product, ProductId, ProductRecord};
use db::{List, Partly, TenantConn, schema::product_versions};
use diesel::prelude::*;
use kernel::Timestamp;

type Result<T> = std::result::Result<T, Error>;

pub(crate) fn insert(c: &mut TenantConn<'_>, new: &ProductVersion) -> Result<()> {
    c.insert(product_versions::table, new)?;
    Ok(())
}

/// Puts another record in the place of one that never held.
pub(crate) fn replace(c: &mut TenantConn<'_>, to: &ProductVersion) -> Result<()> {
    let row = c
        .rows(product_versions::table)
        .filter(product_versions::product_id.eq(&to.product_id))
        .filter(product_versions::number.eq(to.number));
    db::update(row)
        .set((
            product_versions::record.eq(&to.record),
            product_versions::made_at.eq(to.made_at),
        ))
        .execute(c)?;
    Ok(())
}

/// Notes the moment from which a version holds.
pub(crate) fn set_made_at(c: &mut TenantConn<'_>, p: &Product, at: Timestamp) -> Result<()> {
    let row = c
        .rows(product_versions::table)
        .filter(product_versions::product_id.eq(&p.id))
        .filter(product_versions::number.eq(p.number));
    db::update(row).set(product_versions::made_at.eq(at)).execute(c)?;
    Ok(())
}

pub(crate) fn delete_all(c: &mut TenantConn<'_>, product: &ProductId) -> Result<()> {
    let rows = c
        .rows(product_versions::table)
        .filter(product_versions::product_id.eq(product));
    db::delete(rows).execute(c)?;
    Ok(())
}

/// The version of a product that holds now.
pub(crate) fn current(c: &mut TenantConn<'_>, p: &Product) -> Result<ProductVersion> {
    find(c, &p.id, p.number)
}

/// The record that holds now, as far as it can be read.
pub(crate) fn current_record(c: &mut TenantConn<'_>, p: &Product) -> Result<Partly<ProductRecord>> {
    Ok(current(c, p)?.read(p)?)
}

pub(crate) fn find(c: &mut TenantConn<'_>, product: &ProductId, number: i64) -> Result<ProductVersion> {
    let row = c
        .rows(product_versions::table)
        .filter(product_versions::product_id.eq(product))
        .filter(product_versions::number.eq(number))
        .select(ProductVersion::as_select());
    row.first(c).optional()?.ok_or(Error::VersionNotFound)
}

/// Number, changed fields and date of a version.
pub(crate) type Outline = (i64, List<String>, Timestamp);

/// The outlines of all versions, newest first.
pub(crate) fn list(c: &mut TenantConn<'_>, product: &ProductId) -> Result<Vec<Outline>> {
    let rows = c
        .rows(product_versions::table)
        .filter(product_versions::product_id.eq(product))
        .order(product_versions::number.desc())
        .select((
            product_versions::number,
            product_versions::changed,
            product_versions::made_at,
        ));
    Ok(rows.load(c)?)
}
