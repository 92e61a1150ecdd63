//! What was done to codes, at whatever level: the history of a product, a batch, or a single unit.

mod detail;
mod model;
mod store;
mod view;

pub use detail::{
    BatchSaved, Change, EventBatch, EventContent, EventDetail, EventPack, ExFactoryEntry, PackContents,
    PackedIn, ProductSaved, RecallAdvice, UnitAssociation, UnitDates, UnitsMoved,
};
pub use model::{CodeEvent, CodeEventId, EventKind, EventView, NewEvent, Target};
pub use store::{Told, coarse_recalls, of_batch, of_product, of_unit, record};
pub use view::views;
