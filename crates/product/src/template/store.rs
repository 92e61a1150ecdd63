use super::{Error, ProductTemplate, ProductTemplateFilter, ProductTemplateId};
use db::{TenantConn, contains_pattern, schema::product_templates, unique_or};
use diesel::prelude::*;

type Result<T> = std::result::Result<T, Error>;

pub(super) fn insert(c: &mut TenantConn<'_>, new: &ProductTemplate) -> Result<()> {
    c.insert(product_templates::table, new)
        .map_err(|e| unique_or(e, || taken(new)))?;
    Ok(())
}

fn taken(template: &ProductTemplate) -> Error {
    Error::NameTaken {
        name: template.name.clone(),
    }
}

pub(super) fn find(c: &mut TenantConn<'_>, id: &ProductTemplateId) -> Result<ProductTemplate> {
    let row = c
        .rows(product_templates::table)
        .filter(product_templates::id.eq(id))
        .select(ProductTemplate::as_select());
    row.first(c).optional()?.ok_or(Error::NotFound)
}

/// Replaces what may be changed of a template, if it is still in the version that was read.
pub(super) fn update(c: &mut TenantConn<'_>, version: i64, to: &ProductTemplate) -> Result<()> {
    let now = c.now();
    let guarded = c
        .rows(product_templates::table)
        .filter(product_templates::id.eq(&to.id))
        .filter(product_templates::version.eq(version));
    let updated = db::update(guarded)
        .set((
            product_templates::name.eq(&to.name),
            product_templates::folded_name.eq(&to.folded_name),
            product_templates::record.eq(&to.record),
            product_templates::version.eq(version + 1),
            product_templates::updated_at.eq(now),
        ))
        .execute(c)
        .map_err(|e| unique_or(e, || taken(to)))?;
    if updated == 1 { Ok(()) } else { Err(Error::Stale) }
}

/// Removes a template; false when there is none.
pub(super) fn delete(c: &mut TenantConn<'_>, id: &ProductTemplateId) -> Result<bool> {
    let row = c
        .rows(product_templates::table)
        .filter(product_templates::id.eq(id));
    Ok(db::delete(row).execute(c)? == 1)
}

pub(super) fn list(
    c: &mut TenantConn<'_>,
    filter: &ProductTemplateFilter,
    (offset, limit): (i64, i64),
) -> Result<(Vec<ProductTemplate>, i64)> {
    let matching = |c: &TenantConn<'_>| {
        let mut rows = c.rows(product_templates::table).into_boxed();
        if let Some(text) = filter.keyword.as_deref() {
            rows = rows.filter(
                product_templates::folded_name
                    .like(contains_pattern(text))
                    .escape('\\'),
            );
        }
        rows
    };
    let total = matching(c).count().get_result(c)?;
    let rows = matching(c)
        .order((product_templates::updated_at.desc(), product_templates::id.desc()))
        .select(ProductTemplate::as_select())
        .offset(offset)
        .limit(limit);
    Ok((rows.load(c)?, total))
}
