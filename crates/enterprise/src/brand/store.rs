use super::{Brand, BrandFilter, BrandId, BrandSort, BrandState, Error};
use db::{
    EnterpriseId, PublicConn, TenantConn, contains_pattern, foreign_key_or, public, schema::brands, unique_or,
};
use diesel::prelude::*;
use web::Stale;

type Result<T> = std::result::Result<T, Error>;

pub(super) fn insert(c: &mut TenantConn<'_>, new: &Brand) -> Result<()> {
    c.insert(brands::table, new)
        .map_err(|e| unique_or(e, || taken(new)))?;
    Ok(())
}

fn taken(brand: &Brand) -> Error {
    Error::NameTaken {
        name: brand.name.clone(),
    }
}

pub(super) fn find(c: &mut TenantConn<'_>, id: &BrandId) -> Result<Option<Brand>> {
    let row = c.rows(brands::table).filter(brands::id.eq(id));
    Ok(row.select(Brand::as_select()).first(c).optional()?)
}

/// Replaces what may be changed of a brand, if it is still in the version that was read.
pub(super) fn update(c: &mut TenantConn<'_>, version: i64, to: &Brand) -> Result<()> {
    let now = c.now();
    let guarded = c
        .rows(brands::table)
        .filter(brands::id.eq(&to.id))
        .filter(brands::version.eq(version));
    let updated = db::update(guarded)
        .set((
            brands::name.eq(&to.name),
            brands::name_en.eq(&to.name_en),
            brands::introduction.eq(&to.introduction),
            brands::logo_file_id.eq(&to.logo_file_id),
            brands::video_file_id.eq(&to.video_file_id),
            brands::folded_name.eq(&to.folded_name),
            brands::search_text.eq(&to.search_text),
            brands::version.eq(version + 1),
            brands::updated_at.eq(now),
        ))
        .execute(c)
        .map_err(|e| unique_or(e, || taken(to)))?;
    Ok(Stale::unless_updated(updated)?)
}

/// Ends a brand; false when it had ended before.
pub(super) fn void(c: &mut TenantConn<'_>, id: &BrandId) -> Result<bool> {
    let now = c.now();
    let alive = c
        .rows(brands::table)
        .filter(brands::id.eq(id))
        .filter(brands::state.eq(BrandState::Active));
    let voided = db::update(alive)
        .set((
            brands::state.eq(BrandState::Voided),
            brands::version.eq(brands::version + 1),
            brands::updated_at.eq(now),
        ))
        .execute(c)?;
    Ok(voided == 1)
}

/// Removes a brand; whatever refers to it keeps it.
pub(super) fn delete(c: &mut TenantConn<'_>, id: &BrandId) -> Result<()> {
    let row = c.rows(brands::table).filter(brands::id.eq(id));
    db::delete(row)
        .execute(c)
        .map_err(|e| foreign_key_or(e, || Error::InUse))?;
    Ok(())
}

pub(super) fn list(
    c: &mut TenantConn<'_>,
    filter: &BrandFilter,
    (offset, limit): (i64, i64),
) -> Result<(Vec<Brand>, i64)> {
    let matching = |c: &TenantConn<'_>| {
        let mut rows = c.rows(brands::table).into_boxed();
        if let Some(text) = filter.keyword.as_deref() {
            rows = rows.filter(brands::search_text.like(contains_pattern(text)).escape('\\'));
        }
        if let Some(state) = filter.state {
            rows = rows.filter(brands::state.eq(state));
        }
        rows
    };
    let total = matching(c).count().get_result(c)?;
    let rows = matching(c);
    let rows = match filter.sort.unwrap_or(BrandSort::NewestFirst) {
        BrandSort::NewestFirst => rows.order((brands::created_at.desc(), brands::id.desc())),
        BrandSort::OldestFirst => rows.order((brands::created_at.asc(), brands::id.asc())),
        BrandSort::Name => rows.order((brands::name.asc(), brands::id.asc())),
        BrandSort::NameReversed => rows.order((brands::name.desc(), brands::id.desc())),
    };
    let rows = rows.select(Brand::as_select()).offset(offset).limit(limit);
    Ok((rows.load(c)?, total))
}

pub(super) fn names(c: &mut TenantConn<'_>, ids: &[BrandId]) -> Result<Vec<(BrandId, String)>> {
    let rows = c
        .rows(brands::table)
        .filter(brands::id.eq_any(ids.to_vec()))
        .select((brands::id, brands::name));
    Ok(rows.load(c)?)
}

/// Finds a brand of an enterprise for whoever scanned its code.
pub(super) fn find_anyones(
    c: &mut PublicConn<'_>,
    enterprise: &EnterpriseId,
    id: &BrandId,
) -> Result<Option<Brand>> {
    let row = public(brands::table)
        .filter(brands::enterprise_id.eq(enterprise))
        .filter(brands::id.eq(id));
    Ok(row.select(Brand::as_select()).first(c).optional()?)
}
