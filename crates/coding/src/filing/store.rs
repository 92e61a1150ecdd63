use super::{Error, Filing, FilingId, model::FilingFilter};
use chrono::NaiveDate;
use db::{
    TenantConn, contains_pattern,
    schema::{code_events, filings, products, unit_ranges},
    unique_or,
};
use diesel::{dsl::sql, prelude::*, sql_types::BigInt};
use kernel::Timestamp;
use product::{Product, ProductId, ProductState, events::EventKind};

type Result<T> = std::result::Result<T, Error>;

pub(super) fn insert(c: &mut TenantConn<'_>, new: &Filing, label: &str) -> Result<()> {
    c.insert(filings::table, new).map_err(|e| {
        unique_or(e, || Error::Taken {
            label: label.to_owned(),
        })
    })?;
    Ok(())
}

pub(super) fn find(c: &mut TenantConn<'_>, id: &FilingId) -> Result<(Filing, Product)> {
    let row = c
        .rows(filings::table)
        .inner_join(products::table)
        .filter(filings::id.eq(id))
        .select((Filing::as_select(), Product::as_select()));
    row.first(c).optional()?.ok_or(Error::NotFound)
}

pub(super) fn update(
    c: &mut TenantConn<'_>,
    id: &FilingId,
    version: i64,
    (quantity, note): (i64, Option<&str>),
) -> Result<()> {
    let now = c.now();
    let guarded = c
        .rows(filings::table)
        .filter(filings::id.eq(id))
        .filter(filings::version.eq(version));
    let updated = db::update(guarded)
        .set((
            filings::quantity.eq(quantity),
            filings::note.eq(note),
            filings::version.eq(version + 1),
            filings::updated_at.eq(now),
        ))
        .execute(c)?;
    if updated == 1 { Ok(()) } else { Err(Error::Stale) }
}

pub(super) fn list(
    c: &mut TenantConn<'_>,
    filter: &FilingFilter,
    (offset, limit): (i64, i64),
) -> Result<(Vec<(Filing, Product)>, i64)> {
    let matching = |c: &TenantConn<'_>| {
        let mut rows = c.rows(filings::table).inner_join(products::table).into_boxed();
        if let Some(product) = filter.product_id.as_ref() {
            rows = rows.filter(filings::product_id.eq(product.clone()));
        }
        if let Some(text) = filter.keyword.as_deref() {
            rows = rows.filter(products::search_text.like(contains_pattern(text)).escape('\\'));
        }
        if let Some(period) = filter.period {
            rows = rows.filter(filings::period.eq(period));
        }
        if let Some(from) = filter.from {
            rows = rows.filter(filings::ends_on.ge(from));
        }
        if let Some(to) = filter.to {
            rows = rows.filter(filings::starts_on.le(to));
        }
        rows
    };
    let total = matching(c).count().get_result(c)?;
    let rows = matching(c)
        .order((filings::starts_on.desc(), filings::id.desc()))
        .select((Filing::as_select(), Product::as_select()))
        .offset(offset)
        .limit(limit);
    Ok((rows.load(c)?, total))
}

/// The products of which quantities are to be filed now.
pub(super) fn in_production(c: &mut TenantConn<'_>) -> Result<Vec<Product>> {
    let rows = c
        .rows(products::table)
        .filter(products::state.eq(ProductState::Activated))
        .filter(products::is_paused.eq(false))
        .filter(products::filing_period.is_not_null())
        .order((products::created_at.asc(), products::id.asc()))
        .select(Product::as_select());
    Ok(rows.load(c)?)
}

/// The first days of all periods that were filed since a day.
pub(super) fn filed_since(c: &mut TenantConn<'_>, day: NaiveDate) -> Result<Vec<(ProductId, NaiveDate)>> {
    let rows = c
        .rows(filings::table)
        .filter(filings::starts_on.ge(day))
        .select((filings::product_id, filings::starts_on));
    Ok(rows.load(c)?)
}

/// Lists pauses and resumptions of production, oldest first.
pub(super) fn pauses(c: &mut TenantConn<'_>) -> Result<Vec<(ProductId, EventKind, Timestamp)>> {
    let rows = c
        .rows(code_events::table)
        .filter(code_events::kind.eq_any([EventKind::Paused, EventKind::Resumed]))
        .order((code_events::made_at.asc(), code_events::id.asc()))
        .select((code_events::product_id, code_events::kind, code_events::made_at));
    Ok(rows.load(c)?)
}

/// Counts the unit codes of a product issued between two instants.
pub(super) fn issued_between(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    (from, to): (Timestamp, Timestamp),
) -> Result<i64> {
    let rows = c
        .rows(unit_ranges::table)
        .filter(unit_ranges::product_id.eq(product))
        .filter(unit_ranges::issued_at.ge(from))
        .filter(unit_ranges::issued_at.lt(to))
        .select(sql::<BigInt>(
            "CAST(COALESCE(SUM(last_number - first_number + 1), 0) AS BIGINT)",
        ));
    Ok(rows.get_result(c)?)
}

/// The products whose inspection report ends between two days.
pub(super) fn reports_ending(
    c: &mut TenantConn<'_>,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Vec<Product>> {
    let rows = c
        .rows(products::table)
        .filter(products::state.eq(ProductState::Activated))
        .filter(products::report_expires_on.between(from, to))
        .select(Product::as_select());
    Ok(rows.load(c)?)
}
