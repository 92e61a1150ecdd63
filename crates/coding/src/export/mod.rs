//! Many codes at once, as a table or as an archive of pictures, in constant memory at any number (F085, F150).

pub mod api;
mod job;
mod order;
mod stream;
mod writer;

pub use job::CodeExport;
pub use order::{ExportFormat, ExportOrder, Run};
pub use writer::{CodeWriter, Progress};
