//! How fine a product is coded, and when that may change.

use crate::{CodingLevel, Error, Product, store};
use db::TenantConn;
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
        CodingLevel::Product => store::has_issued(c, &p.id, true)?,
        CodingLevel::Batch => store::has_issued(c, &p.id, false)?,
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
