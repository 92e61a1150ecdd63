//! From a scanned code to what the public may know of it. Read-only, across enterprises, and only through the types
//! of [`facts`](self), which carry nothing that is not public.

mod facts;
mod resolver;
mod snapshot;
pub(crate) mod store;

pub use facts::{
    AttributeFacts, BatchFacts, DocumentFacts, DocumentKind, Level, PictureFacts, ProductFacts, Standing,
    UnitFacts,
};
pub use resolver::{CodeKey, Resolution, Resolver};
pub use snapshot::Snapshot;
pub use store::find_range;
