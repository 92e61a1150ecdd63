use super::{SelfCheck, store as across};
use crate::{
    Error, Product, ProductId,
    events::{self, EventKind, NewEvent, Target},
    files,
    judge::incomplete,
    notice::{ProductNotice, ReviewNotice},
    revision,
    state::ProductState::{self, Activated, Approved, Draft, Rejected, Submitted},
    store,
};
use db::{PlatformConn, TenantConn};
use enterprise::{
    notice::notify_enterprise,
    profile::{self, ReviewMode},
};
use kernel::Code;
use notify::{Notice, notify_operators};

/// Sends a product to review. Without a reviewer it is approved as soon as it keeps every rule.
///
/// # Errors
/// When it is not a draft or rejected, was not confirmed, or is not complete.
pub fn submit(c: &mut TenantConn<'_>, id: &ProductId, check: &SelfCheck) -> Result<(), Error> {
    if !check.confirmed {
        return Err(Error::NotConfirmed);
    }
    let p = store::take_turn(c, id)?;
    let record = revision::store::current_record(c, &p)?.whole()?;
    if let Some(missing) = incomplete(&record, c.now().beijing_date()) {
        return Err(missing.into());
    }
    change_state(c, &p, &[Draft, Rejected], Submitted, EventKind::Submitted, None)?;
    if profile::review_mode(c)? == ReviewMode::Automatic {
        let p = Product {
            state: Submitted.into(),
            ..p
        };
        return change_state(c, &p, &[Submitted], Approved, EventKind::Approved, None);
    }
    let waiting = ReviewNotice::ProductSubmitted {
        enterprise: profile::name(c)?,
        product: p.name,
        trace_code: p.trace_code,
    };
    notify_operators(c, &Notice::new(waiting).link("/platform/products"))?;
    Ok(())
}

/// Takes a product back from review, to change it.
pub(super) fn withdraw(c: &mut TenantConn<'_>, id: &ProductId) -> Result<(), Error> {
    let p = store::take_turn(c, id)?;
    change_state(c, &p, &[Submitted], Draft, EventKind::Withdrawn, None)
}

/// Makes the codes of an approved product valid.
///
/// # Errors
/// When it is not approved, or no longer complete, as when its report has expired meanwhile.
pub fn activate(c: &mut TenantConn<'_>, id: &ProductId) -> Result<(), Error> {
    let p = store::take_turn(c, id)?;
    let record = revision::store::current_record(c, &p)?.whole()?;
    if let Some(missing) = incomplete(&record, c.now().beijing_date()) {
        return Err(missing.into());
    }
    change_state(c, &p, &[Approved], Activated, EventKind::Activated, None)?;
    let now = c.now();
    revision::store::set_made_at(c, &p, now)
}

/// Stops or takes up production; while it rests no quantities are to be filed (F156).
pub(super) fn pause(c: &mut TenantConn<'_>, id: &ProductId, is_paused: bool) -> Result<(), Error> {
    let p = store::take_turn(c, id)?;
    must_be(&p, Activated)?;
    if p.is_paused == is_paused {
        return Ok(());
    }
    store::set_paused(c, id, is_paused)?;
    let kind = if is_paused {
        EventKind::Paused
    } else {
        EventKind::Resumed
    };
    record_event(c, id, kind, None)
}

/// Removes a product nobody ever saw: a draft that was never submitted and has neither batches nor units (C3).
pub(super) fn remove(c: &mut TenantConn<'_>, id: &ProductId) -> Result<(), Error> {
    let p = store::take_turn(c, id)?;
    let untouched = p.state == Draft && !store::was_submitted(c, id)?;
    if !untouched {
        return Err(Error::NotRemovable);
    }
    files::drop_all(c, id)?;
    revision::store::delete_all(c, id)?;
    store::delete(c, id)
}

/// Lets a product pass, or sends it back with the reason; the platform's part of the review.
pub(super) fn judge(c: &mut PlatformConn<'_>, id: &ProductId, reason: Option<&str>) -> Result<(), Error> {
    let owner = across::owner_of(c, id)?;
    let c = &mut c.acting_for(&owner);
    let p = store::take_turn(c, id)?;
    let (product, trace_code) = (p.name.clone(), p.trace_code.clone());
    let told = match reason {
        None => {
            change_state(c, &p, &[Submitted], Approved, EventKind::Approved, None)?;
            ProductNotice::ProductApproved { product, trace_code }
        }
        Some(reason) => {
            change_state(c, &p, &[Submitted], Rejected, EventKind::Rejected, Some(reason))?;
            ProductNotice::ProductRejected {
                product,
                trace_code,
                reason: reason.to_owned(),
            }
        }
    };
    notify_enterprise(c, &Notice::new(told).link(format!("/products/{id}")))?;
    Ok(())
}

/// Moves a product from one of some states to another, and keeps that it happened.
pub(crate) fn change_state(
    c: &mut TenantConn<'_>,
    p: &Product,
    from: &[ProductState],
    to: ProductState,
    kind: EventKind,
    reason: Option<&str>,
) -> Result<(), Error> {
    if !from.iter().any(|state| p.state == *state) {
        return Err(wrong_state(p.state));
    }
    store::set_state(c, &p.id, to, reason)?;
    record_event(c, &p.id, kind, reason)
}

pub(crate) fn record_event(
    c: &mut TenantConn<'_>,
    id: &ProductId,
    kind: EventKind,
    reason: Option<&str>,
) -> Result<(), Error> {
    let event = NewEvent {
        product_id: id.clone(),
        target: Target::Product,
        kind,
        detail: None,
        reason: reason.map(str::to_owned),
    };
    Ok(events::record(c, event)?)
}

pub(crate) fn must_be(p: &Product, state: ProductState) -> Result<(), Error> {
    match p.state == state {
        true => Ok(()),
        false => Err(wrong_state(p.state)),
    }
}

fn wrong_state(state: Code<ProductState>) -> Error {
    match state {
        Code::Known(ProductState::Voided) => Error::Voided,
        state => Error::WrongState {
            state: state.label(kernel::Lang::Zh),
            state_en: state.as_str(),
        },
    }
}
