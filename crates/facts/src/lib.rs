#![doc = include_str!("../README.md")]

mod as_of;
mod assembly;
mod draft;
mod error;
mod judge;
mod key;
mod known;
mod pack;
mod public;
mod recall;
mod resolver;
mod snapshot;
mod store;
mod written;

pub use coding::{Level, batch::QuantityKind};
pub use error::Error;
pub use judge::Resolution;
pub use key::CodeKey;
pub use pack::{ContentFacts, InsideFacts, PackFacts, ParentFacts};
pub use product::{
    BatchId, CodeScope, LinkedCode, ProductId, ProductRecord, PublicBase,
    page::{Hex, MenuKind, PageAppKind},
};
pub use public::{
    AppFacts, AttributeFacts, BatchFacts, DocumentFacts, DocumentKind, IndicatorFacts, MenuFacts, PageFacts,
    PartFacts, PictureFacts, ProductFacts, QualificationFacts, Standing, ThemeFacts, UnitFacts, UpdateFacts,
    Voucher,
};
pub use resolver::Resolver;
pub use snapshot::Snapshot;
pub use store::find_range;
pub use written::Written;

use db::TenantConn;

/// The GTIN-14 of a product of one's own.
///
/// # Errors
/// When there is no such product or the database fails.
pub fn gtin_of(c: &mut TenantConn<'_>, id: &ProductId) -> Result<String, Error> {
    Ok(product::gtin(c, id)?)
}
