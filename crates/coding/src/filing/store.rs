use super::{
    Error, Filing, FilingBatchId, FilingId, correction::Correction, model::FilingFilter, period::Period,
};
use chrono::NaiveDate;
use db::{
    TenantConn, contains_pattern,
    schema::{accounts, code_events, filing_corrections, filings, products, unit_ranges},
    unique_or,
};
use diesel::prelude::*;
use identifiers::serial::Span;
use kernel::Timestamp;
use product::{
    BatchId, Product, ProductId, ProductState,
    events::{CodeEvent, EventKind},
};

type Result<T> = std::result::Result<T, Error>;

pub(crate) fn insert(c: &mut TenantConn<'_>, new: &Filing, label: &str) -> Result<()> {
    c.insert(filings::table, new).map_err(|e| {
        unique_or(e, || Error::Taken {
            label: label.to_owned(),
        })
    })?;
    Ok(())
}

/// A filing, its product, and the name of whoever filed it.
pub(super) type Told = (Filing, Product, Option<String>);

pub(super) fn find(c: &mut TenantConn<'_>, id: &FilingId) -> Result<Told> {
    let row = c
        .rows(filings::table)
        .inner_join(products::table)
        .left_join(accounts::table)
        .filter(filings::id.eq(id))
        .select((
            Filing::as_select(),
            Product::as_select(),
            accounts::display_name.nullable(),
        ));
    row.first(c).optional()?.ok_or(Error::NotFound)
}

/// The filing of a product that has this first day.
pub(super) fn find_starting(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    day: NaiveDate,
) -> Result<Option<Filing>> {
    let row = c
        .rows(filings::table)
        .filter(filings::product_id.eq(product))
        .filter(filings::starts_on.eq(day))
        .select(Filing::as_select());
    Ok(row.first(c).optional()?)
}

/// Counts the filings of a batch that still stand as it filed them.
pub(super) fn count_standing(c: &mut TenantConn<'_>, batch: &FilingBatchId) -> Result<i64> {
    let rows = c
        .rows(filings::table)
        .filter(filings::filing_batch_id.eq(batch))
        .filter(filings::is_withdrawn.eq(false));
    Ok(rows.count().get_result(c)?)
}

/// Whether one filing that stands has all days of a period.
pub(super) fn is_filed(c: &mut TenantConn<'_>, product: &ProductId, period: &Period) -> Result<bool> {
    let rows = c
        .rows(filings::table)
        .filter(filings::product_id.eq(product))
        .filter(filings::is_withdrawn.eq(false))
        .filter(filings::starts_on.le(period.starts_on))
        .filter(filings::ends_on.ge(period.ends_on));
    Ok(rows.count().get_result::<i64>(c)? > 0)
}

/// Replaces a filing, if it is still in the version that was read.
pub(super) fn update(c: &mut TenantConn<'_>, version: i64, to: &Filing) -> Result<()> {
    let guarded = c
        .rows(filings::table)
        .filter(filings::id.eq(&to.id))
        .filter(filings::version.eq(version));
    let quantity = (
        filings::period.eq(to.period),
        filings::ends_on.eq(to.ends_on),
        filings::quantity.eq(to.quantity),
        filings::coded_quantity.eq(to.coded_quantity),
        filings::is_exact.eq(to.is_exact),
        filings::note.eq(&to.note),
    );
    let state = (
        filings::is_withdrawn.eq(to.is_withdrawn),
        filings::filing_batch_id.eq(&to.filing_batch_id),
        filings::account_id.eq(&to.account_id),
        filings::version.eq(version + 1),
        filings::filed_at.eq(to.filed_at),
        filings::updated_at.eq(to.updated_at),
    );
    match db::update(guarded).set((quantity, state)).execute(c)? {
        1 => Ok(()),
        _ => Err(Error::Stale),
    }
}

pub(super) fn insert_correction(c: &mut TenantConn<'_>, new: &Correction) -> Result<()> {
    c.insert(filing_corrections::table, new)?;
    Ok(())
}

/// The corrections of a filing, newest first, with the names of those who made them.
pub(super) fn corrections(
    c: &mut TenantConn<'_>,
    of: &FilingId,
) -> Result<Vec<(Correction, Option<String>)>> {
    let rows = c
        .rows(filing_corrections::table)
        .left_join(accounts::table)
        .filter(filing_corrections::filing_id.eq(of))
        .order(filing_corrections::version.desc())
        .select((Correction::as_select(), accounts::display_name.nullable()));
    Ok(rows.load(c)?)
}

/// The filings of a batch that still stand as it filed them.
pub(super) fn standing_of_batch(c: &mut TenantConn<'_>, batch: &FilingBatchId) -> Result<Vec<Filing>> {
    let rows = c
        .rows(filings::table)
        .filter(filings::filing_batch_id.eq(batch))
        .filter(filings::is_withdrawn.eq(false))
        .order(filings::id)
        .select(Filing::as_select());
    Ok(rows.load(c)?)
}

pub(super) fn list(
    c: &mut TenantConn<'_>,
    filter: &FilingFilter,
    (offset, limit): (i64, i64),
) -> Result<(Vec<Told>, i64)> {
    let matching = |c: &TenantConn<'_>| {
        let mut rows = c
            .rows(filings::table)
            .inner_join(products::table)
            .left_join(accounts::table)
            .into_boxed();
        if let Some(product) = filter.product_id.as_ref() {
            rows = rows.filter(filings::product_id.eq(product.clone()));
        }
        if let Some(text) = filter.keyword.as_deref() {
            rows = rows.filter(products::search_text.like(contains_pattern(text)).escape('\\'));
        }
        if let Some(period) = filter.period {
            rows = rows.filter(filings::period.eq(period));
        }
        if let Some(batch) = filter.filing_batch_id.as_ref() {
            rows = rows.filter(filings::filing_batch_id.eq(batch.clone()));
        }
        if let Some(is_different) = filter.is_different {
            let differs = filings::coded_quantity
                .is_not_null()
                .and(filings::coded_quantity.assume_not_null().ne(filings::quantity))
                .and(filings::is_withdrawn.eq(false));
            rows = match is_different {
                true => rows.filter(differs),
                false => rows.filter(diesel::dsl::not(differs)),
            };
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
        .select((
            Filing::as_select(),
            Product::as_select(),
            accounts::display_name.nullable(),
        ))
        .offset(offset)
        .limit(limit);
    Ok((rows.load(c)?, total))
}

/// The products that were ever activated: what was owed of a voided one still is.
pub(super) fn ever_activated(c: &mut TenantConn<'_>, of: Option<&ProductId>) -> Result<Vec<Product>> {
    let mut rows = c
        .rows(products::table)
        .filter(products::activated_at.is_not_null())
        .into_boxed();
    if let Some(id) = of {
        rows = rows.filter(products::id.eq(id.clone()));
    }
    let rows = rows
        .order((products::created_at.asc(), products::id.asc()))
        .select(Product::as_select());
    Ok(rows.load(c)?)
}

/// The first and last days of all that was filed and stands, by product and first day.
pub(super) fn filed(
    c: &mut TenantConn<'_>,
    of: Option<&ProductId>,
) -> Result<Vec<(ProductId, NaiveDate, NaiveDate)>> {
    let mut rows = c
        .rows(filings::table)
        .filter(filings::is_withdrawn.eq(false))
        .into_boxed();
    if let Some(id) = of {
        rows = rows.filter(filings::product_id.eq(id.clone()));
    }
    let rows = rows.order((filings::product_id, filings::starts_on)).select((
        filings::product_id,
        filings::starts_on,
        filings::ends_on,
    ));
    Ok(rows.load(c)?)
}

/// A step in the life of a product on which its duty rests, and when it was taken.
pub(super) type Step = (EventKind, Timestamp);

/// Lists pauses and resumptions of production and the ends of products, oldest first.
pub(super) fn steps(c: &mut TenantConn<'_>) -> Result<Vec<(ProductId, EventKind, Timestamp)>> {
    let kinds = [EventKind::Paused, EventKind::Resumed, EventKind::Voided];
    let rows = c
        .rows(code_events::table)
        .filter(code_events::kind.eq_any(kinds))
        .filter(code_events::batch_id.is_null())
        .filter(code_events::prefix.is_null())
        .order((code_events::made_at.asc(), code_events::id.asc()))
        .select((code_events::product_id, code_events::kind, code_events::made_at));
    Ok(rows.load(c)?)
}

/// What was issued: when, which units, and the batch they are in.
pub(super) type Issued = (Timestamp, Span, Option<BatchId>);

/// What was voided: when, and the batch or the run of units.
pub(super) type Voided = (Timestamp, Option<BatchId>, Option<Span>);

/// The unit codes of a product issued between two instants, and the batches they are in.
pub(super) fn issued_between(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    (from, to): (Timestamp, Timestamp),
) -> Result<Vec<Issued>> {
    let rows = c
        .rows(unit_ranges::table)
        .filter(unit_ranges::product_id.eq(product))
        .filter(unit_ranges::issued_at.ge(from))
        .filter(unit_ranges::issued_at.lt(to))
        .select((
            unit_ranges::issued_at,
            unit_ranges::prefix,
            unit_ranges::width,
            unit_ranges::first_number,
            unit_ranges::last_number,
            unit_ranges::batch_id,
        ));
    let found: Vec<(Timestamp, String, i64, i64, i64, Option<BatchId>)> = rows.load(c)?;
    let issued = found.into_iter().map(|(at, prefix, width, first, last, batch)| {
        let span = Span {
            prefix,
            width,
            first,
            last,
        };
        (at, span, batch)
    });
    Ok(issued.collect())
}

/// The batches and units of a product that were voided since an instant.
pub(super) fn voided_since(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    since: Timestamp,
) -> Result<Vec<Voided>> {
    let rows = c
        .rows(code_events::table)
        .filter(code_events::product_id.eq(product))
        .filter(code_events::kind.eq(EventKind::Voided))
        .filter(code_events::made_at.ge(since))
        .select(CodeEvent::as_select());
    let found: Vec<CodeEvent> = rows.load(c)?;
    let voided = found.into_iter().map(|e| {
        let numbers = e.width.zip(e.first_number).zip(e.last_number);
        let span = e
            .prefix
            .zip(numbers)
            .map(|(prefix, ((width, first), last))| Span {
                prefix,
                width,
                first,
                last,
            });
        (e.made_at, e.batch_id, span)
    });
    Ok(voided.collect())
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
