//! What a code was answered at an earlier instant, for disputes: the version of the record that held then, and states,
//! batches and units as their history tells. Where there is none, as for what was coded before histories were kept, what is
//! stored now is taken. The maker has the name it had then. Its brand, its qualifications and the packs units are in are not told
//! as they were: those of today are told, packs are left out.

use super::{
    BatchFacts, CodeKey, Resolution, Snapshot,
    assembly::{self, Shown, assemble},
    codes::reports_of,
    judge::judge,
    public::Open,
    store,
};
use crate::Error;
use coding::{
    CodeState,
    batch::{Batch, BatchId},
    unit::UnitRange,
    verdict::Ground,
};
use db::{List, PublicConn};
use enterprise::profile;
use identifiers::serial::Place;
use kernel::{Code, Timestamp};
use product::{
    Product, ProductId, ProductState,
    events::{CodeEvent, EventDetail, EventKind},
};
use std::{convert::Infallible, sync::Arc};

/// What a code of a product, which the key names, stood for at an instant; none when it was not there yet.
pub(super) fn resolve(
    c: &mut PublicConn<'_>,
    key: &CodeKey,
    at: Timestamp,
) -> Result<Option<Resolution>, Error> {
    let holder = match key.product() {
        Some(id) => Some(id.clone()),
        None => holder_at(c, key, at)?,
    };
    // Codes beside its own are those of today.
    let linked = match &holder {
        Some(_) => None,
        None => store::linked_product(c, &key.gtin)?.map(|(id, _)| id),
    };
    let is_linked = linked.is_some();
    let Some(id) = holder.or(linked) else {
        return Ok(None);
    };
    let Some((owner, product)) = store::find_product(c, &id)? else {
        return Ok(None);
    };
    if product.created_at > at {
        return Ok(None);
    }
    let mut events = store::events_until(c, (&owner, &product.id), key.place(), at)?;
    let version = store::find_version_at(c, &product, at)?;
    let (state, reason) = state_at(&product, &events, at);
    let read = version.read_shown(&product)?;
    let beside = assembly::Beside {
        id: product.id.clone(),
        code_reach: product.code_reach,
        updated: assembly::updated(&version),
    };
    let Shown { product: facts, .. } = assemble(c, &owner, (read.value, read.unreadable), beside)?;
    let maker = profile::find_public_at(c, &owner, at)?;
    let unit = match key.place() {
        Some(place) => unit_at(c, &product, place, &events, at)?,
        None => None,
    };
    let named = match &key.batch_no {
        Some(no) => store::find_batch(c, &product.id, no)?,
        None => None,
    };
    let own = match unit.as_ref().and_then(|u| u.batch_id.as_ref()) {
        Some(id) => store::find_batch_by_id(c, id)?,
        None => None,
    };
    let both: Vec<_> = named.iter().chain(&own).cloned().collect();
    for batch in &both {
        events.extend(store::events_of_batch_until(c, &owner, &batch.id, at)?);
    }
    let reports = reports_of(c, &owner, &both)?;
    let open = Open(&reports);
    let batch_at = |b: Option<Batch>| b.and_then(|b| batch_at(b, &events, at, &open)).map(Arc::new);
    let (named, own, unit) = (batch_at(named), batch_at(own), unit.map(Arc::new));
    let ground = Ground {
        state: match state {
            Some(state) if state.is_alive() => CodeState::Active.into(),
            Some(_) => CodeState::Voided.into(),
            None => Code::Unknown(""),
        },
        state_reason: reason,
        is_voided_by_operator: events.iter().any(|e| e.kind == EventKind::VoidedByOperator),
        is_activated: product.is_activated(state),
        ..Ground::of(&product, maker.is_active, store::recalls_at(c, &product.id, at)?)
    };
    let snapshot = Arc::new(Snapshot::alone(facts, maker, ground));
    let found = judge::<Infallible>(
        &snapshot,
        key,
        at.beijing_date(),
        |_| Ok(named.clone()),
        |_| Ok(own.clone()),
        |_| Ok(unit.clone()),
    );
    Ok(found.ok().map(|found| Resolution { is_linked, ..found }))
}

/// Which of the products that have or had a GTIN a code was of: the one it was issued of, else the one the GTIN answered for.
fn holder_at(c: &mut PublicConn<'_>, key: &CodeKey, at: Timestamp) -> Result<Option<ProductId>, Error> {
    let mut first = None;
    for (_, id) in store::products_of(c, &key.gtin)? {
        let Some((_, product)) = store::find_product(c, &id)? else {
            continue;
        };
        if product.created_at > at {
            continue;
        }
        let is_of_it = match (key.place(), &key.batch_no) {
            (Some(place), _) => store::find_range(c, &id, place)?.is_some(),
            (None, Some(no)) => store::find_batch(c, &id, no)?.is_some(),
            (None, None) => true,
        };
        if is_of_it {
            return Ok(Some(id));
        }
        first.get_or_insert(id);
    }
    Ok(first)
}

/// Where a product stood, and why it had ended if it had; no state when something was done that only a newer program
/// knows.
fn state_at(p: &Product, events: &[CodeEvent], at: Timestamp) -> (Option<ProductState>, Option<String>) {
    let moved = |e: &CodeEvent| {
        let to = match e.kind.known() {
            None => return decides(e).then_some((None, None)),
            Some(kind) => kind,
        };
        let to = match to {
            EventKind::Created | EventKind::Withdrawn => ProductState::Draft,
            EventKind::Submitted => ProductState::Submitted,
            EventKind::Rejected => ProductState::Rejected,
            EventKind::Approved => ProductState::Approved,
            EventKind::Activated => ProductState::Activated,
            EventKind::Voided | EventKind::VoidedByOperator => ProductState::Voided,
            _ => return None,
        };
        Some((Some(to), e.reason.clone()))
    };
    let own = events.iter().rev().filter(|e| is_products(e));
    own.filter_map(moved).next().unwrap_or_else(|| {
        let is_active = p.activated_at.is_some_and(|since| since <= at);
        let state = if is_active {
            ProductState::Activated
        } else {
            ProductState::Draft
        };
        (Some(state), None)
    })
}

/// Whether an event may change what a code is worth. What other crates do to codes is named after them, as in
/// `ebike.bound`, and never does.
fn decides(e: &CodeEvent) -> bool {
    e.kind.is_unknown() && !e.kind.as_str().contains('.')
}

fn is_products(e: &CodeEvent) -> bool {
    e.batch_id.is_none() && e.prefix.is_none()
}

/// A batch as it was; none when it was not there yet.
fn batch_at(mut b: Batch, events: &[CodeEvent], at: Timestamp, open: &Open<'_>) -> Option<BatchFacts> {
    if b.created_at > at {
        return None;
    }
    let own = events
        .iter()
        .filter(|e| e.prefix.is_none() && e.batch_id.as_ref() == Some(&b.id));
    let voided = own.clone().find(|e| e.kind == EventKind::Voided);
    let unknown = own.clone().find(|e| decides(e)).map(|e| e.kind.as_str());
    b.ex_factory_on = None;
    for event in own {
        match event.detail().and_then(|read| read.value) {
            Some(EventDetail::BatchFacts(d)) if event.kind == EventKind::Created => {
                (b.made_on, b.expires_on, b.quantity) = (d.made_on, d.expires_on, d.quantity);
                b.quantity_kind = d.quantity_kind.as_deref().map(Code::of);
                (b.report_file_ids, b.is_report_public) = (List::default(), false);
            }
            Some(EventDetail::BatchSaved(d)) => {
                (b.made_on, b.expires_on, b.quantity) = (d.made_on, d.expires_on, d.quantity);
                b.quantity_kind = d.quantity_kind.as_deref().map(Code::of);
                b.report_file_ids = List::of(
                    d.report_file_ids
                        .iter()
                        .filter_map(|id| id.parse().ok())
                        .collect(),
                );
                b.is_report_public = d.is_report_public;
            }
            Some(EventDetail::ExFactory(d)) => b.ex_factory_on = Some(d.ex_factory_on),
            _ => {}
        }
    }
    b.state = match (voided, unknown) {
        (Some(_), _) => CodeState::Voided.into(),
        (None, Some(kind)) => Code::Unknown(kind),
        (None, None) => CodeState::Active.into(),
    };
    b.state_reason = voided.and_then(|e| e.reason.clone());
    Some(BatchFacts::of(b, open))
}

/// A unit as it was; none when it was not issued yet.
fn unit_at(
    c: &mut PublicConn<'_>,
    product: &Product,
    place: &Place,
    events: &[CodeEvent],
    at: Timestamp,
) -> Result<Option<UnitRange>, Error> {
    let Some(mut unit) = store::find_range(c, &product.id, place)? else {
        return Ok(None);
    };
    if unit.issued_at > at {
        return Ok(None);
    }
    let covers = |e: &&CodeEvent| {
        e.prefix.as_ref() == Some(&place.prefix)
            && e.width == Some(place.width)
            && e.first_number.is_some_and(|first| first <= place.number)
            && e.last_number.is_some_and(|last| last >= place.number)
    };
    (unit.state, unit.state_reason) = (CodeState::Active.into(), None);
    unit.ex_factory_on = None;
    for event in events.iter().filter(covers) {
        let Some(kind) = event.kind.known() else {
            if decides(event) && unit.state != CodeState::Voided {
                unit.state = Code::Unknown(event.kind.as_str());
            }
            continue;
        };
        match kind {
            EventKind::Issued => apply_event(&mut unit, event.batch_id.clone(), event, false),
            EventKind::Associated | EventKind::Reassociated | EventKind::Corrected | EventKind::ExFactory => {
                apply_event(&mut unit, event.batch_id.clone(), event, event.batch_id.is_none());
            }
            EventKind::Voided => {
                (unit.state, unit.state_reason) = (CodeState::Voided.into(), event.reason.clone());
            }
            _ => {}
        }
    }
    Ok(Some(unit))
}

/// What an event made true of a unit: its batch and dates, or only the dates it names.
fn apply_event(unit: &mut UnitRange, batch: Option<BatchId>, event: &CodeEvent, keeps_batch: bool) {
    match event.detail().and_then(|read| read.value) {
        Some(EventDetail::UnitAssociation(d)) => {
            (unit.batch_id, unit.made_on, unit.expires_on) = (batch, d.made_on, d.expires_on);
        }
        Some(EventDetail::ExFactory(d)) => unit.ex_factory_on = Some(d.ex_factory_on),
        Some(EventDetail::UnitDates(d)) if keeps_batch => {
            unit.made_on = d.made_on.or(unit.made_on);
            unit.expires_on = d.expires_on.or(unit.expires_on);
        }
        Some(EventDetail::UnitDates(d)) => {
            (unit.batch_id, unit.made_on, unit.expires_on) = (batch, d.made_on, d.expires_on);
        }
        _ if keeps_batch => {}
        _ => (unit.batch_id, unit.made_on, unit.expires_on) = (batch, None, None),
    }
}
