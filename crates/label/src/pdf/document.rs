//! The contents of a document.

use crate::{font::Fonts, sheet::Sheet, template::Template};

/// The factor from millimetres to the points of PDF, 72 to an inch.
pub(super) const POINTS_PER_MILLIMETRE: f32 = 72.0 / 25.4;

/// The contents of a document: its labels, their fonts and their places on paper.
#[derive(Clone, Debug)]
pub struct Document {
    /// What the labels look like.
    pub template: Template,
    /// The fonts the template was made with.
    pub fonts: Fonts,
    /// Where the labels are on a page.
    pub sheet: Sheet,
    /// What the printer should know: material, size, number. Shown as the subject of the document.
    pub note: String,
    /// How many labels there will be.
    pub labels: u64,
}
