//! Putting things into packs and taking them out.

use super::{
    Content, ContentId, Error, PackView,
    model::Pack,
    pick::{self, Named},
    request::PackContent,
    rules, store,
};
use crate::{CodeState, Level, batch};
use db::TenantConn;
use identifiers::{
    SerialNo,
    serial::{Place, Span},
};
use product::{
    CodingLevel, Product, ProductId,
    history::{self, EventKind, NewEvent, Target},
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

type Products = BTreeMap<ProductId, Product>;

/// Puts things into a pack: all of them or none.
pub(super) fn pack(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    serial: &SerialNo,
    contents: &[PackContent],
) -> Result<PackView, Error> {
    let named = contents
        .iter()
        .enumerate()
        .map(|(i, of)| (of.product_id.clone(), format!("/contents/{i}/product_id")));
    let products = pick::take_turns(c, product, named)?;
    let outer = products
        .get(product)
        .ok_or_else(|| product::refer(product::Error::NotFound))?;
    let pack = pick::pack(c, outer, serial)?;
    pick::alive(c, outer, &pack)?;
    let ancestors = rules::with_ancestors(c, &pack)?;
    let mut told = vec![];
    for (i, of) in contents.iter().enumerate() {
        let at = format!("/contents/{i}");
        let inner = products.get(&of.product_id).ok_or(Error::Stale)?;
        if !inner.state.is_alive() {
            return Err(Error::ContentVoided {
                what: inner.name.clone(),
                pointer: format!("{at}/product_id"),
            });
        }
        let new = Content::new(&pack, inner.id.clone(), c.now());
        let new = match pick::named(c, of, &at)? {
            Named::Units(span) => {
                check(c, inner, &span, &ancestors, &at)?;
                put_units(c, new.clone(), &span, &at)?;
                new.units(span)
            }
            Named::Batch(batch, quantity) => {
                if batch.state == CodeState::Voided {
                    return Err(Error::ContentVoided {
                        what: batch.batch_no,
                        pointer: format!("{at}/batch_no"),
                    });
                }
                check_class(inner, &ancestors, &at)?;
                let row = Content {
                    batch_id: Some(batch.id),
                    quantity,
                    ..new
                };
                add(c, &pack, row.clone())?;
                row
            }
            Named::Product(quantity) => {
                check_class(inner, &ancestors, &at)?;
                let row = Content { quantity, ..new };
                add(c, &pack, row.clone())?;
                row
            }
        };
        told.push(new);
    }
    for id in products.keys() {
        product::hold_level(c, id, true)?;
    }
    tell(c, &pack, &products, &told, EventKind::Packed)?;
    seen(c, &pack)
}

/// Takes things out of a pack, or everything.
pub(super) fn unpack(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    serial: &SerialNo,
    contents: &[PackContent],
) -> Result<PackView, Error> {
    let before = {
        let place = Place::of(serial);
        store::rows_of(
            c,
            &Pack {
                product_id: product.clone(),
                place,
            },
        )?
    };
    let named = contents
        .iter()
        .enumerate()
        .map(|(i, of)| (of.product_id.clone(), format!("/contents/{i}/product_id")));
    let inside = before
        .into_iter()
        .map(|row| (row.product_id, "/serial".to_owned()));
    let products = pick::take_turns(c, product, named.chain(inside))?;
    let outer = products
        .get(product)
        .ok_or_else(|| product::refer(product::Error::NotFound))?;
    let pack = pick::pack(c, outer, serial)?;
    let rows = store::rows_of(c, &pack)?;
    if rows.is_empty() {
        return Err(Error::Empty {
            serial: pack.serial(),
        });
    }
    if rows.iter().any(|r| !products.contains_key(&r.product_id)) {
        return Err(Error::Stale);
    }
    let mut told = vec![];
    if contents.is_empty() {
        for row in rows {
            store::delete(c, &row.id)?;
            told.push(row);
        }
    }
    for (i, of) in contents.iter().enumerate() {
        let at = format!("/contents/{i}");
        match pick::named(c, of, &at)? {
            Named::Units(span) => {
                take_units(c, &pack, &of.product_id, &span, &at)?;
                told.push(Content::new(&pack, of.product_id.clone(), c.now()).units(span));
            }
            Named::Batch(batch, quantity) => {
                told.push(take(c, &pack, (&of.product_id, Some(&batch.id)), quantity, &at)?);
            }
            Named::Product(quantity) => {
                told.push(take(c, &pack, (&of.product_id, None), quantity, &at)?);
            }
        }
    }
    for id in products.keys() {
        let is_held = store::concerns(c, id)?;
        product::hold_level(c, id, is_held)?;
    }
    tell(c, &pack, &products, &told, EventKind::Unpacked)?;
    seen(c, &pack)
}

/// Whether units may go into a pack that has these ancestors: issued, alive, no circle, not too deep.
fn check(
    c: &mut TenantConn<'_>,
    inner: &Product,
    span: &Span,
    ancestors: &[Pack],
    at: &str,
) -> Result<(), Error> {
    if rules::has_one_of(ancestors, &inner.id, span) {
        return Err(Error::InItself {
            pointer: format!("{at}/first_serial"),
        });
    }
    pick::living(c, &inner.id, span, at)?;
    if inner.coding_level == CodingLevel::Combination {
        let most = rules::MAX_DEPTH.saturating_sub(ancestors.len());
        if rules::height(c, &inner.id, span, most)? > most {
            return Err(Error::TooDeep {
                pointer: format!("{at}/first_serial"),
            });
        }
    }
    Ok(())
}

/// The same for a number of things without serials.
fn check_class(inner: &Product, ancestors: &[Pack], at: &str) -> Result<(), Error> {
    if ancestors.iter().any(|p| p.product_id == inner.id) {
        return Err(Error::InItself {
            pointer: format!("{at}/product_id"),
        });
    }
    if inner.coding_level == CodingLevel::Combination && ancestors.len() >= rules::MAX_DEPTH {
        return Err(Error::TooDeep {
            pointer: format!("{at}/product_id"),
        });
    }
    Ok(())
}

/// Writes a run down, joined with what lies beside it in the same pack.
fn put_units(c: &mut TenantConn<'_>, new: Content, span: &Span, at: &str) -> Result<(), Error> {
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
fn take_units(
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
fn add(c: &mut TenantConn<'_>, pack: &Pack, new: Content) -> Result<(), Error> {
    let same = find_same(c, pack, &new)?;
    let quantity = new.quantity + same.as_ref().map_or(0, |s| s.quantity);
    if let Some(same) = same {
        store::delete(c, &same.id)?;
    }
    store::insert(c, &Content { quantity, ..new })
}

/// Takes a number of things out; what was taken is returned.
fn take(
    c: &mut TenantConn<'_>,
    pack: &Pack,
    (product, batch): (&ProductId, Option<&batch::BatchId>),
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

/// Keeps in the histories what went in or out: in the pack's, and in those of the units. A product or a batch of which
/// some things were packed is not told each time; the pack's history names it.
fn tell(
    c: &mut TenantConn<'_>,
    pack: &Pack,
    products: &Products,
    rows: &[Content],
    kind: EventKind,
) -> Result<(), Error> {
    let outer = products.get(&pack.product_id);
    let parent = json!({ "pack": {
        "product_id": pack.product_id, "product_name": outer.map(|p| &p.name),
        "trace_code": outer.map(|p| &p.trace_code), "serial": pack.serial(),
    }});
    let mut contents = vec![];
    for row in rows {
        contents.push(told(c, row, products.get(&row.product_id))?);
        if let Some(span) = row.span() {
            let event = event(row.product_id.clone(), span, kind, parent.clone());
            history::record(c, event)?;
        }
    }
    let inside = json!({ "contents": contents });
    Ok(history::record(
        c,
        event(pack.product_id.clone(), pack.span(), kind, inside),
    )?)
}

fn told(c: &mut TenantConn<'_>, row: &Content, inner: Option<&Product>) -> Result<Value, Error> {
    let batch_no = match &row.batch_id {
        Some(id) => Some(batch::find(c, id)?.0.batch_no),
        None => None,
    };
    let span = row.span();
    Ok(json!({
        "product_id": row.product_id, "product_name": inner.map(|p| &p.name),
        "trace_code": inner.map(|p| &p.trace_code), "batch_no": batch_no,
        "first_serial": span.as_ref().map(Span::first_serial), "last_serial": span.as_ref().map(Span::last_serial),
        "quantity": row.quantity,
    }))
}

fn event(product_id: ProductId, span: Span, kind: EventKind, detail: Value) -> NewEvent {
    NewEvent {
        product_id,
        target: Target::Units(span, None),
        kind,
        detail: Some(detail),
        reason: None,
    }
}

fn seen(c: &mut TenantConn<'_>, pack: &Pack) -> Result<PackView, Error> {
    let (contents, quantity) = store::totals(c, pack)?;
    Ok(PackView {
        product_id: pack.product_id.clone(),
        serial: pack.serial(),
        quantity,
        contents,
    })
}
