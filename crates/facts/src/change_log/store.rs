use crate::{CodePlace, Error, ProductKey};
use db::{
    PublicConn, public,
    schema::{code_events, product_revisions, products},
};
use diesel::prelude::*;
use kernel::Timestamp;
use product::{
    Product, ProductRevision,
    events::{CodeEvent, EventKind},
};

type Result<T> = std::result::Result<T, Error>;

/// How many changes are told; those of before are seen on the pages of earlier days.
pub(super) const MOST_TOLD: usize = 20;

/// A product whose codes are or were valid, with since when.
pub(super) fn find_activated(
    c: &mut PublicConn<'_>,
    key: &ProductKey,
) -> Result<Option<(Product, Timestamp)>> {
    let row = public(products::table).find(&key.id).select(Product::as_select());
    let found: Option<Product> = row.first(c).optional()?;
    Ok(found.and_then(|p| p.activated_at.map(|at| (p, at))))
}

/// The newest versions of a product and the one before, as far as they had been made, newest first.
pub(super) fn versions(
    c: &mut PublicConn<'_>,
    p: &Product,
    until: Option<Timestamp>,
) -> Result<Vec<ProductRevision>> {
    let mut rows = public(product_revisions::table)
        .filter(product_revisions::product_id.eq(&p.id))
        .into_boxed();
    if let Some(until) = until {
        rows = rows.filter(product_revisions::made_at.le(until));
    }
    let rows = rows
        .order(product_revisions::revision.desc())
        .limit(limit(1))
        .select(ProductRevision::as_select());
    Ok(rows.load(c)?)
}

/// The kinds of events that change what the public was told of a batch or a unit.
const KINDS: [EventKind; 2] = [EventKind::Corrected, EventKind::Reassociated];

/// Whether any batch or unit of a product was changed so.
pub(super) fn has_code_changes(c: &mut PublicConn<'_>, key: &ProductKey) -> Result<bool> {
    let rows = public(code_events::table)
        .filter(code_events::enterprise_id.eq(&key.enterprise))
        .filter(code_events::product_id.eq(&key.id))
        .filter(code_events::kind.eq_any(KINDS))
        .select(code_events::id)
        .limit(1);
    let first: Option<product::events::CodeEventId> = rows.first(c).optional()?;
    Ok(first.is_some())
}

/// The newest such changes of a code and of its batch, newest first.
pub(super) fn code_changes(
    c: &mut PublicConn<'_>,
    at: &CodePlace,
    until: Option<Timestamp>,
) -> Result<Vec<CodeEvent>> {
    let rows = || {
        let mut rows = public(code_events::table)
            .filter(code_events::enterprise_id.eq(&at.product.enterprise))
            .filter(code_events::product_id.eq(&at.product.id))
            .filter(code_events::kind.eq_any(KINDS))
            .into_boxed();
        if let Some(until) = until {
            rows = rows.filter(code_events::made_at.le(until));
        }
        rows.order((code_events::made_at.desc(), code_events::id.desc()))
            .limit(limit(0))
            .select(CodeEvent::as_select())
    };
    let mut found: Vec<CodeEvent> = vec![];
    if let Some(batch) = &at.batch {
        let own = rows()
            .filter(code_events::batch_id.eq(batch))
            .filter(code_events::prefix.is_null());
        found.extend(own.load::<CodeEvent>(c)?);
    }
    if let Some(place) = &at.unit {
        let own = rows()
            .filter(code_events::prefix.eq(&place.prefix))
            .filter(code_events::width.eq(place.width))
            .filter(code_events::first_number.le(place.number))
            .filter(code_events::last_number.ge(place.number));
        found.extend(own.load::<CodeEvent>(c)?);
    }
    found.sort_by(|a, b| (b.made_at, &b.id).cmp(&(a.made_at, &a.id)));
    found.truncate(MOST_TOLD);
    Ok(found)
}

fn limit(more: usize) -> i64 {
    i64::try_from(MOST_TOLD + more).unwrap_or(i64::MAX)
}
