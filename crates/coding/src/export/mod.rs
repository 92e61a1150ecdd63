//! Many codes at once, as a table or as an archive of pictures, in constant memory at any number (F085, F150).

pub mod api;
mod job;
mod order;
mod sheet;
mod stream;
mod what;
mod writer;

pub use api::ExportQueued;
pub(crate) use job::LABEL_KIND;
pub use job::{CodeExport, LabelExport};
pub use order::{ExportFormat, ExportOrder, Run};
pub(crate) use order::{Wanted, fix_labels};
pub use what::{Tool, What};
pub use writer::{CodeWriter, Progress};
