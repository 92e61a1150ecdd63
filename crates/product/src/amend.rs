//! Writing down what a maker says of a product from now on: over a version that never held, or as a new one (C2).

use crate::{
    Error, Product, ProductRecord,
    admitted::TakenOut,
    events::{self, EventDetail, EventKind, NewEvent, ProductSaved, Target},
    files, linking,
    prepare::Prepared,
    revision,
    state::ProductState,
    store,
};
use db::{List, TenantConn};
use web::upload::Dropped;

/// How a record comes into the place of another one.
pub(super) struct Amendment<'a> {
    /// The product as it was.
    pub(super) old: &'a Product,
    /// In which version it was read.
    pub(super) version: i64,
    /// Where it stands then.
    pub(super) state: ProductState,
    /// The fields that differ.
    pub(super) changed: Vec<String>,
    /// Whether the record before could not be read, so that writing mends it.
    pub(super) mends: bool,
    /// Why, if somebody had to say so.
    pub(super) reason: Option<String>,
}

/// Makes the files of a product those of its record. The versions of before activation are written over; later ones stay, and
/// what they show stays with them.
pub(super) fn keep_files(c: &mut TenantConn<'_>, old: &Product, record: &ProductRecord) -> Result<(), Error> {
    let dropped = match old.state.known() {
        Some(ProductState::Activated) => Dropped::Close,
        _ => Dropped::Release,
    };
    files::keep(c, &old.id, record, dropped)
}

/// Writes a prepared record down. Of an activated product it is a new version; the one before stays.
pub(super) fn write(
    c: &mut TenantConn<'_>,
    prepared: Prepared,
    to: Amendment<'_>,
) -> Result<TakenOut, Error> {
    let Prepared {
        mut product,
        version: mut next,
        taken_out,
        links,
        ..
    } = prepared;
    let is_new = to.state == ProductState::Activated && !to.changed.is_empty();
    product.state = to.state.into();
    product.revision = to.old.revision + i64::from(is_new);
    store::update(c, to.version, &product)?;
    linking::hold(c, &product.id, &links)?;
    if to.changed.is_empty() && !to.mends {
        return Ok(taken_out);
    }
    next.revision = product.revision;
    let kind = if is_new {
        next.changed_fields = List::of(to.changed.clone());
        next.reason.clone_from(&to.reason);
        revision::store::insert(c, &next)?;
        EventKind::Amended
    } else {
        revision::store::replace(c, &next)?;
        EventKind::Saved
    };
    let event = NewEvent {
        product_id: product.id,
        target: Target::Product,
        kind,
        detail: Some(EventDetail::ProductSaved(ProductSaved {
            revision: next.revision,
            changed_fields: to.changed,
        })),
        reason: to.reason,
    };
    events::record(c, event)?;
    Ok(taken_out)
}

/// The former record with the brand's name of today: it follows the brand, and nobody who saves what was read changes it.
pub(super) fn with_name_of_brand(former: &ProductRecord, to: &ProductRecord) -> ProductRecord {
    let mut former = former.clone();
    if former.brand_id.is_some() && former.brand_id == to.brand_id {
        former.brand_name.clone_from(&to.brand_name);
    }
    former
}
