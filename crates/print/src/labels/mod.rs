//! Designed labels: what they look like, one to look at, and what a print shop or a line needs (F233–F239).

mod error;
mod fonts;
mod kinds;
mod look;
pub mod preview;
pub mod reference;
mod request;
mod run;

pub use error::Error;
pub use fonts::{FontError, LabelFonts};
pub use kinds::{
    LabelCarrier, LabelColour, LabelDepth, LabelDesign, LabelFormat, LabelPaper, LabelSubject, ScratchLayer,
};
pub use look::LabelLook;
pub(crate) use look::lines;
pub(crate) use run::COLUMNS;
pub use run::{LabelRun, LabelTool};
