//! Opening and ending recalls.

use super::{Error, RecallFilter, RecallView, model::OpenRecall, store};
use crate::{
    Level,
    batch::{self, Batch},
    recalled::{self, Recall, RecallId},
    unit,
};
use db::TenantConn;
use identifiers::{SerialNo, serial::Span};
use product::{
    Product, ProductState,
    events::{self, EventDetail, EventKind, NewEvent, RecallAdvice, Target},
};

/// Warns of codes from now on.
pub(super) fn open(c: &mut TenantConn<'_>, order: OpenRecall) -> Result<RecallId, Error> {
    let product = product::take_turn(c, &order.product_id).map_err(product::blame_body)?;
    if product.state != ProductState::Activated {
        return Err(Error::Inactive);
    }
    let batch = match &order.batch_no {
        Some(no) => {
            Some(batch::find_by_no(c, &product.id, no.as_str())?.ok_or(batch::Error::ReferredNotFound)?)
        }
        None => None,
    };
    let span = match &order.first_serial {
        Some(first) => Some(issued(c, &product, first, order.last_serial.as_ref())?),
        None => None,
    };
    let recall = Recall {
        id: RecallId::new(),
        product_id: product.id.clone(),
        batch_id: batch.map(|b| b.id),
        width: span.as_ref().map(|s| s.width),
        first_number: span.as_ref().map(|s| s.first),
        last_number: span.as_ref().map(|s| s.last),
        prefix: span.map(|s| s.prefix),
        reason: order.reason,
        advice: order.advice,
        opened_at: c.now(),
        ended_at: None,
        end_reason: None,
    };
    if recalled::open_of(c, &product.id)?
        .iter()
        .any(|r| meet(r, &recall))
    {
        return Err(Error::Open);
    }
    store::insert(c, &recall)?;
    tell(c, &recall, EventKind::Recalled, &recall.reason)?;
    Ok(recall.id)
}

/// Ends a recall, with the reason why the warning is no longer needed.
pub(super) fn end(c: &mut TenantConn<'_>, id: &RecallId, reason: &str) -> Result<(), Error> {
    let (recall, _, _) = store::find(c, id)?;
    product::take_turn(c, &recall.product_id)?;
    match store::end(c, id, reason)? {
        true => tell(c, &recall, EventKind::RecallEnded, reason),
        false => Err(Error::Ended),
    }
}

pub(super) fn find_view(c: &mut TenantConn<'_>, id: &RecallId) -> Result<RecallView, Error> {
    let (recall, product, batch) = store::find(c, id)?;
    Ok(view(recall, product, batch))
}

/// One page of the recalls a filter means, newest first, and how many there are in all.
pub(super) fn list(
    c: &mut TenantConn<'_>,
    filter: &RecallFilter,
    page: (i64, i64),
) -> Result<(Vec<RecallView>, i64), Error> {
    let (found, total) = store::list(c, filter, page)?;
    let views = found.into_iter().map(|(r, p, b)| view(r, p, b));
    Ok((views.collect(), total))
}

fn view(r: Recall, p: Product, b: Option<Batch>) -> RecallView {
    let span = r.span();
    RecallView {
        level: r.level(),
        id: r.id,
        product_id: r.product_id,
        trace_code: p.trace_code,
        product_name: p.name,
        batch_id: r.batch_id,
        batch_no: b.map(|b| b.batch_no),
        first_serial: span.as_ref().map(Span::first_serial),
        last_serial: span.as_ref().map(Span::last_serial),
        reason: r.reason,
        advice: r.advice,
        opened_at: r.opened_at,
        ended_at: r.ended_at,
        end_reason: r.end_reason,
    }
}

/// A run of which every unit was issued.
fn issued(
    c: &mut TenantConn<'_>,
    product: &Product,
    first: &SerialNo,
    last: Option<&SerialNo>,
) -> Result<Span, Error> {
    let span = Span::between(first, last.unwrap_or(first))?;
    unit::issued(c, &product.id, &span)?;
    Ok(span)
}

/// Whether two recalls of a product are of the same level and have a code in common.
fn meet(a: &Recall, b: &Recall) -> bool {
    match (a.level(), b.level()) {
        (Level::Product, Level::Product) => true,
        (Level::Batch, Level::Batch) => a.batch_id == b.batch_id,
        (Level::Unit, Level::Unit) => {
            (&a.prefix, a.width) == (&b.prefix, b.width)
                && a.first_number <= b.last_number
                && b.first_number <= a.last_number
        }
        _ => false,
    }
}

fn tell(c: &mut TenantConn<'_>, r: &Recall, kind: EventKind, reason: &str) -> Result<(), Error> {
    let target = match (r.span(), &r.batch_id) {
        (Some(span), _) => Target::Units(span, None),
        (None, Some(batch)) => Target::Batch(batch.clone()),
        (None, None) => Target::Product,
    };
    let event = NewEvent {
        product_id: r.product_id.clone(),
        target,
        kind,
        detail: (kind == EventKind::Recalled).then(|| {
            EventDetail::RecallAdvice(RecallAdvice {
                advice: r.advice.clone(),
            })
        }),
        reason: Some(reason.to_owned()),
    };
    Ok(events::record(c, event)?)
}
