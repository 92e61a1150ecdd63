use super::store;
use crate::{Error, FilingPeriod, Product, ProductId, ProductRecord};
use db::{Partly, TenantConn};
use kernel::Timestamp;
use std::collections::HashMap;

/// A filing period, and from when it held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rhythm {
    /// From when.
    pub since: Timestamp,
    /// How often quantities are filed; not at all when there is none.
    pub period: Option<FilingPeriod>,
}

/// The filing periods, in the order in which they held, of every product whose maker changed it after activation. They are
/// read from the versions, so that nothing has to be written down twice; all other products have the one of their row.
///
/// # Errors
/// When the database fails.
pub fn changed_rhythms(c: &mut TenantConn<'_>) -> Result<HashMap<ProductId, Vec<Rhythm>>, Error> {
    let mut rhythms: HashMap<ProductId, Vec<Rhythm>> = HashMap::new();
    for (version, product) in store::changing(c, FIELD)? {
        let since = version.made_at;
        let (id, read) = (product.id.clone(), version.read(&product)?);
        let list = rhythms.entry(id).or_default();
        // What cannot be read changed nothing.
        if let Some(period) = period(&product, read) {
            list.push(Rhythm { since, period });
        }
    }
    Ok(rhythms)
}

const FIELD: &str = "filing_period";

fn period(product: &Product, read: Partly<ProductRecord>) -> Option<Option<FilingPeriod>> {
    if read
        .unreadable
        .iter()
        .any(|field| field == FIELD || field == "record")
    {
        return None;
    }
    let only = product.coding_level.known().and_then(|level| level.only_period());
    Some(read.value.filing_period.or(only))
}
