//! From a scanned code to what the public may know of it. Read-only, across enterprises, and only through the types
//! of [`facts`](self), which carry nothing that is not public.

mod as_of;
mod assembly;
mod draft;
mod facts;
mod judge;
mod known;
mod pack;
mod recall;
mod resolver;
mod snapshot;
pub(crate) mod store;
mod written;

pub use crate::Level;
pub use facts::{
    AppFacts, AttributeFacts, BatchFacts, DocumentFacts, DocumentKind, IndicatorFacts, MenuFacts, PageFacts,
    PartFacts, PictureFacts, ProductFacts, QualificationFacts, Standing, ThemeFacts, UnitFacts, UpdateFacts,
    Voucher,
};
pub use judge::{CodeKey, Resolution};
pub use pack::{ContentFacts, InsideFacts, PackFacts, ParentFacts};
pub use resolver::Resolver;
pub use snapshot::Snapshot;
pub use store::find_range;
pub use written::Written;
