use super::{Batch, BatchFilter, BatchId, BatchSort, Error};
use crate::CodeState;
use chrono::NaiveDate;
use db::{
    TenantConn, contains_pattern, lower,
    schema::{batches, products, unit_ranges},
    unique_or,
};
use diesel::{dsl::sql, prelude::*, sql_types};
use identifiers::serial::Span;
use product::{Product, ProductId, ProductState};

type Result<T> = std::result::Result<T, Error>;

pub(super) fn insert(c: &mut TenantConn<'_>, new: &Batch) -> Result<()> {
    c.insert(batches::table, new).map_err(|e| {
        unique_or(e, || Error::Taken {
            batch_no: new.batch_no.clone(),
        })
    })?;
    Ok(())
}

/// Finds a batch with its product.
///
/// # Errors
/// When there is no such batch or the database fails.
pub fn find(c: &mut TenantConn<'_>, id: &BatchId) -> Result<(Batch, Product)> {
    let row = c
        .rows(batches::table)
        .inner_join(products::table)
        .filter(batches::id.eq(id));
    let row = row.select((Batch::as_select(), Product::as_select()));
    row.first(c).optional()?.ok_or(Error::NotFound)
}

/// Finds a batch by its number.
///
/// # Errors
/// When the database fails.
pub fn find_by_no(c: &mut TenantConn<'_>, product: &ProductId, batch_no: &str) -> Result<Option<Batch>> {
    let row = c
        .rows(batches::table)
        .filter(batches::product_id.eq(product))
        .filter(batches::batch_no.eq(batch_no));
    Ok(row.select(Batch::as_select()).first(c).optional()?)
}

/// Whether one of these products, anyone's, has a batch of this number.
pub(super) fn is_taken(c: &mut TenantConn<'_>, products: &[ProductId], batch_no: &str) -> Result<bool> {
    if products.is_empty() {
        return Ok(false);
    }
    let rows = batches::table
        .filter(batches::product_id.eq_any(products))
        .filter(batches::batch_no.eq(batch_no));
    Ok(rows.count().get_result::<i64>(c.unscoped())? > 0)
}

/// Replaces what may be changed of a batch, if it is still in the version that was read.
pub(super) fn update(c: &mut TenantConn<'_>, version: i64, to: &Batch) -> Result<()> {
    let now = c.now();
    let guarded = c
        .rows(batches::table)
        .filter(batches::id.eq(&to.id))
        .filter(batches::version.eq(version));
    let updated = db::update(guarded)
        .set((
            batches::made_on.eq(to.made_on),
            batches::expires_on.eq(to.expires_on),
            batches::quantity.eq(to.quantity),
            batches::quantity_kind.eq(to.quantity_kind),
            batches::report_kind.eq(to.report_kind),
            batches::report_file_ids.eq(&to.report_file_ids),
            batches::is_report_public.eq(to.is_report_public),
            batches::note.eq(&to.note),
            batches::version.eq(version + 1),
            batches::updated_at.eq(now),
        ))
        .execute(c)?;
    if updated == 1 { Ok(()) } else { Err(Error::Stale) }
}

/// Notes the day a living batch left the factory.
pub(crate) fn set_ex_factory(c: &mut TenantConn<'_>, id: &BatchId, day: NaiveDate) -> Result<()> {
    let now = c.now();
    let alive = c
        .rows(batches::table)
        .filter(batches::id.eq(id))
        .filter(batches::state.eq(CodeState::Active));
    let entered = db::update(alive)
        .set((
            batches::ex_factory_on.eq(day),
            batches::version.eq(batches::version + 1),
            batches::updated_at.eq(now),
        ))
        .execute(c)?;
    if entered == 1 { Ok(()) } else { Err(Error::Stale) }
}

/// Which of these batches have living units that left the factory, or that are past an expiry of their own.
pub(crate) fn with_units_out(
    c: &mut TenantConn<'_>,
    ids: &[BatchId],
    today: NaiveDate,
) -> Result<Vec<BatchId>> {
    let is_out = unit_ranges::ex_factory_on
        .is_not_null()
        .or(unit_ranges::expires_on.lt(today));
    let rows = c
        .rows(unit_ranges::table)
        .filter(unit_ranges::batch_id.eq_any(ids))
        .filter(unit_ranges::state.eq(CodeState::Active))
        .filter(is_out);
    Ok(rows
        .select(unit_ranges::batch_id.assume_not_null())
        .distinct()
        .load(c)?)
}

/// Ends a batch; false when it had ended before.
pub(super) fn void(c: &mut TenantConn<'_>, id: &BatchId, reason: &str) -> Result<bool> {
    let now = c.now();
    let alive = c
        .rows(batches::table)
        .filter(batches::id.eq(id))
        .filter(batches::state.eq(CodeState::Active));
    let voided = db::update(alive)
        .set((
            batches::state.eq(CodeState::Voided),
            batches::state_reason.eq(reason),
            batches::version.eq(batches::version + 1),
            batches::updated_at.eq(now),
        ))
        .execute(c)?;
    Ok(voided == 1)
}

pub(super) fn list(
    c: &mut TenantConn<'_>,
    filter: &BatchFilter,
    (offset, limit): (i64, i64),
) -> Result<(Vec<(Batch, Product)>, i64)> {
    let matching = |c: &TenantConn<'_>| {
        let mut rows = c.rows(batches::table).inner_join(products::table).into_boxed();
        if let Some(product) = filter.product_id.as_ref() {
            rows = rows.filter(batches::product_id.eq(product.clone()));
        }
        if let Some(text) = filter.batch_no.as_deref() {
            rows = rows.filter(lower(batches::batch_no).like(contains_pattern(text)).escape('\\'));
        }
        if let Some(text) = filter.keyword.as_deref() {
            rows = rows.filter(products::search_text.like(contains_pattern(text)).escape('\\'));
        }
        if let Some(from) = filter.made_from {
            rows = rows.filter(batches::made_on.ge(from));
        }
        if let Some(to) = filter.made_to {
            rows = rows.filter(batches::made_on.le(to));
        }
        let dead = batches::state
            .eq(CodeState::Voided)
            .or(products::state.eq(ProductState::Voided));
        match filter.state {
            None => rows,
            Some(CodeState::Voided) => rows.filter(dead),
            Some(CodeState::Active) => rows.filter(diesel::dsl::not(dead)),
        }
    };
    let total = matching(c).count().get_result(c)?;
    let rows = matching(c);
    let rows = match filter.sort.unwrap_or(BatchSort::NewestFirst) {
        BatchSort::NewestFirst => rows.order((batches::created_at.desc(), batches::id.desc())),
        BatchSort::OldestFirst => rows.order((batches::created_at.asc(), batches::id.asc())),
        BatchSort::MadeLast => rows.order((batches::made_on.desc(), batches::id.desc())),
        BatchSort::MadeFirst => rows.order((batches::made_on.asc(), batches::id.asc())),
        BatchSort::BatchNo => rows.order((batches::batch_no.asc(), batches::id.asc())),
        BatchSort::BatchNoReversed => rows.order((batches::batch_no.desc(), batches::id.desc())),
    };
    let rows = rows
        .select((Batch::as_select(), Product::as_select()))
        .offset(offset)
        .limit(limit);
    Ok((rows.load(c)?, total))
}

pub(crate) fn count_of_product(c: &mut TenantConn<'_>, product: &ProductId) -> Result<i64> {
    Ok(c.rows(batches::table)
        .filter(batches::product_id.eq(product))
        .count()
        .get_result(c)?)
}

/// What was filed of the batches of a product, together; none when nothing was.
pub(crate) fn quantity_of_product(c: &mut TenantConn<'_>, product: &ProductId) -> Result<Option<i64>> {
    let rows = c
        .rows(batches::table)
        .filter(batches::product_id.eq(product))
        .filter(batches::quantity.is_not_null());
    // The sum of BIGINTs is NUMERIC on PostgreSQL.
    let sum = sql::<sql_types::Nullable<sql_types::BigInt>>("CAST(SUM(quantity) AS BIGINT)");
    Ok(rows.select(sum).first(c)?)
}

pub(crate) fn count(c: &mut TenantConn<'_>) -> Result<i64> {
    Ok(c.rows(batches::table).count().get_result(c)?)
}

/// Units with a date of their own, and whether that is an expiry date.
pub(super) type Dated = (Span, bool);

/// Living units of a batch with a date of their own that new dates of the batch would contradict.
pub(super) fn contradicting(
    c: &mut TenantConn<'_>,
    batch: &BatchId,
    (made_on, expires_on): (NaiveDate, Option<NaiveDate>),
) -> Result<Option<Dated>> {
    let ends_early = unit_ranges::made_on
        .is_null()
        .and(unit_ranges::expires_on.lt(made_on));
    let begins_late = unit_ranges::expires_on
        .is_null()
        .and(unit_ranges::made_on.gt(expires_on));
    let left_before = unit_ranges::made_on
        .is_null()
        .and(unit_ranges::ex_factory_on.lt(made_on));
    let left_late = unit_ranges::expires_on
        .is_null()
        .and(unit_ranges::ex_factory_on.gt(expires_on));
    let rows = c
        .rows(unit_ranges::table)
        .filter(unit_ranges::batch_id.eq(batch))
        .filter(unit_ranges::state.eq(CodeState::Active))
        .filter(ends_early.or(begins_late).or(left_before).or(left_late));
    let columns = (
        unit_ranges::prefix,
        unit_ranges::width,
        unit_ranges::first_number,
        unit_ranges::last_number,
        unit_ranges::expires_on.is_not_null(),
    );
    let found: Option<(String, i64, i64, i64, bool)> = rows.select(columns).first(c).optional()?;
    Ok(found.map(|(prefix, width, first, last, expires)| {
        let span = Span {
            prefix,
            width,
            first,
            last,
        };
        (span, expires)
    }))
}

/// Counts the units of each batch.
pub(super) fn units_of(c: &mut TenantConn<'_>, ids: &[BatchId]) -> Result<Vec<(BatchId, i64)>> {
    let rows = c
        .rows(unit_ranges::table)
        .filter(unit_ranges::batch_id.eq_any(ids))
        .group_by(unit_ranges::batch_id)
        .select((
            unit_ranges::batch_id.assume_not_null(),
            sql::<sql_types::BigInt>("CAST(COALESCE(SUM(last_number - first_number + 1), 0) AS BIGINT)"),
        ));
    Ok(rows.load(c)?)
}
