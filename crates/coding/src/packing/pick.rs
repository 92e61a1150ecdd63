//! From what somebody names to what it is: checked, and locked against others who want the same.

use super::request::PackContent;
use crate::{
    CodeState,
    batch::{self, Batch},
    pack::{Error, Pack, store},
    unit,
};
use db::TenantConn;
use identifiers::{
    SerialNo,
    serial::{Place, Span},
};
use product::{CodingLevel, Product, ProductId};
use std::collections::BTreeMap;

/// What a [`PackContent`] names.
pub(super) enum Named {
    Units(Span),
    Batch(Box<Batch>, i64),
    Product(i64),
}

/// The products of a pack and of what is to go in or out, each locked until the transaction ends. They are locked in the
/// order of their ids, so that two who want the same wait instead of holding each other up.
pub(super) fn take_turns(
    c: &mut TenantConn<'_>,
    pack: &ProductId,
    contents: impl Iterator<Item = (ProductId, String)>,
) -> Result<BTreeMap<ProductId, Product>, Error> {
    let mut wanted = BTreeMap::new();
    wanted.insert(pack.clone(), product::find(c, pack).map_err(product::blame_body)?);
    let mut nests = false;
    for (id, pointer) in contents {
        let found = product::find(c, &id).map_err(|e| product::blame_body_at(e, &pointer))?;
        nests |= found.coding_level == CodingLevel::Combination;
        wanted.insert(id, found);
    }
    // Whoever nests packs decides by trees that may reach through other products: one at a time.
    let one_for_all = if nests { store::first_product(c)? } else { None };
    let mut order: Vec<_> = wanted.keys().cloned().chain(one_for_all).collect();
    order.sort();
    order.dedup();
    for id in order {
        let now = product::take_turn(c, &id)?;
        if let Some(then) = wanted.get(&id)
            && then.coding_level != now.coding_level
        {
            return Err(Error::Stale);
        }
        if wanted.contains_key(&id) {
            wanted.insert(id, now);
        }
    }
    Ok(wanted)
}

/// The pack a body names: a unit that was issued, of a product coded as a combination.
pub(super) fn pack(c: &mut TenantConn<'_>, product: &Product, serial: &SerialNo) -> Result<Pack, Error> {
    if product.coding_level != CodingLevel::Combination {
        return Err(Error::NotAPack {
            name: product.name.clone(),
        });
    }
    let place = Place::of(serial);
    if unit::find_at(c, &product.id, &place)?.is_none() {
        return Err(Error::NotIssued {
            serial: serial.to_string(),
        });
    }
    Ok(Pack {
        product_id: product.id.clone(),
        place,
    })
}

/// Refuses a pack that has ended itself, or with its batch or product.
pub(super) fn alive(c: &mut TenantConn<'_>, product: &Product, pack: &Pack) -> Result<(), Error> {
    if !product.is_alive() {
        return Err(product::Error::Voided.into());
    }
    match first_voided(c, &product.id, &pack.span())? {
        Some(_) => Err(unit::Error::Voided {
            serial: pack.serial(),
        }
        .into()),
        None => Ok(()),
    }
}

/// What one entry of a body names.
pub(super) fn named(c: &mut TenantConn<'_>, of: &PackContent, at: &str) -> Result<Named, Error> {
    let under = |field: &str| format!("{at}/{field}");
    if let Some(first) = &of.first_serial {
        let last = of.last_serial.as_ref().unwrap_or(first);
        let span = Span::between(first, last).map_err(|_no_run| Error::ContentNotOneRun {
            pointer: under("last_serial"),
        })?;
        return match of.quantity {
            None if of.last_serial.is_some() => Err(Error::ContentUncounted {
                pointer: under("quantity"),
            }),
            Some(quantity) if quantity != span.count() => Err(Error::ContentMiscounted {
                counted: span.count(),
                quantity,
                pointer: under("quantity"),
            }),
            _ => Ok(Named::Units(span)),
        };
    }
    let Some(quantity) = of.quantity else {
        return Err(Error::ContentUncounted {
            pointer: under("quantity"),
        });
    };
    match &of.batch_no {
        None => Ok(Named::Product(quantity)),
        Some(no) => batch::find_by_no(c, &of.product_id, no.as_str())?
            .map(|b| Named::Batch(Box::new(b), quantity))
            .ok_or_else(|| Error::ContentBatchNotFound {
                pointer: under("batch_no"),
            }),
    }
}

/// Refuses units of which one was never issued or has ended.
pub(super) fn living(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    span: &Span,
    at: &str,
) -> Result<(), Error> {
    let mut next = span.first;
    for range in unit::overlapping(c, product, span)? {
        if range.first_number > next {
            break;
        }
        next = range.last_number.saturating_add(1);
    }
    if next <= span.last {
        return Err(Error::ContentNotIssued {
            serial: span.serial(next),
            pointer: format!("{at}/first_serial"),
        });
    }
    match first_voided(c, product, span)? {
        Some(serial) => Err(Error::ContentVoided {
            what: serial,
            pointer: format!("{at}/first_serial"),
        }),
        None => Ok(()),
    }
}

/// The first serial of a run that has ended, itself or with its batch.
fn first_voided(c: &mut TenantConn<'_>, product: &ProductId, span: &Span) -> Result<Option<String>, Error> {
    for range in unit::overlapping(c, product, span)? {
        let with_batch = match &range.batch_id {
            Some(id) => batch::find(c, id)?.0.state != CodeState::Active,
            None => false,
        };
        if with_batch || range.state != CodeState::Active {
            return Ok(Some(span.serial(range.first_number.max(span.first))));
        }
    }
    Ok(None)
}
