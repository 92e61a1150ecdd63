use super::{
    Error, Selection, UnitIssue, UnitRange, map,
    part::{Batches, parts_of},
    store,
};
use crate::{
    CodeState, Level,
    batch::{self, Batch, BatchId},
    dates,
    recalled::{self, Recall},
};
use chrono::NaiveDate;
use db::TenantConn;
use identifiers::serial::Span;
use product::{
    Act, Holders, Product, ProductId,
    events::{self, EventDetail, EventKind, NewEvent, Target, UnitDates},
};

/// Ends units for good. Those that ended before keep their reason.
///
/// # Errors
/// When a serial was not issued, the counts disagree, or somebody holds the units; nothing is changed then.
pub fn void(
    c: &mut TenantConn<'_>,
    holders: &Holders,
    units: &Selection,
    reason: &str,
) -> Result<UnitIssue, Error> {
    let span = span_of(units)?;
    let product = &units.product_id;
    product::take_turn(c, product).map_err(product::blame_body)?;
    let ranges = issued(c, product, &span)?;
    let living: Vec<UnitRange> = ranges
        .into_iter()
        .filter(|r| r.state == CodeState::Active)
        .collect();
    if living.is_empty() {
        return Err(Error::SomeVoided {
            first: span.first_serial(),
            last: span.last_serial(),
        });
    }
    holders.admit(c, product, &Target::Units(span.clone(), None), Act::Void)?;
    for part in &parts_of(&living, &span) {
        map::change(c, product, &part.span, |c| {
            store::set_voided(c, product, &part.span, reason)
        })?;
        let event = NewEvent {
            product_id: product.clone(),
            target: Target::Units(part.span.clone(), part.belonging.batch_id.clone()),
            kind: EventKind::Voided,
            detail: None,
            reason: Some(reason.to_owned()),
        };
        events::record(c, event)?;
    }
    Ok(unit_issue(product, None, &span))
}

/// Refuses to move what is being recalled into another batch: the recall names it by the batch, or by its serial. What is of a
/// recalled product stays so wherever it goes.
pub(super) fn stay_recalled(
    c: &mut TenantConn<'_>,
    (product, span): (&ProductId, &Span),
    ranges: &[UnitRange],
    into: &Batch,
) -> Result<(), Error> {
    let recalls = recalled::open_of(c, product)?;
    for range in ranges.iter().filter(|r| r.batch_id.as_ref() != Some(&into.id)) {
        let Some(part) = range.span().common(span) else {
            continue;
        };
        let named = recalls.iter().find_map(|r| match r.span() {
            Some(span) => span.common(&part),
            None if r.batch_id.is_some() && r.covers(range.batch_id.as_ref(), None) => Some(part.clone()),
            None => None,
        });
        if let Some(named) = named {
            return Err(Error::Recalled {
                first: named.first_serial(),
                last: named.last_serial(),
            });
        }
    }
    not_recalled(&recalls, into)
}

/// Refuses a batch that is being recalled.
fn not_recalled(recalls: &[Recall], batch: &Batch) -> Result<(), Error> {
    let is_named = |r: &Recall| r.batch_id.as_ref() == Some(&batch.id);
    match recalls.iter().any(is_named) {
        true => Err(Error::BatchRecalled {
            batch_no: batch.batch_no.clone(),
        }),
        false => Ok(()),
    }
}

/// Refuses to issue more of what is being recalled: a product, or a batch of it.
pub(crate) fn may_grow(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    batch: Option<&Batch>,
) -> Result<(), Error> {
    let recalls = recalled::open_of(c, product)?;
    if recalls.iter().any(|r| r.level() == Level::Product) {
        return Err(Error::ProductRecalled);
    }
    batch.map_or(Ok(()), |batch| not_recalled(&recalls, batch))
}

/// Notes the day some of the units left the factory.
pub(crate) fn set_ex_factory(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    span: &Span,
    day: NaiveDate,
) -> Result<(), Error> {
    map::change(c, product, span, |c| store::set_ex_factory(c, product, span, day))
}

/// Refuses dates that are out of order once those that are not given come from the batch.
pub(crate) fn in_order(
    (made_on, expires_on): (Option<NaiveDate>, Option<NaiveDate>),
    batch: Option<&Batch>,
) -> Result<(), Error> {
    Ok(dates::still_in_order(
        made_on.or(batch.map(|b| b.made_on)),
        expires_on.or(batch.and_then(|b| b.expires_on)),
    )?)
}

/// Refuses units that ended, by themselves or with their batch.
pub(crate) fn all_alive(ranges: &[UnitRange], batches: &Batches) -> Result<(), Error> {
    let is_dead = |r: &&UnitRange| {
        let batch = r.batch_id.as_ref().and_then(|id| batches.get(id));
        r.state != CodeState::Active || batch.is_some_and(|b| b.state != CodeState::Active)
    };
    match ranges.iter().find(is_dead) {
        None => Ok(()),
        Some(dead) => Err(Error::SomeVoided {
            first: dead.span().first_serial(),
            last: dead.span().last_serial(),
        }),
    }
}

/// The batches that ranges are in.
pub(crate) fn batches_of(c: &mut TenantConn<'_>, ranges: &[UnitRange]) -> Result<Batches, Error> {
    let mut batches = Batches::new();
    for id in ranges.iter().filter_map(|r| r.batch_id.as_ref()) {
        if !batches.contains_key(id) {
            batches.insert(id.clone(), batch::find(c, id)?.0);
        }
    }
    Ok(batches)
}

/// The span of a selection, if it has as many serials as its sender thinks.
pub(crate) fn span_of(units: &Selection) -> Result<Span, Error> {
    let last = units.last_serial.as_ref().unwrap_or(&units.first_serial);
    let span = Span::between(&units.first_serial, last)?;
    match units.quantity {
        Some(quantity) if quantity != span.count() => Err(Error::CountMismatch {
            counted: span.count(),
            quantity,
        }),
        _ => Ok(span),
    }
}

/// The ranges of a span, if every serial of it was issued.
pub(crate) fn issued(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    span: &Span,
) -> Result<Vec<UnitRange>, Error> {
    let ranges = store::overlapping(c, product, span)?;
    let mut next = span.first;
    for range in &ranges {
        if range.first_number > next {
            break;
        }
        next = range.last_number.saturating_add(1);
    }
    match next > span.last {
        true => Ok(ranges),
        false => Err(Error::NotAllIssued {
            serial: span.serial(next),
        }),
    }
}

/// Takes the turn of a product that goes on.
pub(crate) fn alive(c: &mut TenantConn<'_>, product: &ProductId) -> Result<Product, Error> {
    let product = product::take_turn(c, product).map_err(product::blame_body)?;
    match product.is_alive() {
        true => Ok(product),
        false => Err(product::Error::Voided.into()),
    }
}

/// The batch of a number, if it goes on.
pub(crate) fn living_batch(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    batch_no: &str,
) -> Result<Batch, Error> {
    match batch::find_by_no(c, product, batch_no)? {
        None => Err(batch::Error::ReferredNotFound.into()),
        Some(batch) if batch.state != CodeState::Active => Err(batch::Error::Voided {
            batch_no: batch.batch_no,
        }
        .into()),
        Some(batch) => Ok(batch),
    }
}

/// Keeps in the history what became true of a run of units.
pub(crate) fn record_event(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    span: &Span,
    kind: EventKind,
    batch: Option<BatchId>,
    detail: UnitDates,
) -> Result<(), Error> {
    let event = NewEvent {
        product_id: product.clone(),
        target: Target::Units(span.clone(), batch),
        kind,
        detail: Some(EventDetail::UnitDates(detail)),
        reason: None,
    };
    Ok(events::record(c, event)?)
}

/// Dates as the history keeps them.
pub(crate) fn dates_of(made_on: Option<NaiveDate>, expires_on: Option<NaiveDate>) -> UnitDates {
    UnitDates { made_on, expires_on }
}

/// Builds the answer: the units something was done to.
pub(crate) fn unit_issue(product: &ProductId, batch_id: Option<BatchId>, span: &Span) -> UnitIssue {
    UnitIssue {
        product_id: product.clone(),
        batch_id,
        first_serial: span.first_serial(),
        last_serial: span.last_serial(),
        quantity: span.count(),
    }
}
