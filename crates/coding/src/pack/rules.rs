//! A pack is a tree: nothing is in two packs, none is in itself, and none is too deep.

use super::{Error, model::Pack, store};
use crate::runs::joined;
use db::TenantConn;
use identifiers::serial::Span;
use product::ProductId;

/// How many packs may be within each other, the outermost counted too.
pub const MAX_DEPTH: usize = 5;

/// A pack and all it is in, the innermost first.
pub(crate) fn with_ancestors(c: &mut TenantConn<'_>, pack: &Pack) -> Result<Vec<Pack>, Error> {
    let mut found = vec![pack.clone()];
    let mut at = pack.clone();
    while let Some(row) = store::find_at(c, &at.product_id, &at.place)? {
        at = row.pack();
        found.push(at.clone());
        // No tree is deeper; this ends whatever the rows say.
        if found.len() > MAX_DEPTH {
            break;
        }
    }
    Ok(found)
}

/// True when one of these packs is among the units of a run.
pub(crate) fn has_one_of(packs: &[Pack], product: &ProductId, span: &Span) -> bool {
    packs.iter().any(|p| {
        p.product_id == *product
            && (&p.place.prefix, p.place.width) == (&span.prefix, span.width)
            && (span.first..=span.last).contains(&p.place.number)
    })
}

/// Counts how deep packs are nested below the packs of a run; it looks no further than
/// `most`.
pub(crate) fn height(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    span: &Span,
    most: usize,
) -> Result<usize, Error> {
    let mut height = 1;
    let mut level = vec![(product.clone(), span.clone())];
    while height <= most {
        let mut next: Vec<(ProductId, Span)> = vec![];
        let mut is_deeper = false;
        for (product, span) in &level {
            for row in store::packs_in(c, product, span)? {
                is_deeper = true;
                next.extend(row.span().map(|s| (row.product_id, s)));
            }
        }
        if !is_deeper {
            break;
        }
        height += 1;
        level = joined(next);
    }
    Ok(height)
}
