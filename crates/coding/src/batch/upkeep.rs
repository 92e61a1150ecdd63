//! What a maker says of a batch besides its number 维护 (F093, F153, F157–F159).

use super::{Batch, BatchId, Error, QuantityKind, UpdateBatch, store};
use crate::{CodeState, dates};
use db::{List, TenantConn};
use kernel::Code;
use product::events::{self, BatchSaved, Change, EventDetail, EventKind, NewEvent, Target};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use web::upload::{self, Dropped, FileOwner, Wanted};

/// Refuses estimates where each thing has its own code and is counted (F158).
pub(crate) fn check_quantity_kind(is_exact: bool, kind: Option<QuantityKind>) -> Result<(), Error> {
    match kind {
        Some(QuantityKind::Estimate) if is_exact => Err(Error::QuantityNotExact),
        _ => Ok(()),
    }
}

/// Replaces the batch's facts, if it is still in the version that was read.
pub(super) fn update(
    c: &mut TenantConn<'_>,
    id: &BatchId,
    version: i64,
    to: UpdateBatch,
) -> Result<(), Error> {
    dates::not_in_future(c, Some(to.made_on))?;
    let product_id = store::find(c, id)?.0.product_id;
    let product = product::take_turn(c, &product_id)?;
    let (old, _) = store::find(c, id)?;
    if !product.is_alive() || old.state != CodeState::Active {
        return Err(Error::Voided {
            batch_no: old.batch_no,
        });
    }
    check_quantity_kind(product.is_exact(), to.quantity_kind)?;
    if let Some((span, expires)) = store::contradicting(c, id, (to.made_on, to.expires_on))? {
        let field = if expires { "/made_on" } else { "/expires_on" };
        return Err(Error::UnitDatesContradict {
            first: span.first_serial(),
            last: span.last_serial(),
            pointer: field.to_owned(),
        });
    }
    let new = Batch {
        made_on: to.made_on,
        expires_on: to.expires_on,
        quantity: to.quantity,
        quantity_kind: to.quantity_kind.map(Code::Known),
        report_kind: to.report_kind.map(Code::Known),
        report_file_ids: List::of(to.report_file_ids),
        is_report_public: to.is_report_public,
        note: to.note.filter(|n| !n.trim().is_empty()),
        ..old.clone()
    };
    dates::ex_factory_in_order(Some(new.made_on), new.ex_factory_on, new.expires_on)?;
    let reason = to.correction_reason;
    let corrects = is_locked(c, &old)? && is_reviewed_changed(&old, &new);
    if corrects && reason.is_none() {
        return Err(Error::CorrectionNeeded {
            batch_no: old.batch_no,
        });
    }
    store::update(c, version, &new)?;
    keep_reports(c, &new)?;
    let event = NewEvent {
        product_id: new.product_id.clone(),
        target: Target::Batch(new.id.clone()),
        kind: if corrects {
            EventKind::Corrected
        } else {
            EventKind::Saved
        },
        detail: Some(detail(&old, &new)),
        reason,
    };
    Ok(events::record(c, event)?)
}

/// Whether what is said of a batch is fixed: it, or a unit of it, left the factory.
fn is_locked(c: &mut TenantConn<'_>, b: &Batch) -> Result<bool, Error> {
    let today = c.now().beijing_date();
    Ok(b.is_ex_factory(today) || !store::with_units_out(c, std::slice::from_ref(&b.id), today)?.is_empty())
}

/// Whether anything but the note changes; whether its reports are open counts as soon as there are some.
fn is_reviewed_changed(old: &Batch, new: &Batch) -> bool {
    let facts = |b: &Batch| {
        (
            b.made_on,
            b.expires_on,
            b.quantity,
            b.quantity_kind,
            b.report_kind,
            b.is_report_public && !b.report_file_ids.0.is_empty(),
        )
    };
    facts(old) != facts(new) || old.report_file_ids.0 != new.report_file_ids.0
}

/// Makes the reports of a batch these, open or closed as it says.
fn keep_reports(c: &mut TenantConn<'_>, b: &Batch) -> Result<(), Error> {
    let reports = Wanted::list(
        product::slots::INSPECTION_REPORT,
        &b.report_file_ids.0,
        "/report_file_ids",
    );
    let reports: Vec<_> = reports.map(|w| w.public(b.is_report_public)).collect();
    let owner = FileOwner::new("batch", &b.id);
    Ok(upload::keep(c, &owner, &reports, Dropped::Release)?)
}

/// All that is true now, which an earlier day is told from, and what changed, which people read.
fn detail(old: &Batch, new: &Batch) -> EventDetail {
    EventDetail::BatchSaved(BatchSaved {
        batch_no: new.batch_no.clone(),
        made_on: new.made_on,
        expires_on: new.expires_on,
        quantity: new.quantity,
        quantity_kind: new.quantity_kind.map(|kind| kind.as_str().to_owned()),
        report_kind: new.report_kind.map(|kind| kind.as_str().to_owned()),
        report_file_ids: new.report_file_ids.0.iter().map(ToString::to_string).collect(),
        is_report_public: new.is_report_public,
        note: new.note.clone(),
        changes: changes(old, new),
    })
}

/// The fields that changed, with what they were and what they are.
fn changes(old: &Batch, new: &Batch) -> BTreeMap<String, Change> {
    let (old_reports, new_reports) = (&old.report_file_ids.0, &new.report_file_ids.0);
    let (old, new) = (stored_facts(old), stored_facts(new));
    let differing = new.into_iter().filter_map(|(field, to)| {
        let from = old.get(&field).cloned().filter(|from| !from.is_null());
        let to = Some(to).filter(|to| !to.is_null());
        (from != to).then_some((field, Change { from, to }))
    });
    let mut all: BTreeMap<_, _> = differing.collect();
    // As many other reports are a change too.
    if old_reports != new_reports && !all.contains_key("report_file_ids") {
        let count = json!(old_reports.len());
        all.insert(
            "report_file_ids".to_owned(),
            Change::between(count.clone(), count),
        );
    }
    all
}

fn stored_facts(b: &Batch) -> Map<String, Value> {
    let all = json!({
        "made_on": b.made_on, "expires_on": b.expires_on, "quantity": b.quantity, "quantity_kind": b.quantity_kind,
        "report_kind": b.report_kind, "report_file_ids": b.report_file_ids.0.len(), "is_report_public": b.is_report_public, "note": b.note,
    });
    match all {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}
