#![doc = include_str!("../README.md")]

mod as_of;
mod assembly;
mod change_log;
mod chapter;
mod codes;
mod error;
mod field_label;
mod hears;
mod held;
mod judge;
mod key;
mod known;
mod pack;
mod packed;
mod packs;
mod place;
mod preview;
mod public;
mod published;
mod qualifications;
mod related;
mod resolver;
mod snapshot;
mod source;
mod sources;
mod store;
mod teller;
mod written;

pub use change_log::ChangeLog;
pub use chapter::{Changed, Chapter, Entry, MissingChapter, Row, Text, Value};
pub use coding::{
    Level,
    batch::QuantityKind,
    verdict::{Finding, PackName, Truth, Verdict},
};
pub use error::Error;
pub use field_label::field_label;
pub use hears::Hears;
pub use judge::Resolution;
pub use key::CodeKey;
pub use pack::{ContentFacts, InsideFacts, PackFacts, ParentFacts};
pub use place::{CodePlace, ProductKey};
pub use product::{
    BatchId, CodeReach, LinkedCode, ProductId, ProductRecord, PublicBase,
    page::{HexColour, MenuKind, PageAppKind},
};
pub use public::{
    AppFacts, AttributeFacts, BatchFacts, DocumentFacts, DocumentKind, IndicatorFacts, MenuFacts, PageFacts,
    PartFacts, PictureFacts, ProductFacts, ThemeFacts, UnitFacts, UpdateFacts, Voucher,
};
pub use qualifications::Qualifications;
pub use related::{Related, RelatedCode, Relation};
pub use resolver::Resolver;
pub use snapshot::Snapshot;
pub use sources::{Chapters, SourceTwice, Sources};
pub use store::find_range;
pub use teller::{Teller, TellerFault, Told};
pub use written::Written;

use db::TenantConn;

/// The GTIN-14 of a product of one's own.
///
/// # Errors
/// When there is no such product or the database fails.
pub fn gtin_of(c: &mut TenantConn<'_>, id: &ProductId) -> Result<String, Error> {
    Ok(product::gtin(c, id)?)
}
