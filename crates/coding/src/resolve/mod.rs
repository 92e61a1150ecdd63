//! From a scanned code to what the public may know of it. Read-only, across enterprises, and only through the types
//! of [`facts`](self), which carry nothing that is not public.

mod as_of;
mod assembly;
mod draft;
mod facts;
mod pack;
mod recall;
mod resolver;
mod snapshot;
pub(crate) mod store;
mod written;

pub use facts::{
    AppFacts, AttributeFacts, BatchFacts, DocumentFacts, DocumentKind, IndicatorFacts, Level, MenuFacts,
    PageFacts, PartFacts, PictureFacts, ProductFacts, QualificationFacts, Standing, ThemeFacts, UnitFacts,
    UpdateFacts, Voucher,
};
pub use pack::{ContentFacts, InsideFacts, PackFacts, ParentFacts};
pub use resolver::{CodeKey, Resolution, Resolver};
pub use snapshot::Snapshot;
pub use store::find_range;
pub use written::Written;
