//! What a teller is asked about.

use db::EnterpriseId;
use identifiers::serial::Place;
use product::{BatchId, ProductId};

/// A product, by everything other domains know it by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductKey {
    /// Its maker.
    pub enterprise: EnterpriseId,
    /// Its id.
    pub id: ProductId,
    /// Its GTIN-14.
    pub gtin: String,
}

/// A code that was issued: a product, perhaps a batch, perhaps a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodePlace {
    /// Of which product.
    pub product: ProductKey,
    /// The batch it names, or its unit is in.
    pub batch: Option<BatchId>,
    /// The unit it names.
    pub unit: Option<Place>,
}
