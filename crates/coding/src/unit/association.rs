//! Associating coded units 赋码后关联: putting them into a batch or another one, or giving them dates of their own
//! (F096–F099). Once they left the factory that is a correction.

use super::{
    Error, Selection, UnitIssue,
    part::{Batches, Belonging, Part, parts_of},
    service::{alive, all_alive, batches_of, issued, living_batch, span_of, stay_recalled, unit_issue},
    store,
};
use crate::{batch::Batch, dates, unit::map};
use chrono::NaiveDate;
use db::TenantConn;
use identifiers::serial::Span;
use product::{
    Act, Holders, ProductId,
    events::{self, Change, EventDetail, EventKind, NewEvent, Target, UnitAssociation, UnitsMoved},
};
use serde_json::json;
use std::collections::BTreeMap;

/// Batch and dates that coded units are given.
#[derive(Debug, Clone)]
pub struct Association {
    /// They belong to this batch; as before when there is none.
    pub batch_no: Option<String>,
    /// They were made on this day; without one, as before, or as another batch they come to says.
    pub made_on: Option<NaiveDate>,
    /// They expire on this day; without one, as before, or as another batch they come to says.
    pub expires_on: Option<NaiveDate>,
    /// Why they are changed after they left the factory.
    pub correction_reason: Option<String>,
}

/// Puts units into a batch, or into another one, or gives them dates of their own. What stays as it is leaves no trace.
///
/// # Errors
/// When a serial was not issued or is void, the counts disagree, somebody holds the units, or some left the factory and no
/// reason is given; nothing is changed then.
pub fn associate(
    c: &mut TenantConn<'_>,
    holders: &Holders,
    units: &Selection,
    with: &Association,
) -> Result<UnitIssue, Error> {
    if with.batch_no.is_none() && (with.made_on, with.expires_on) == (None, None) {
        return Err(Error::NothingToAssociate);
    }
    dates::not_in_future(c, with.made_on)?;
    let span = span_of(units)?;
    let product = &units.product_id;
    alive(c, product)?;
    let ranges = issued(c, product, &span)?;
    let mut batches = batches_of(c, &ranges)?;
    // A unit that ended with its batch must not come back to life in another one.
    all_alive(&ranges, &batches)?;
    let batch = with
        .batch_no
        .as_deref()
        .map(|no| living_batch(c, product, no))
        .transpose()?;
    if let Some(batch) = &batch {
        stay_recalled(c, (product, &span), &ranges, batch)?;
        batches.insert(batch.id.clone(), batch.clone());
    }
    let parts = parts_of(&ranges, &span);
    let mut moves = vec![];
    for part in &parts {
        let to = moved(part, batch.as_ref(), with, &batches);
        if to != part.belonging {
            moves.push(Move::of(c, part, to, &batches)?);
        }
    }
    if let Some(out) = moves.iter().find(|m| m.is_correction)
        && with.correction_reason.is_none()
    {
        return Err(Error::CorrectionNeeded {
            first: out.span.first_serial(),
            last: out.span.last_serial(),
        });
    }
    if !moves.is_empty() {
        holders.admit(c, product, &Target::Units(span.clone(), None), Act::Associate)?;
    }
    for to in moves {
        go(c, product, &to, &batches, with.correction_reason.as_deref())?;
    }
    let batch_id = batch
        .map(|b| b.id)
        .or_else(|| parts.first().and_then(|p| p.belonging.batch_id.clone()));
    Ok(unit_issue(product, batch_id, &span))
}

/// Where a part belongs then. A date that is what holds already is not made its own.
fn moved(part: &Part, batch: Option<&Batch>, with: &Association, batches: &Batches) -> Belonging {
    let old = &part.belonging;
    match batch {
        Some(batch) if old.batch_id.as_ref() != Some(&batch.id) => Belonging {
            batch_id: Some(batch.id.clone()),
            made_on: with.made_on.filter(|day| *day != batch.made_on),
            expires_on: with.expires_on.filter(|day| Some(*day) != batch.expires_on),
        },
        _ => Belonging {
            batch_id: old.batch_id.clone(),
            made_on: with
                .made_on
                .filter(|day| Some(*day) != old.made_on(batches))
                .or(old.made_on),
            expires_on: with
                .expires_on
                .filter(|day| Some(*day) != old.expires_on(batches))
                .or(old.expires_on),
        },
    }
}

/// A part of the units with where it belonged and where it goes.
struct Move<'p> {
    span: &'p Span,
    from: &'p Belonging,
    to: Belonging,
    changes: BTreeMap<String, Change>,
    is_correction: bool,
}

impl<'p> Move<'p> {
    fn of(c: &TenantConn<'_>, part: &'p Part, to: Belonging, batches: &Batches) -> Result<Self, Error> {
        let (made_on, expires_on) = (to.made_on(batches), to.expires_on(batches));
        dates::still_in_order(made_on, expires_on)?;
        dates::ex_factory_in_order(made_on, part.ex_factory_on, expires_on)?;
        let from = &part.belonging;
        let no = |of: &Belonging| of.batch(batches).map(|b| b.batch_no.clone());
        let differing = [
            ("batch_no", json!(no(from)), json!(no(&to))),
            ("made_on", json!(from.made_on(batches)), json!(made_on)),
            ("expires_on", json!(from.expires_on(batches)), json!(expires_on)),
        ];
        let changes = differing
            .into_iter()
            .filter(|(_, from, to)| from != to)
            .map(|(field, from, to)| (field.to_owned(), Change::between(from, to)))
            .collect();
        Ok(Self {
            span: &part.span,
            is_correction: part.is_ex_factory(batches, c.now().beijing_date()),
            from,
            to,
            changes,
        })
    }

    fn kind(&self) -> EventKind {
        let replaces = self.changes.values().any(|change| change.from.is_some());
        match (self.is_correction, replaces) {
            (true, _) => EventKind::Corrected,
            (false, true) => EventKind::Reassociated,
            (false, false) => EventKind::Associated,
        }
    }
}

/// Moves one part, and keeps it in the histories of the units, the batch they come to, and the one they leave.
fn go(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    part: &Move<'_>,
    batches: &Batches,
    reason: Option<&str>,
) -> Result<(), Error> {
    map::change(c, product, part.span, |c| {
        store::set_association(c, product, part.span, &part.to)
    })?;
    let batch_no = part.to.batch(batches).map(|b| b.batch_no.clone());
    let event = NewEvent {
        product_id: product.clone(),
        target: Target::Units(part.span.clone(), part.to.batch_id.clone()),
        kind: part.kind(),
        detail: Some(EventDetail::UnitAssociation(UnitAssociation {
            batch_no: batch_no.clone(),
            made_on: part.to.made_on,
            expires_on: part.to.expires_on,
            changes: part.changes.clone(),
        })),
        reason: reason.map(str::to_owned),
    };
    events::record(c, event)?;
    let left = part
        .from
        .batch_id
        .as_ref()
        .filter(|_| part.from.batch_id != part.to.batch_id);
    if let (Some(left), Some(batch_no)) = (left, batch_no) {
        let event = NewEvent {
            product_id: product.clone(),
            target: Target::Batch(left.clone()),
            kind: EventKind::MovedOut,
            detail: Some(EventDetail::UnitsMoved(UnitsMoved {
                first_serial: part.span.first_serial(),
                last_serial: part.span.last_serial(),
                batch_no,
            })),
            reason: reason.map(str::to_owned),
        };
        events::record(c, event)?;
    }
    Ok(())
}
