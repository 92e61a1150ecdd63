//! Putting things into packs and taking them out.

use super::{
    PackView,
    pick::{self, Named},
    request::PackContent,
    warned,
};
use crate::{
    CodeState, batch,
    pack::{Content, Error, Pack, rows, rules, store},
};
use db::TenantConn;
use identifiers::{
    SerialNo,
    serial::{Place, Span},
};
use product::{
    Act, CodingLevel, Holders, Product, ProductId,
    events::{
        self, EventContent, EventDetail, EventKind, EventPack, NewEvent, PackContents, PackedIn, Target,
    },
};
use std::collections::BTreeMap;

type Products = BTreeMap<ProductId, Product>;

/// Puts things into a pack: all of them or none.
pub(super) fn pack(
    c: &mut TenantConn<'_>,
    holders: &Holders,
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
        .ok_or_else(|| product::blame_body(product::Error::NotFound))?;
    let pack = pick::pack(c, outer, serial)?;
    pick::alive(c, outer, &pack)?;
    warned::admit_pack(c, outer, &pack)?;
    let ancestors = rules::with_ancestors(c, &pack)?;
    let mut told = vec![];
    for (i, of) in contents.iter().enumerate() {
        let at = format!("/contents/{i}");
        let inner = products.get(&of.product_id).ok_or(Error::Stale)?;
        if !inner.is_alive() {
            return Err(Error::ContentVoided {
                what: inner.name.clone(),
                pointer: format!("{at}/product_id"),
            });
        }
        let new = Content::new(&pack, inner.id.clone(), c.now());
        let new = match pick::named(c, of, &at)? {
            Named::Units(span) => {
                check(c, inner, &span, &ancestors, &at)?;
                warned::admit_units(c, inner, &span, &at)?;
                holders.admit(c, &inner.id, &Target::Units(span.clone(), None), Act::Pack)?;
                rows::put_units(c, new.clone(), &span, &at)?;
                new.units(span)
            }
            Named::Batch(batch, quantity) => {
                if batch.state != CodeState::Active {
                    return Err(Error::ContentVoided {
                        what: batch.batch_no,
                        pointer: format!("{at}/batch_no"),
                    });
                }
                check_class(inner, &ancestors, &at)?;
                warned::admit_things(c, inner, Some(&batch), &at)?;
                holders.admit(c, &inner.id, &Target::Batch(batch.id.clone()), Act::Pack)?;
                let row = Content {
                    batch_id: Some(batch.id),
                    quantity,
                    ..new
                };
                rows::add(c, &pack, row.clone())?;
                row
            }
            Named::Product(quantity) => {
                check_class(inner, &ancestors, &at)?;
                warned::admit_things(c, inner, None, &at)?;
                holders.admit(c, &inner.id, &Target::Product, Act::Pack)?;
                let row = Content { quantity, ..new };
                rows::add(c, &pack, row.clone())?;
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
        .ok_or_else(|| product::blame_body(product::Error::NotFound))?;
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
                rows::take_units(c, &pack, &of.product_id, &span, &at)?;
                told.push(Content::new(&pack, of.product_id.clone(), c.now()).units(span));
            }
            Named::Batch(batch, quantity) => {
                told.push(rows::take_out(
                    c,
                    &pack,
                    (&of.product_id, Some(&batch.id)),
                    quantity,
                    &at,
                )?);
            }
            Named::Product(quantity) => {
                told.push(rows::take_out(c, &pack, (&of.product_id, None), quantity, &at)?);
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
    let parent = EventDetail::Pack(PackedIn {
        pack: EventPack {
            product_id: pack.product_id.clone(),
            product_name: outer.map(|p| p.name.clone()),
            trace_code: outer.map(|p| p.trace_code.clone()),
            serial: pack.serial(),
        },
    });
    let mut contents = vec![];
    for row in rows {
        contents.push(event_detail(c, row, products.get(&row.product_id))?);
        if let Some(span) = row.span() {
            let event = event(row.product_id.clone(), span, kind, parent.clone());
            events::record(c, event)?;
        }
    }
    let inside = EventDetail::PackContents(PackContents { contents });
    Ok(events::record(
        c,
        event(pack.product_id.clone(), pack.span(), kind, inside),
    )?)
}

fn event_detail(
    c: &mut TenantConn<'_>,
    row: &Content,
    inner: Option<&Product>,
) -> Result<EventContent, Error> {
    let batch_no = match &row.batch_id {
        Some(id) => Some(batch::find(c, id)?.0.batch_no),
        None => None,
    };
    let span = row.span();
    Ok(EventContent {
        product_id: row.product_id.clone(),
        product_name: inner.map(|p| p.name.clone()),
        trace_code: inner.map(|p| p.trace_code.clone()),
        batch_no,
        first_serial: span.as_ref().map(Span::first_serial),
        last_serial: span.as_ref().map(Span::last_serial),
        quantity: row.quantity,
    })
}

fn event(product_id: ProductId, span: Span, kind: EventKind, detail: EventDetail) -> NewEvent {
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
