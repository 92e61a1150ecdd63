//! What a code is in: a recall of a pack reaches all that is in it.

use super::{Finding, Ground, Own, PackName, Registry, Verdict};
use crate::{
    pack::{MAX_DEPTH, Pack},
    unit::UnitRange,
};
use identifiers::serial::Place;
use product::ProductId;
use std::sync::Arc;

/// What is true of a unit because of the packs it is in.
///
/// # Errors
/// When the registry cannot be read.
pub fn above<R: Registry>(r: &mut R, product: &ProductId, at: &Place) -> Result<Vec<Finding>, R::Error> {
    match r.container(product, at)? {
        Some(row) => of_pack(r, row.pack()),
        None => Ok(vec![]),
    }
}

/// What is true of everything in a pack because of it, and of the packs it is in.
///
/// # Errors
/// When the registry cannot be read.
pub fn of_pack<R: Registry>(r: &mut R, mut pack: Pack) -> Result<Vec<Finding>, R::Error> {
    let mut found = vec![];
    // No tree is deeper; this ends whatever the rows say.
    for _ in 0..MAX_DEPTH {
        if let Some(ground) = r.ground(&pack.product_id)? {
            let own = own(r, &ground, &pack.place)?;
            let recalls = own.into_iter().filter(|f| f.verdict == Verdict::Recalled);
            found.extend(recalls.map(|f| Finding {
                verdict: Verdict::InRecalled,
                pack: Some(name(&ground, &pack)),
                ..f
            }));
        }
        match r.container(&pack.product_id, &pack.place)? {
            Some(row) => pack = row.pack(),
            None => break,
        }
    }
    Ok(found)
}

/// What is true of a unit by itself; nothing of one that was never issued.
///
/// # Errors
/// When the registry cannot be read.
pub fn own<R: Registry>(r: &mut R, ground: &Arc<Ground>, at: &Place) -> Result<Vec<Finding>, R::Error> {
    match r.range(&ground.id, at)? {
        Some(range) => own_in(r, ground, at, &range),
        None => Ok(vec![]),
    }
}

/// The same of a unit whose range is known.
///
/// # Errors
/// When the registry cannot be read.
pub fn own_in<R: Registry>(
    r: &mut R,
    ground: &Ground,
    at: &Place,
    range: &UnitRange,
) -> Result<Vec<Finding>, R::Error> {
    let batch = match &range.batch_id {
        Some(id) => r.batch(id)?,
        None => None,
    };
    let own = Own {
        ground,
        batch: batch.as_deref().map(|b| (&b.id, b.stand())),
        unit: Some((at, range.stand())),
        expires_on: range
            .expires_on
            .or_else(|| batch.as_deref().and_then(|b| b.expires_on)),
    };
    Ok(own.findings(r.today()))
}

fn name(ground: &Ground, pack: &Pack) -> PackName {
    PackName {
        trace_code: ground.trace_code.clone(),
        gtin: ground.gtin.clone(),
        product_name: ground.public_name.clone(),
        serial: pack.serial(),
    }
}
