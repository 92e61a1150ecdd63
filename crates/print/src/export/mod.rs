//! Many codes at once, as a table, as an archive of pictures or as labels, in constant memory at any number (F085, F150,
//! F233–F239).

pub mod api;
mod archive_name;
mod error;
mod estimate;
mod format;
mod freeze;
mod job;
mod label_request;
mod model;
mod order;
mod progress;
mod service;
mod sheet;
mod stream;
mod tool;
mod unit_request;
mod what;
mod workbook;
mod writer;

pub use error::Error;
pub use estimate::{Estimate, estimate};
pub use format::ExportFormat;
pub use job::CodeExport;
pub use model::{ExportEstimate, ExportQueued};
pub use order::{ExportOrder, PART, Run};
pub use progress::Progress;
pub use tool::Tool;
pub use what::What;
pub use writer::CodeWriter;
