//! Packs and what is in them, as their maker sees them.

use super::packs_model::{ContentItem, PackFilter, PackItem};
use crate::{
    pack::{Error, Pack, store},
    recalled, unit,
    verdict::{Registered, Registry, Truth, of_content, of_unit, reached_packs},
};
use db::TenantConn;
use identifiers::{
    SerialNo,
    serial::{Place, Span},
};
use product::{CodingLevel, ProductId};

/// One page of the packs a filter means, and how many there are in all.
pub(super) fn list(
    c: &mut TenantConn<'_>,
    filter: &PackFilter,
    page: (i64, i64),
) -> Result<(Vec<PackItem>, i64), Error> {
    let product = filter.product_id.as_ref();
    let (found, total) = match &filter.recall_id {
        None => store::list(c, product, page)?,
        Some(id) => {
            let mut reached = match recalled::find(c, id)? {
                Some(recall) => reached_packs(c, &recall)?,
                None => vec![],
            };
            reached.retain(|pack| product.is_none_or(|id| pack.product_id == *id));
            let total = i64::try_from(reached.len()).unwrap_or(i64::MAX);
            let shown = |n: i64| usize::try_from(n).unwrap_or(usize::MAX);
            let packs = reached.into_iter().skip(shown(page.0)).take(shown(page.1));
            (store::counted(c, packs)?, total)
        }
    };
    let mut r = Registered::new(c);
    let mut items = vec![];
    for counted in found {
        let pack = counted.pack;
        let (p, ground) = r.product(&pack.product_id)?;
        let truth = match r.range(&pack.product_id, &pack.place)? {
            Some(range) => of_unit(&mut r, &ground, &pack.place, &range)?,
            None => Truth::not_issued(),
        };
        items.push(PackItem {
            trace_code: p.trace_code.clone(),
            product_name: p.name.clone(),
            serial: pack.serial(),
            product_id: pack.product_id,
            quantity: counted.quantity,
            contents: counted.rows,
            verdict: truth.verdict(),
            findings: truth.into_findings(),
            packed_at: counted.packed_at,
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
    let found = store::contents(c, &pack, page)?;
    let mut r = Registered::new(c);
    let mut items = vec![];
    for (row, p, batch) in found {
        let span = row.span();
        let is_pack = p.coding_level == CodingLevel::Combination;
        let inner_quantity = match &span {
            Some(span) if is_pack => store::quantity_in(r.conn(), &p.id, span)?,
            _ => 0,
        };
        let truth = of_content(&mut r, &row)?;
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
            verdict: truth.verdict(),
            findings: truth.into_findings(),
            packed_at: row.packed_at,
        });
    }
    Ok((items, total))
}
