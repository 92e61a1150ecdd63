//! Which packs a recall reaches: those that hold what is recalled, or may hold it, and those they are in.

use crate::{
    pack::{Content, Error, Pack, store},
    recalled::Recall,
    runs::joined,
    unit,
};
use db::TenantConn;
use identifiers::serial::Span;
use product::ProductId;
use std::collections::{BTreeMap, btree_map::Entry};

/// The packs a recall reaches through what is in them, in the order of their codes.
///
/// # Errors
/// When the database fails.
pub(crate) fn reached_packs(c: &mut TenantConn<'_>, recall: &Recall) -> Result<Vec<Pack>, Error> {
    let mut found = BTreeMap::new();
    let mut rows = holding(c, recall)?;
    while !rows.is_empty() {
        let mut next = vec![];
        for pack in rows.iter().map(Content::pack) {
            let key = (
                pack.product_id.clone(),
                pack.place.prefix.clone(),
                pack.place.width,
                pack.place.number,
            );
            if let Entry::Vacant(new) = found.entry(key) {
                next.push((pack.product_id.clone(), pack.span()));
                new.insert(pack);
            }
        }
        rows = vec![];
        for (product, span) in joined(next) {
            rows.extend(store::overlapping(c, &product, &span)?);
        }
    }
    Ok(found.into_values().collect())
}

/// The rows that hold what is recalled, and those that may: what is named more coarsely than the recall.
fn holding(c: &mut TenantConn<'_>, recall: &Recall) -> Result<Vec<Content>, Error> {
    let product = &recall.product_id;
    let (spans, mut batches): (Vec<Span>, Vec<_>) = match (recall.span(), &recall.batch_id) {
        (None, None) => return store::all_of(c, product),
        (Some(span), _) => {
            let ranges = unit::overlapping(c, product, &span)?;
            (vec![span], ranges.into_iter().map(|r| r.batch_id).collect())
        }
        (None, Some(batch)) => (spans_of_batch(c, product, batch)?, vec![Some(batch.clone())]),
    };
    batches.push(None);
    let mut rows = store::without_serials(c, product, &batches)?;
    for span in &spans {
        rows.extend(store::overlapping(c, product, span)?);
    }
    Ok(rows)
}

fn spans_of_batch(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    batch: &product::BatchId,
) -> Result<Vec<Span>, Error> {
    let filter = unit::RangeFilter {
        product_id: Some(product.clone()),
        batch_id: Some(batch.clone()),
        ..unit::RangeFilter::default()
    };
    Ok(unit::outlines(c, &filter)?)
}
