use super::{
    AdmittedRecord, ProductId, ProductRecord,
    admitted::TakenOut,
    amend::{self, Amendment},
    change_request, ending, files, judge, level, life, linking, prefix,
    prepare::{Prepared, prepared},
    revision,
    state::{ProductState, Voider},
    store, succession,
};
use crate::{
    Act, Error, Holders, Product,
    events::{EventKind, Target},
};
use db::{NotWhole, TenantConn};
use enterprise::profile;
use identifiers::Gtin;
use web::upload::Dropped;

/// Registers a product and its class code, as a draft: its codes are valid once it is activated.
///
/// # Errors
/// What is wrong with the record, or that its trace code is taken.
pub fn create(c: &mut TenantConn<'_>, record: AdmittedRecord) -> Result<ProductId, Error> {
    Ok(insert(c, record, None)?.0)
}

/// The same, with what was taken out of its rich text; perhaps as the successor of a voided product of the same trace code.
pub(super) fn insert(
    c: &mut TenantConn<'_>,
    record: AdmittedRecord,
    succeeds: Option<ProductId>,
) -> Result<(ProductId, TakenOut), Error> {
    succession::take_turn(c, record.record.trace_code.gtin14())?;
    succession::admit(c, &record.record.trace_code, succeeds.as_ref())?;
    linking::refuse_own_link(c, &record.record.trace_code)?;
    let Prepared {
        mut product,
        version,
        record,
        taken_out,
        links,
    } = prepared(c, ProductId::new(), record, None)?;
    product.succeeds_product_id = succeeds;
    files::keep(c, &product.id, &record, Dropped::Release)?;
    store::insert(c, &product)?;
    revision::store::insert(c, &version)?;
    linking::hold(c, &product.id, &links)?;
    life::record_event(c, &product.id, EventKind::Created, None)?;
    prefix::tell_owner(c, &product, &record.trace_code)?;
    Ok((product.id, taken_out))
}

/// Changes what a maker says of a product. While it is prepared everything but the trace code may change; what was reviewed
/// changes only by a change request; of an activated product every other change is a new version (C2).
pub(super) fn update(
    c: &mut TenantConn<'_>,
    id: &ProductId,
    version: i64,
    given: AdmittedRecord,
) -> Result<TakenOut, Error> {
    let old = store::take_turn(c, id)?;
    let read = revision::store::current_record(c, &old)?.editable()?;
    let former = &read.value;
    if given.record.trace_code.gtin14() != old.gtin {
        return Err(Error::TraceCodeFixed);
    }
    let to = prepared(c, id.clone(), given, Some(former))?;
    level::may_change(c, &old, former.coding_level, to.record.coding_level)?;
    amend::keep_files(c, &old, &to.record)?;
    let changed = revision::changed_fields(&amend::with_name_of_brand(former, &to.record), &to.record);
    let mode = profile::review_mode(c)?;
    let known = old.state.known();
    let locked = revision::locked_fields(known, mode, &read.unreadable);
    let first_locked = changed.iter().find(|field| locked.contains(&field.as_str()));
    let state = match known.ok_or(NotWhole::Newer)? {
        ProductState::Voided => return Err(Error::Voided),
        ProductState::Submitted => return Err(Error::UnderReview),
        _ if let Some(field) = first_locked => {
            return Err(Error::FieldLocked {
                pointer: format!("/{field}"),
            });
        }
        // What the review passed is no longer what is there.
        ProductState::Approved if revision::is_core_changed(&changed, &read.unreadable) => {
            ProductState::Draft
        }
        state => state,
    };
    if let Some(field) = change_request::in_the_way(c, id, &changed)? {
        return Err(Error::ChangeWaits {
            pointer: format!("/{field}"),
        });
    }
    if state == ProductState::Activated
        && let Some(missing) = judge::worsened(former, &to.record, &changed, c.now().beijing_date())
    {
        return Err(missing.into());
    }
    let amendment = Amendment {
        old: &old,
        version,
        state,
        changed,
        mends: !read.unreadable.is_empty(),
        reason: None,
    };
    let (product, code) = (to.product.clone(), to.record.trace_code);
    let taken_out = amend::write(c, to, amendment)?;
    prefix::tell_owner(c, &product, &code)?;
    Ok(taken_out)
}

/// Makes a draft like another product, to be adjusted 一键同步 (F149). Inspection reports and evidence are of one product
/// each and have to be uploaded anew.
pub(super) fn copy(c: &mut TenantConn<'_>, id: &ProductId, trace_code: Gtin) -> Result<ProductId, Error> {
    let former = store::find(c, id)?;
    let (mut record, sanitiser) = like(c, &former)?;
    record.trace_code = trace_code;
    // They are the former's, which goes on.
    record.linked_codes = linking::only_free(c, record.linked_codes)?;
    create(c, AdmittedRecord::stored(record, sanitiser))
}

/// Makes a draft under the trace code of a voided product of one's own, like it, to be put right. Both keep their history,
/// and what was issued of the voided one stays voided.
pub(super) fn succeed(c: &mut TenantConn<'_>, id: &ProductId) -> Result<ProductId, Error> {
    let former = store::take_turn(c, id)?;
    if former.state != ProductState::Voided {
        return Err(Error::NotVoided);
    }
    let (mut record, sanitiser) = like(c, &former)?;
    record.linked_codes = linking::only_free(c, record.linked_codes)?;
    Ok(insert(c, AdmittedRecord::stored(record, sanitiser), Some(former.id))?.0)
}

/// What a product's maker says of it, without what is of one product only.
fn like(c: &mut TenantConn<'_>, former: &Product) -> Result<(ProductRecord, Option<i64>), Error> {
    let stored = revision::store::current(c, former)?;
    let mut record = stored.read(former)?.whole()?;
    record.report_file_ids.clear();
    record.is_report_public = false;
    record.report_kind = None;
    record.report_expires_on = None;
    record.quality_indicators.clear();
    record.evidence_file_ids.clear();
    record.is_evidence_public = false;
    Ok((record, stored.sanitiser))
}

/// The present version of a product.
pub(super) fn version(c: &mut TenantConn<'_>, id: &ProductId) -> Result<i64, Error> {
    Ok(store::find(c, id)?.version)
}

/// The GTIN-14 of a product of one's own.
///
/// # Errors
/// When there is no such product or the database fails.
pub fn gtin(c: &mut TenantConn<'_>, id: &ProductId) -> Result<String, Error> {
    Ok(store::find(c, id)?.gtin)
}

/// The product of one's own that has this GTIN-14 and is not voided.
///
/// # Errors
/// When the database fails.
pub fn find_living(c: &mut TenantConn<'_>, gtin14: &str) -> Result<Option<ProductId>, Error> {
    store::living_with(c, gtin14)
}

/// Ends a product for good: its codes, its batches' and its units' go on answering, and say so.
///
/// # Errors
/// When there is no such product, it is voided already, or somebody holds its codes.
pub fn void(c: &mut TenantConn<'_>, holders: &Holders, id: &ProductId, reason: &str) -> Result<(), Error> {
    let p = store::take_turn(c, id)?;
    holders.admit(c, id, &Target::Product, Act::Void)?;
    ending::end(c, &p, Voider::Maker, reason)
}

/// A product that a body names as `/product_id` and that is not there is the body's fault.
#[must_use]
pub fn blame_body(e: Error) -> Error {
    blame_body_at(e, "/product_id")
}

/// The same for a product that is named elsewhere in the body.
#[must_use]
pub fn blame_body_at(e: Error, pointer: &str) -> Error {
    match e {
        Error::NotFound => Error::ReferredNotFound {
            pointer: pointer.to_owned(),
        },
        e => e,
    }
}
