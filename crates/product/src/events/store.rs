use super::{CodeEvent, EventKind, NewEvent, Target, model::CodeEventId};
use crate::{BatchId, ProductId};
use db::{
    Fault, Stored, TenantConn,
    schema::{accounts, code_events},
};
use diesel::prelude::*;
use identifiers::serial::Place;

type Result<T> = std::result::Result<T, Fault>;

/// Keeps an event, with who is at work and when.
///
/// # Errors
/// When the database fails.
pub fn record(c: &mut TenantConn<'_>, new: NewEvent) -> Result<()> {
    let (batch_id, span) = match new.target {
        Target::Product => (None, None),
        Target::Batch(id) => (Some(id), None),
        Target::Units(span, batch) => (batch, Some(span)),
    };
    let event = CodeEvent {
        id: CodeEventId::new(),
        product_id: new.product_id,
        batch_id,
        width: span.as_ref().map(|s| s.width),
        first_number: span.as_ref().map(|s| s.first),
        last_number: span.as_ref().map(|s| s.last),
        prefix: span.map(|s| s.prefix),
        kind: new.kind.into(),
        detail: new.detail.as_ref().map(Stored::of),
        reason: new.reason,
        account_id: c.account().cloned(),
        made_at: c.now(),
    };
    c.insert(code_events::table, &event)?;
    Ok(())
}

/// An event and the name of who did it.
pub type Told = (CodeEvent, Option<String>);

/// The events of a product itself, newest first.
///
/// # Errors
/// When the database fails.
pub fn of_product(c: &mut TenantConn<'_>, product: &ProductId) -> Result<Vec<Told>> {
    let rows = c
        .rows(code_events::table)
        .left_join(accounts::table)
        .filter(code_events::product_id.eq(product))
        .filter(code_events::batch_id.is_null())
        .filter(code_events::prefix.is_null())
        .order((code_events::made_at.desc(), code_events::id.desc()));
    let rows = rows.select((CodeEvent::as_select(), accounts::display_name.nullable()));
    Ok(rows.load(c)?)
}

/// The events of a batch itself and of the units that were in it at the time, newest first.
///
/// # Errors
/// When the database fails.
pub fn of_batch(c: &mut TenantConn<'_>, batch: &BatchId) -> Result<Vec<Told>> {
    let rows = c
        .rows(code_events::table)
        .left_join(accounts::table)
        .filter(code_events::batch_id.eq(batch))
        .order((code_events::made_at.desc(), code_events::id.desc()));
    let rows = rows.select((CodeEvent::as_select(), accounts::display_name.nullable()));
    Ok(rows.load(c)?)
}

/// The events of one unit, newest first.
///
/// # Errors
/// When the database fails.
pub fn of_unit(c: &mut TenantConn<'_>, product: &ProductId, at: &Place) -> Result<Vec<Told>> {
    let rows = c
        .rows(code_events::table)
        .left_join(accounts::table)
        .filter(code_events::product_id.eq(product))
        .filter(code_events::prefix.eq(&at.prefix))
        .filter(code_events::width.eq(at.width))
        .filter(code_events::first_number.le(at.number))
        .filter(code_events::last_number.ge(at.number))
        .order((code_events::made_at.desc(), code_events::id.desc()));
    let rows = rows.select((CodeEvent::as_select(), accounts::display_name.nullable()));
    Ok(rows.load(c)?)
}

/// The recalls of a product and of its batches, opened and ended, newest first: what its units were warned of without being
/// named.
///
/// # Errors
/// When the database fails.
pub fn coarse_recalls(c: &mut TenantConn<'_>, product: &ProductId) -> Result<Vec<Told>> {
    let rows = c
        .rows(code_events::table)
        .left_join(accounts::table)
        .filter(code_events::product_id.eq(product))
        .filter(code_events::prefix.is_null())
        .filter(code_events::kind.eq_any([EventKind::Recalled, EventKind::RecallEnded]))
        .order((code_events::made_at.desc(), code_events::id.desc()));
    let rows = rows.select((CodeEvent::as_select(), accounts::display_name.nullable()));
    Ok(rows.load(c)?)
}
