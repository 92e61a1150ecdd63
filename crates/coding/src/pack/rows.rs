//! The rows of a pack: runs joined and cut, things added up.

use super::{Content, ContentId, Error, Pack, store};
use crate::Level;
use db::TenantConn;
use identifiers::serial::{Place, Span};
use product::{BatchId, ProductId};

/// Writes a run down, joined with what lies beside it in the same pack.
pub(crate) fn put_units(c: &mut TenantConn<'_>, new: Content, span: &Span, at: &str) -> Result<(), Error> {
    if let Some(taken) = store::overlapping(c, &new.product_id, span)?.first() {
        let first = taken
            .first_number
            .map(|n| span.serial(n.max(span.first)))
            .unwrap_or_default();
        return Err(Error::PackedAlready {
            serial: first,
            pack: taken.pack().serial(),
            pointer: format!("{at}/first_serial"),
        });
    }
    let pack = new.pack();
    let mut joined = span.clone();
    for number in [span.first.checked_sub(1), span.last.checked_add(1)] {
        let Some(number) = number else { continue };
        let place = Place {
            prefix: span.prefix.clone(),
            width: span.width,
            number,
        };
        let beside = store::find_at(c, &new.product_id, &place)?.filter(|r| r.pack() == pack);
        if let Some(beside) = beside
            && let Some(run) = beside.span()
        {
            store::delete(c, &beside.id)?;
            joined.first = joined.first.min(run.first);
            joined.last = joined.last.max(run.last);
        }
    }
    store::insert(c, &new.units(joined))
}

/// Takes a run out, wherever its rows begin and end; what is left of them stays.
pub(crate) fn take_units(
    c: &mut TenantConn<'_>,
    pack: &Pack,
    product: &ProductId,
    span: &Span,
    at: &str,
) -> Result<(), Error> {
    let rows = store::overlapping(c, product, span)?;
    let missing = |number| Error::NotInPack {
        what: span.serial(number),
        pointer: format!("{at}/first_serial"),
    };
    let mut next = span.first;
    for row in &rows {
        let Some(run) = row.span() else { continue };
        if run.first > next || row.pack() != *pack {
            return Err(missing(next));
        }
        next = run.last.saturating_add(1);
    }
    if next <= span.last {
        return Err(missing(next));
    }
    for row in rows {
        let Some(run) = row.span() else { continue };
        store::delete(c, &row.id)?;
        let before = (run.first < span.first).then(|| Span {
            last: span.first - 1,
            ..run.clone()
        });
        let after = (run.last > span.last).then(|| Span {
            first: span.last + 1,
            ..run.clone()
        });
        for rest in [before, after].into_iter().flatten() {
            let rest = Content {
                packed_at: row.packed_at,
                ..Content::new(pack, product.clone(), row.packed_at).units(rest)
            };
            store::insert(c, &rest)?;
        }
    }
    Ok(())
}

/// Adds a number of things to those of the same kind that are there.
pub(crate) fn add(c: &mut TenantConn<'_>, pack: &Pack, new: Content) -> Result<(), Error> {
    let same = find_same(c, pack, &new)?;
    let quantity = new.quantity + same.as_ref().map_or(0, |s| s.quantity);
    if let Some(same) = same {
        store::delete(c, &same.id)?;
    }
    store::insert(c, &Content { quantity, ..new })
}

/// Takes a number of things out; what was taken is returned.
pub(crate) fn take_out(
    c: &mut TenantConn<'_>,
    pack: &Pack,
    (product, batch): (&ProductId, Option<&BatchId>),
    quantity: i64,
    at: &str,
) -> Result<Content, Error> {
    let wanted = Content {
        batch_id: batch.cloned(),
        quantity,
        ..Content::new(pack, product.clone(), c.now())
    };
    let same = find_same(c, pack, &wanted)?.filter(|s| s.quantity >= quantity);
    let same = same.ok_or_else(|| Error::NotInPack {
        what: quantity.to_string(),
        pointer: format!("{at}/quantity"),
    })?;
    store::delete(c, &same.id)?;
    if same.quantity > quantity {
        let rest = Content {
            id: ContentId::new(),
            quantity: same.quantity - quantity,
            ..same
        };
        store::insert(c, &rest)?;
    }
    Ok(wanted)
}

fn find_same(c: &mut TenantConn<'_>, pack: &Pack, of: &Content) -> Result<Option<Content>, Error> {
    let rows = store::rows_of(c, pack)?;
    let same = |r: &Content| {
        r.level() != Level::Unit && (&r.product_id, &r.batch_id) == (&of.product_id, &of.batch_id)
    };
    Ok(rows.into_iter().find(same))
}
