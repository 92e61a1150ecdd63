//! A record whose page was admitted: that takes time, so it is done before the transaction and away from the threads that serve.

use crate::{
    ProductRecord,
    page::{self, Admitted, PageContent, SANITISER},
};
use web::{Problem, blocking};

/// Parts removed from the rich text of a page, by the place of the menu within the page.
pub(crate) type TakenOut = Vec<(String, Vec<page::Removed>)>;

/// A record with its rich text sanitised and its links spelt as browsers do.
#[derive(Debug, Clone)]
pub struct AdmittedRecord {
    pub(super) record: ProductRecord,
    pub(super) taken_out: TakenOut,
}

impl AdmittedRecord {
    /// Admits the page of a record, which takes milliseconds.
    #[must_use]
    pub fn of(mut record: ProductRecord) -> Self {
        let Admitted { content, removed } = page::admit(record.page);
        record.page = content;
        Self {
            record,
            taken_out: removed,
        }
    }

    /// The same on a thread for work that takes time.
    pub(crate) async fn apart(record: ProductRecord) -> Result<Self, Problem> {
        blocking(move || Ok::<_, Problem>(Self::of(record))).await
    }

    /// A record that was stored; what an older sanitiser admitted is admitted again.
    pub(super) fn stored(record: ProductRecord, sanitiser: Option<i64>) -> Self {
        match sanitiser == Some(SANITISER) {
            true => Self {
                record,
                taken_out: vec![],
            },
            false => Self::of(record),
        }
    }
}

/// Admits a page on a thread for work that takes time.
pub(crate) async fn admit_apart(content: PageContent) -> Result<PageContent, Problem> {
    blocking(move || Ok::<_, Problem>(page::admit(content).content)).await
}
