//! Packs and what is in them, as their maker sees them.

use super::{ContentItem, Error, PackItem, ParentView, model::Pack, store};
use crate::unit;
use db::TenantConn;
use identifiers::{
    SerialNo,
    serial::{Place, Span},
};
use product::{CodingLevel, Product, ProductId};
use std::collections::HashMap;

/// One page of the packs.
pub(super) fn list(
    c: &mut TenantConn<'_>,
    product: Option<&ProductId>,
    page: (i64, i64),
) -> Result<(Vec<PackItem>, i64), Error> {
    let (found, total) = store::list(c, product, page)?;
    let mut products = Products::default();
    let mut items = vec![];
    for (pack, contents, quantity, packed_at) in found {
        let p = products.find(c, &pack.product_id)?;
        items.push(PackItem {
            trace_code: p.trace_code.clone(),
            product_name: p.name.clone(),
            serial: pack.serial(),
            product_id: pack.product_id,
            quantity,
            contents,
            packed_at,
        });
    }
    Ok((items, total))
}

/// One page of what is in a pack; nothing when the unit is none.
pub(super) fn contents(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    serial: &SerialNo,
    page: (i64, i64),
) -> Result<(Vec<ContentItem>, i64), Error> {
    product::find(c, product)?;
    let pack = Pack {
        product_id: product.clone(),
        place: Place::of(serial),
    };
    if unit::find_at(c, product, &pack.place)?.is_none() {
        return Err(unit::Error::NotFound {
            serial: serial.to_string(),
        }
        .into());
    }
    let (total, _) = store::totals(c, &pack)?;
    let mut items = vec![];
    for (row, p, batch) in store::contents(c, &pack, page)? {
        let span = row.span();
        let is_pack = p.coding_level == CodingLevel::Combination;
        let inner_quantity = match &span {
            Some(span) if is_pack => store::quantity_in(c, &p.id, span)?,
            _ => 0,
        };
        items.push(ContentItem {
            level: row.level(),
            id: row.id,
            product_id: p.id,
            trace_code: p.trace_code,
            product_name: p.name,
            batch_id: row.batch_id,
            batch_no: batch.map(|b| b.batch_no),
            first_serial: span.as_ref().map(Span::first_serial),
            last_serial: span.as_ref().map(Span::last_serial),
            quantity: row.quantity,
            is_pack,
            inner_quantity,
            packed_at: row.packed_at,
        });
    }
    Ok((items, total))
}

/// Which packs the units of a run are in: the parts of the run that are in one, in order.
pub(crate) fn parents_of(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    span: &Span,
) -> Result<Vec<(Span, ParentView)>, Error> {
    let mut products = Products::default();
    let mut found = vec![];
    for row in store::overlapping(c, product, span)? {
        let Some(run) = row.span() else { continue };
        let pack = row.pack();
        let p = products.find(c, &pack.product_id)?;
        let parent = ParentView {
            trace_code: p.trace_code.clone(),
            product_name: p.name.clone(),
            serial: pack.serial(),
            product_id: pack.product_id,
        };
        found.push((run, parent));
    }
    Ok(found)
}

/// Products that were read before.
#[derive(Default)]
struct Products(HashMap<ProductId, Product>);

impl Products {
    fn find(&mut self, c: &mut TenantConn<'_>, id: &ProductId) -> Result<&Product, Error> {
        if !self.0.contains_key(id) {
            self.0.insert(id.clone(), product::find(c, id)?);
        }
        self.0.get(id).ok_or_else(|| product::Error::NotFound.into())
    }
}
