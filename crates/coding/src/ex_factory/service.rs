//! Entering the day codes left the factory; the first shipment of goods calls the same.

use super::Error;
use crate::{
    CodeState,
    batch::{self, BatchId},
    dates,
    unit::{self, Batches, Part, Selection, UnitIssue},
};
use chrono::NaiveDate;
use db::TenantConn;
use identifiers::serial::Span;
use product::{
    ProductId, ProductState,
    events::{self, Change, EventDetail, EventKind, ExFactoryEntry, NewEvent, Target},
};
use serde_json::json;
use std::collections::BTreeMap;

/// A day of leaving the factory, and why another one was wrong.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The day.
    pub on: NaiveDate,
    /// Why the day that was entered before is corrected.
    pub correction_reason: Option<String>,
}

/// Notes that a batch left the factory, all of it.
///
/// # Errors
/// When it is voided, its product is not activated, the day is impossible, or it left before and no reason is given.
pub fn enter_batch(c: &mut TenantConn<'_>, id: &BatchId, entry: &Entry) -> Result<(), Error> {
    let product = batch::find(c, id)?.0.product_id;
    activated(c, &product)?;
    let (old, _) = batch::find(c, id)?;
    if old.state != CodeState::Active {
        return Err(batch::Error::Voided {
            batch_no: old.batch_no,
        }
        .into());
    }
    if let Some(day) = old.ex_factory_on
        && (day == entry.on || entry.correction_reason.is_none())
    {
        return Err(Error::BatchAlready {
            batch_no: old.batch_no,
            day: day.to_string(),
        });
    }
    possible(c, entry.on, Some(old.made_on), old.expires_on)?;
    batch::set_ex_factory(c, id, entry.on)?;
    record(c, &product, Target::Batch(old.id), old.ex_factory_on, entry)
}

/// Notes that units left the factory.
///
/// # Errors
/// When a serial was not issued or is void, the counts disagree, a unit has no production date, the day is impossible, or
/// some left before and no reason is given; nothing is changed then.
pub fn enter_units(c: &mut TenantConn<'_>, units: &Selection, entry: &Entry) -> Result<UnitIssue, Error> {
    let span = unit::span_of(units)?;
    let product = &units.product_id;
    activated(c, product).map_err(|e| match e {
        Error::Product(e) => product::blame_body(e).into(),
        e => e,
    })?;
    let ranges = unit::issued(c, product, &span)?;
    let batches = unit::batches_of(c, &ranges)?;
    unit::all_alive(&ranges, &batches)?;
    let parts = unit::parts_of(&ranges, &span);
    for part in &parts {
        admit(c, part, &batches, entry)?;
    }
    for part in &parts {
        unit::set_ex_factory(c, product, &part.span, entry.on)?;
        let target = Target::Units(part.span.clone(), part.belonging.batch_id.clone());
        record(c, product, target, part.ex_factory_on(&batches), entry)?;
    }
    let batch_id = parts.first().and_then(|p| p.belonging.batch_id.clone());
    Ok(unit::unit_issue(product, batch_id, &span))
}

/// Refuses a part that left before, or cannot have left on that day.
fn admit(c: &TenantConn<'_>, part: &Part, batches: &Batches, entry: &Entry) -> Result<(), Error> {
    let ends = |span: &Span| (span.first_serial(), span.last_serial());
    let (first, last) = ends(&part.span);
    if let Some(day) = part.ex_factory_on(batches)
        && (day == entry.on || entry.correction_reason.is_none())
    {
        return Err(Error::UnitsAlready {
            first,
            last,
            day: day.to_string(),
        });
    }
    let Some(made_on) = part.belonging.made_on(batches) else {
        return Err(Error::Undated { first, last });
    };
    possible(c, entry.on, Some(made_on), part.belonging.expires_on(batches))
}

/// Refuses a day that has not come, or lies outside the life of the goods.
fn possible(
    c: &TenantConn<'_>,
    day: NaiveDate,
    made_on: Option<NaiveDate>,
    expires_on: Option<NaiveDate>,
) -> Result<(), Error> {
    if day > c.now().beijing_date() {
        return Err(dates::Error::ExFactoryInFuture.into());
    }
    Ok(dates::ex_factory_in_order(made_on, Some(day), expires_on)?)
}

/// Takes the turn of a product whose codes are valid.
fn activated(c: &mut TenantConn<'_>, product: &ProductId) -> Result<(), Error> {
    let product = product::take_turn(c, product)?;
    match product.state.known() {
        Some(ProductState::Activated) => Ok(()),
        Some(ProductState::Voided) => Err(product::Error::Voided.into()),
        _ => Err(Error::NotActivated),
    }
}

fn record(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    target: Target,
    former: Option<NaiveDate>,
    entry: &Entry,
) -> Result<(), Error> {
    let change = former.map(|day| {
        (
            "ex_factory_on".to_owned(),
            Change::between(json!(day), json!(entry.on)),
        )
    });
    let event = NewEvent {
        product_id: product.clone(),
        target,
        kind: match former {
            Some(_) => EventKind::Corrected,
            None => EventKind::ExFactory,
        },
        detail: Some(EventDetail::ExFactory(ExFactoryEntry {
            ex_factory_on: entry.on,
            changes: change.into_iter().collect::<BTreeMap<_, _>>(),
        })),
        reason: entry.correction_reason.clone(),
    };
    Ok(events::record(c, event)?)
}
