use super::{
    model::{ChangeRequest, ChangeRequestId, ChangeRequestState},
    store,
    view::{merged, read},
};
use crate::{
    AdmittedRecord, Error, Product, ProductId, ProductRecord,
    amend::{self, Amendment},
    events::EventKind,
    files, judge, level, life,
    notice::{ProductNotice, ReviewNotice},
    prepare::{Prepared, prepared},
    revision,
    state::ProductState,
    store as products,
};
use db::{List, PlatformConn, Stored, TenantConn};
use enterprise::{
    notice::notify_enterprise,
    profile::{self, ReviewMode},
};
use notify::{Notice, notify_operators};

/// The present version of a product.
pub(super) fn version(c: &mut TenantConn<'_>, product: &ProductId) -> Result<i64, Error> {
    Ok(products::find(c, product)?.version)
}

/// Asks for a change of what was reviewed. Without a reviewer the rules decide at once.
///
/// # Errors
/// When nothing was reviewed yet, another change waits, nothing changes, or the record is not complete.
pub(super) fn create(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    version: i64,
    (record, reason): (AdmittedRecord, String),
) -> Result<ChangeRequestId, Error> {
    let p = products::take_turn(c, product)?;
    must_be_reviewed(&p)?;
    if p.version != version {
        return Err(Error::Stale);
    }
    if store::find_open(c, product)?.is_some() {
        return Err(Error::ChangeRequestOpen);
    }
    let former = revision::store::current_record(c, &p)?.whole()?;
    let to = admit(c, &p, &former, record)?;
    let changed = revision::changed_fields(&amend::with_name_of_brand(&former, &to.record), &to.record);
    if changed.is_empty() {
        return Err(Error::NothingChanged);
    }
    let is_waiting = profile::review_mode(c)? != ReviewMode::Automatic;
    let now = c.now();
    let request = ChangeRequest {
        id: ChangeRequestId::new(),
        product_id: product.clone(),
        record: Stored::of(&to.record),
        changed_fields: List::of(changed.clone()),
        reason,
        state: match is_waiting {
            true => ChangeRequestState::Submitted.into(),
            false => ChangeRequestState::Approved.into(),
        },
        state_reason: None,
        account_id: c.account().cloned(),
        created_at: now,
        decided_at: (!is_waiting).then_some(now),
        former: Stored::of(&former),
    };
    store::insert(c, &request)?;
    let reason = Some(request.reason.as_str());
    life::record_event(c, product, EventKind::ChangeRequested, reason)?;
    if !is_waiting {
        life::record_event(c, product, EventKind::ChangeApproved, None)?;
        apply(c, &p, to, changed, request.reason)?;
        return Ok(request.id);
    }
    files::keep_asked(c, &request.id, &to.record, &former)?;
    let waiting = ReviewNotice::ChangeRequested {
        enterprise: profile::name(c)?,
        product: p.name,
        trace_code: p.trace_code,
    };
    notify_operators(c, &Notice::new(waiting).link("/platform/change-requests"))?;
    Ok(request.id)
}

/// Takes a change request back.
///
/// # Errors
/// When there is none, or it was decided.
pub(super) fn withdraw(c: &mut TenantConn<'_>, id: &ChangeRequestId) -> Result<(), Error> {
    let (asked, _) = store::find(c, id)?;
    products::take_turn(c, &asked.product_id)?;
    close(
        c,
        &asked,
        ChangeRequestState::Withdrawn,
        EventKind::ChangeWithdrawn,
        None,
    )
}

/// The record that a change request which waits would make, and the version of the product it was read in. Its rich text is
/// admitted before [`approve`] begins, because that takes time.
///
/// # Errors
/// When somebody decided it meanwhile, or the records cannot be read whole.
pub(super) fn proposed(
    c: &mut PlatformConn<'_>,
    id: &ChangeRequestId,
) -> Result<(i64, ProductRecord), Error> {
    let owner = store::owner_of(c, id)?;
    let c = &mut c.acting_for(&owner);
    let (asked, p) = store::find(c, id)?;
    must_wait(&asked)?;
    let current = revision::store::current_record(c, &p)?.whole()?;
    let record = merged(&current, &read(&asked.record, &p)?, &asked.changed_fields.0)?;
    Ok((p.version, record))
}

/// Lets a change pass with the record that [`proposed`] made; the platform's part.
///
/// # Errors
/// When somebody else decided it, its product is voided or changed meanwhile, or the record is no longer complete.
pub(super) fn approve(
    c: &mut PlatformConn<'_>,
    id: &ChangeRequestId,
    version: i64,
    record: AdmittedRecord,
) -> Result<(), Error> {
    let owner = store::owner_of(c, id)?;
    let c = &mut c.acting_for(&owner);
    let (p, asked) = waiting(c, id)?;
    must_be_reviewed(&p)?;
    if p.version != version {
        return Err(Error::Stale);
    }
    let (to, kind) = (ChangeRequestState::Approved, EventKind::ChangeApproved);
    close(c, &asked, to, kind, None)?;
    let current = revision::store::current_record(c, &p)?.whole()?;
    let to = admit(c, &p, &current, record)?;
    let changed = revision::changed_fields(&amend::with_name_of_brand(&current, &to.record), &to.record);
    let told = ProductNotice::ChangeApproved {
        product: p.name.clone(),
        trace_code: p.trace_code.clone(),
    };
    apply(c, &p, to, changed, asked.reason)?;
    Ok(notify_enterprise(
        c,
        &Notice::new(told).link(format!("/products/{}", p.id)),
    )?)
}

/// Sends a change back with the reason; the platform's part.
///
/// # Errors
/// When somebody else decided it.
pub(super) fn reject(c: &mut PlatformConn<'_>, id: &ChangeRequestId, reason: &str) -> Result<(), Error> {
    let owner = store::owner_of(c, id)?;
    let c = &mut c.acting_for(&owner);
    let (p, asked) = waiting(c, id)?;
    let (to, kind) = (ChangeRequestState::Rejected, EventKind::ChangeRejected);
    close(c, &asked, to, kind, Some(reason))?;
    let link = format!("/products/{}", p.id);
    let told = ProductNotice::ChangeRejected {
        product: p.name,
        trace_code: p.trace_code,
        reason: reason.to_owned(),
    };
    Ok(notify_enterprise(c, &Notice::new(told).link(link))?)
}

/// A request that still waits, with its product, whose turn is taken so that nobody else decides.
fn waiting(c: &mut TenantConn<'_>, id: &ChangeRequestId) -> Result<(Product, ChangeRequest), Error> {
    let product = store::find(c, id)?.0.product_id;
    let p = products::take_turn(c, &product)?;
    // Read again now that nobody else decides.
    let (asked, _) = store::find(c, id)?;
    must_wait(&asked)?;
    Ok((p, asked))
}

fn must_wait(asked: &ChangeRequest) -> Result<(), Error> {
    match asked.state == ChangeRequestState::Submitted {
        true => Ok(()),
        false => Err(Error::ChangeRequestDecided),
    }
}

/// Closes the change request of a product that waits, because the product ended.
pub(crate) fn close_open(c: &mut TenantConn<'_>, product: &ProductId, reason: &str) -> Result<(), Error> {
    match store::find_open(c, product)? {
        Some(asked) => {
            let (to, kind) = (ChangeRequestState::Withdrawn, EventKind::ChangeWithdrawn);
            close(c, &asked, to, kind, Some(reason))
        }
        None => Ok(()),
    }
}

/// The first of some fields that a waiting change request is about.
pub(crate) fn in_the_way(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    changed: &[String],
) -> Result<Option<String>, Error> {
    let open = store::find_open(c, product)?;
    let asked = open.map(|asked| asked.changed_fields.0).unwrap_or_default();
    Ok(changed.iter().find(|field| asked.contains(field)).cloned())
}

/// Decides a request; the files that came with it are let go, or taken over by the product that is written next.
fn close(
    c: &mut TenantConn<'_>,
    asked: &ChangeRequest,
    to: ChangeRequestState,
    kind: EventKind,
    reason: Option<&str>,
) -> Result<(), Error> {
    store::decide(c, &asked.id, to, reason)?;
    files::drop_asked(c, &asked.id)?;
    life::record_event(c, &asked.product_id, kind, reason)
}

/// What was reviewed and goes on; everything else is changed without asking, or not at all.
fn must_be_reviewed(p: &Product) -> Result<(), Error> {
    match p.state.known() {
        Some(ProductState::Activated | ProductState::Approved) => Ok(()),
        Some(ProductState::Draft | ProductState::Rejected) => Err(Error::NotReviewed),
        Some(ProductState::Submitted) => Err(Error::UnderReview),
        _ => life::must_be(p, ProductState::Activated),
    }
}

/// A record that may come into the place of the one that holds.
fn admit(
    c: &mut TenantConn<'_>,
    p: &Product,
    former: &ProductRecord,
    asked: AdmittedRecord,
) -> Result<Prepared, Error> {
    let record = &asked.record;
    if record.trace_code.gtin14() != p.gtin {
        return Err(Error::TraceCodeFixed);
    }
    let to = prepared(c, p.id.clone(), asked, Some(former))?;
    level::may_change(c, p, former.coding_level, to.record.coding_level)?;
    let changed = revision::changed_fields(&amend::with_name_of_brand(former, &to.record), &to.record);
    match judge::worsened(former, &to.record, &changed, c.now().beijing_date()) {
        Some(missing) => Err(missing.into()),
        None => Ok(to),
    }
}

/// Makes the record the one that holds.
fn apply(
    c: &mut TenantConn<'_>,
    p: &Product,
    to: Prepared,
    changed: Vec<String>,
    reason: String,
) -> Result<(), Error> {
    amend::keep_files(c, p, &to.record)?;
    let amendment = Amendment {
        old: p,
        version: p.version,
        state: match p.state.known() {
            Some(ProductState::Activated) => ProductState::Activated,
            _ => ProductState::Approved,
        },
        changed,
        mends: false,
        reason: Some(reason),
    };
    amend::write(c, to, amendment)?;
    Ok(())
}
