//! The GS1 Global Product Classification (F061): segment › family › class › brick. Its first level is shipped; an operator
//! imports the rest from GS1's published file.

pub mod api;
mod file;
mod import;
mod segments;
mod store;

pub(crate) use api::title;
pub use file::{BadFile, read};
pub use import::{BadTree, Counts, replace};
pub(crate) use segments::SEGMENTS;

use diesel::{Insertable, Queryable, Selectable};

/// One entry of the classification.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = db::schema::gpc_entries)]
pub struct Entry {
    /// Eight digits.
    pub code: String,
    /// From 1, a segment, to 4, a brick.
    pub level: i64,
    /// The code of the entry above.
    pub parent: Option<String>,
    /// Its Chinese name, or the English one when there is none.
    pub title: String,
    /// Its English name, empty when there is none.
    pub title_en: String,
}

/// Segments, families, classes, bricks.
pub(crate) const LEVELS: i64 = 4;

/// What is known of the first level without an import.
fn shipped() -> impl Iterator<Item = Entry> {
    SEGMENTS.iter().map(|(code, title, title_en)| Entry {
        code: (*code).to_owned(),
        level: 1,
        parent: None,
        title: (*title).to_owned(),
        title_en: (*title_en).to_owned(),
    })
}
