//! The interval map of a product: cutting ranges, changing a part, joining what has become equal.

use super::{Error, UnitRange, UnitRangeId, store};
use db::TenantConn;
use identifiers::serial::{Place, Span};
use product::ProductId;

/// Does something to exactly the units of a span. The ranges it cuts through are split at its ends, `change` updates
/// those within, and neighbours that have become equal are joined. Its cost depends on the number of ranges it touches,
/// never on the number of units.
pub(super) fn change(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    span: &Span,
    change: impl FnOnce(&mut TenantConn<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    cut_before(c, product, span, span.first)?;
    if let Some(next) = span.last.checked_add(1) {
        cut_before(c, product, span, next)?;
    }
    change(c)?;
    join(c, product, span)
}

/// Splits the range that has both `number` and the number before it.
fn cut_before(c: &mut TenantConn<'_>, product: &ProductId, span: &Span, number: i64) -> Result<(), Error> {
    let place = Place {
        prefix: span.prefix.clone(),
        width: span.width,
        number,
    };
    let Some(range) = store::find_at(c, product, &place)?.filter(|r| r.first_number < number) else {
        return Ok(());
    };
    store::set_numbers(c, &range.id, range.first_number, number - 1)?;
    store::insert(
        c,
        &UnitRange {
            id: UnitRangeId::new(),
            first_number: number,
            ..range
        },
    )
}

/// Joins equal neighbours within a span and at its ends.
fn join(c: &mut TenantConn<'_>, product: &ProductId, span: &Span) -> Result<(), Error> {
    let around = Span {
        first: (span.first - 1).max(0),
        last: span.last.saturating_add(1),
        ..span.clone()
    };
    let mut gone = vec![];
    let mut kept: Option<UnitRange> = None;
    for next in store::overlapping(c, product, &around)? {
        match &mut kept {
            Some(range) if range.joins(&next) => {
                range.last_number = next.last_number;
                gone.push(next.id);
            }
            _ => {
                if let Some(done) = kept.replace(next) {
                    settle(c, &done, &mut gone)?;
                }
            }
        }
    }
    match kept {
        Some(done) => settle(c, &done, &mut gone),
        None => Ok(()),
    }
}

/// Writes down a range that took in its neighbours.
fn settle(c: &mut TenantConn<'_>, range: &UnitRange, gone: &mut Vec<UnitRangeId>) -> Result<(), Error> {
    if gone.is_empty() {
        return Ok(());
    }
    store::delete(c, gone)?;
    gone.clear();
    store::set_numbers(c, &range.id, range.first_number, range.last_number)
}
