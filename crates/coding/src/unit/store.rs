use super::{Error, UnitRange, UnitRangeId, model::UnitIssueId, nearest::Nearest, part::Belonging};
use crate::CodeState;
use chrono::NaiveDate;
use db::{TenantConn, schema::unit_ranges};
use diesel::{dsl::sql, prelude::*, sql_types};
use identifiers::serial::{Place, Span};
use product::ProductId;

type Result<T> = std::result::Result<T, Error>;

/// How many codes ranges stand for; the sum of BIGINTs is NUMERIC on PostgreSQL.
pub(super) const COUNT_SQL: &str = "CAST(COALESCE(SUM(last_number - first_number + 1), 0) AS BIGINT)";

pub(crate) fn insert(c: &mut TenantConn<'_>, new: &UnitRange) -> Result<()> {
    c.insert(unit_ranges::table, new)?;
    Ok(())
}

/// The range a serial stands in: one seek in the index.
///
/// # Errors
/// When the database fails.
pub fn find_at(c: &mut TenantConn<'_>, product: &ProductId, place: &Place) -> Result<Option<UnitRange>> {
    let at_or_before = c
        .rows(unit_ranges::table)
        .filter(unit_ranges::product_id.eq(product))
        .filter(unit_ranges::prefix.eq(&place.prefix))
        .filter(unit_ranges::width.eq(place.width))
        .filter(unit_ranges::first_number.le(place.number))
        .order(Nearest);
    let nearest = at_or_before
        .select(UnitRange::as_select())
        .get_result(c)
        .optional()?;
    Ok(nearest.filter(|r| r.last_number >= place.number))
}

/// Lists the widths of the numbers behind a prefix, the widest first.
pub(crate) fn widths(c: &mut TenantConn<'_>, product: &ProductId, prefix: &str) -> Result<Vec<i64>> {
    let rows = c
        .rows(unit_ranges::table)
        .filter(unit_ranges::product_id.eq(product))
        .filter(unit_ranges::prefix.eq(prefix))
        .order(unit_ranges::width.desc());
    Ok(rows.select(unit_ranges::width).distinct().load(c)?)
}

/// The last number between two places that was issued with so many digits counted.
pub(crate) fn last_issued(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    (from, to): (&Place, &Place),
    digits: usize,
) -> Result<Option<i64>> {
    let digits = i64::try_from(digits).unwrap_or(i64::MAX);
    // Of what was issued before digits were kept, all digits count.
    let counted = unit_ranges::digits
        .eq(digits)
        .or(unit_ranges::digits.is_null().and(unit_ranges::width.eq(digits)));
    let rows = c
        .rows(unit_ranges::table)
        .filter(unit_ranges::product_id.eq(product))
        .filter(unit_ranges::prefix.eq(&to.prefix))
        .filter(unit_ranges::width.eq(to.width))
        .filter(unit_ranges::first_number.between(from.number, to.number))
        .filter(counted.assume_not_null())
        .order(unit_ranges::first_number.desc());
    let last = rows.select(unit_ranges::last_number).first(c);
    Ok(last.optional()?)
}

/// The runs of serials within a span that are not free: issued of this product or, under the same trace code, of one before
/// it, anyone's; the lowest first.
pub(crate) fn taken(c: &mut TenantConn<'_>, product: &ProductId, span: &Span) -> Result<Vec<Span>> {
    let mut found: Vec<Span> = overlapping(c, product, span)?
        .iter()
        .map(UnitRange::span)
        .collect();
    let before = product::predecessors(c, product)?;
    if !before.is_empty() {
        let rows = unit_ranges::table
            .filter(unit_ranges::product_id.eq_any(before))
            .filter(unit_ranges::prefix.eq(&span.prefix))
            .filter(unit_ranges::width.eq(span.width))
            .filter(unit_ranges::first_number.le(span.last))
            .filter(unit_ranges::last_number.ge(span.first))
            .select(UnitRange::as_select());
        let rows: Vec<UnitRange> = rows.load(c.unscoped())?;
        found.extend(rows.iter().map(UnitRange::span));
        found.sort_by_key(|s| s.first);
    }
    Ok(found)
}

/// The ranges that begin within a span, in order.
fn beginning_in(c: &mut TenantConn<'_>, product: &ProductId, span: &Span) -> Result<Vec<UnitRange>> {
    let rows = c
        .rows(unit_ranges::table)
        .filter(unit_ranges::product_id.eq(product))
        .filter(unit_ranges::prefix.eq(&span.prefix))
        .filter(unit_ranges::width.eq(span.width))
        .filter(unit_ranges::first_number.between(span.first, span.last))
        .order(unit_ranges::first_number);
    Ok(rows.select(UnitRange::as_select()).load(c)?)
}

/// The ranges that have a serial in common with a span, in order. Ranges do not overlap, so besides those that begin
/// within it only the one before can reach into it.
///
/// # Errors
/// When the database fails.
pub fn overlapping(c: &mut TenantConn<'_>, product: &ProductId, span: &Span) -> Result<Vec<UnitRange>> {
    let start = Place {
        prefix: span.prefix.clone(),
        width: span.width,
        number: span.first,
    };
    let mut found: Vec<_> = find_at(c, product, &start)?
        .into_iter()
        .filter(|r| r.first_number < span.first)
        .collect();
    found.extend(beginning_in(c, product, span)?);
    Ok(found)
}

pub(super) fn set_numbers(c: &mut TenantConn<'_>, id: &UnitRangeId, first: i64, last: i64) -> Result<()> {
    db::update(c.rows(unit_ranges::table).filter(unit_ranges::id.eq(id)))
        .set((
            unit_ranges::first_number.eq(first),
            unit_ranges::last_number.eq(last),
        ))
        .execute(c)?;
    Ok(())
}

pub(super) fn delete(c: &mut TenantConn<'_>, ids: &[UnitRangeId]) -> Result<()> {
    for some in ids.chunks(1000) {
        db::delete(c.rows(unit_ranges::table).filter(unit_ranges::id.eq_any(some))).execute(c)?;
    }
    Ok(())
}

/// The ranges wholly within a span, as a target for an update.
macro_rules! within {
    ($c:expr, $product:expr, $span:expr) => {
        $c.rows(unit_ranges::table)
            .filter(unit_ranges::product_id.eq($product))
            .filter(unit_ranges::prefix.eq(&$span.prefix))
            .filter(unit_ranges::width.eq($span.width))
            .filter(unit_ranges::first_number.between($span.first, $span.last))
    };
}

pub(super) fn set_association(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    span: &Span,
    to: &Belonging,
) -> Result<()> {
    db::update(within!(c, product, span))
        .set((
            unit_ranges::batch_id.eq(&to.batch_id),
            unit_ranges::made_on.eq(to.made_on),
            unit_ranges::expires_on.eq(to.expires_on),
        ))
        .execute(c)?;
    Ok(())
}

pub(super) fn set_ex_factory(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    span: &Span,
    day: NaiveDate,
) -> Result<()> {
    db::update(within!(c, product, span))
        .set(unit_ranges::ex_factory_on.eq(day))
        .execute(c)?;
    Ok(())
}

pub(super) fn set_voided(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    span: &Span,
    reason: &str,
) -> Result<()> {
    db::update(within!(c, product, span))
        .set((
            unit_ranges::state.eq(CodeState::Voided),
            unit_ranges::state_reason.eq(reason),
        ))
        .execute(c)?;
    Ok(())
}

pub(crate) fn count_of_product(c: &mut TenantConn<'_>, product: &ProductId) -> Result<i64> {
    let rows = c
        .rows(unit_ranges::table)
        .filter(unit_ranges::product_id.eq(product));
    Ok(rows.select(sql::<sql_types::BigInt>(COUNT_SQL)).first(c)?)
}

/// The id of a new order; its first range carries the same one.
pub(crate) fn new_issue() -> (UnitIssueId, UnitRangeId) {
    let issue = UnitIssueId::new();
    let range = issue.cast();
    (issue, range)
}
