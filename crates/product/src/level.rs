//! How fine a product is coded, and when that may change.

use crate::{CodingLevel, Error, Product, ProductId};
use db::{TenantConn, schema::code_events};
use diesel::prelude::*;
use kernel::Lang;

/// Refuses another level while codes of the product are packed, and one that is coarser than codes that were issued: they would go
/// on answering at a level that their product does not have.
pub(crate) fn may_change(
    c: &mut TenantConn<'_>,
    p: &Product,
    from: CodingLevel,
    to: CodingLevel,
) -> Result<(), Error> {
    if from == to {
        return Ok(());
    }
    if p.is_level_held {
        return Err(Error::LevelFixed);
    }
    let issued = match to {
        CodingLevel::Product => has_issued(c, &p.id, true)?,
        CodingLevel::Batch => has_issued(c, &p.id, false)?,
        CodingLevel::Unit | CodingLevel::Combination => false,
    };
    match issued {
        true => Err(Error::LevelBelowCodes {
            level: to.label(Lang::Zh),
            level_en: to.label(Lang::En),
        }),
        false => Ok(()),
    }
}

/// Whether units of a product were issued, or also batches; the journal tells.
fn has_issued(c: &mut TenantConn<'_>, id: &ProductId, or_batches: bool) -> Result<bool, Error> {
    let mut events = c
        .rows(code_events::table)
        .filter(code_events::product_id.eq(id))
        .into_boxed();
    let is_of_units = code_events::prefix.is_not_null();
    events = match or_batches {
        true => events.filter(is_of_units.or(code_events::batch_id.is_not_null())),
        false => events.filter(is_of_units),
    };
    Ok(events.count().get_result::<i64>(c)? > 0)
}
