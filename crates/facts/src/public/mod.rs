//! What the public may know. These types carry nothing that is not public.

mod file;
mod page;
mod product;
mod quality;
mod voucher;

pub use self::product::{AttributeFacts, ProductFacts, UpdateFacts};
pub use file::{DocumentFacts, DocumentKind, PictureFacts};
pub use page::{AppFacts, MenuFacts, PageFacts, ThemeFacts};
pub use quality::{IndicatorFacts, PartFacts};
pub use voucher::Voucher;

pub(crate) use self::product::About;
pub(crate) use file::Open;

use chrono::NaiveDate;
use coding::{
    CodeState, Level,
    batch::{Batch, BatchId, QuantityKind},
    unit::UnitRange,
};
use kernel::Code;

/// Standing of a code: valid, voided, recalled, inactive or never issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It was issued and is alive.
    Valid,
    /// It was ended: itself, or the batch or product above it.
    Voided {
        /// At which level it was ended.
        at: Level,
        /// What its maker said.
        reason: Option<String>,
    },
    /// Its maker warns of it: of itself, or of the batch or product above it.
    Recalled {
        /// At which level it is recalled.
        at: Level,
        /// Why.
        reason: String,
        /// What its owner should do.
        advice: String,
    },
    /// It was issued, and its product is not activated yet.
    Inactive,
    /// Something of a newer program stands in its way, so that it cannot be judged.
    Undecided,
    /// The product is here, but this batch number or serial was never issued.
    NotIssued,
}

/// Public facts of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchFacts {
    /// Its id, for finding it; not shown.
    pub id: BatchId,
    /// 批次号
    pub batch_no: String,
    /// 生产日期
    pub made_on: NaiveDate,
    /// 有效期至
    pub expires_on: Option<NaiveDate>,
    /// Quantity, and whether it is exact.
    pub quantity: Option<(i64, Code<QuantityKind>)>,
    /// Its inspection reports, if its maker shows them.
    pub documents: Vec<DocumentFacts>,
    /// Reason of the voiding, if it was voided.
    pub voided: Option<Option<String>>,
    /// Whether its state is one that only a newer program knows.
    pub is_undecided: bool,
}

/// Public facts of a unit, filled in from its batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitFacts {
    /// 生产日期
    pub made_on: Option<NaiveDate>,
    /// 有效期至
    pub expires_on: Option<NaiveDate>,
    /// Reason of its own voiding, if it was voided itself.
    pub voided: Option<Option<String>>,
    /// Whether its state is one that only a newer program knows.
    pub is_undecided: bool,
}

impl BatchFacts {
    pub(super) fn of(b: Batch, open: &Open<'_>) -> Self {
        let reports = if b.is_report_public {
            b.report_file_ids.0.as_slice()
        } else {
            &[]
        };
        Self {
            quantity: b.quantity.zip(b.quantity_kind),
            documents: open.documents(DocumentKind::Report, reports),
            id: b.id,
            batch_no: b.batch_no,
            made_on: b.made_on,
            expires_on: b.expires_on,
            is_undecided: b.state.is_unknown(),
            voided: voided(b.state, b.state_reason),
        }
    }
}

impl UnitFacts {
    /// Builds the facts; what a unit does not say itself it has from its batch.
    pub(super) fn of(range: &UnitRange, batch: Option<&BatchFacts>) -> Self {
        Self {
            made_on: range.made_on.or_else(|| batch.map(|b| b.made_on)),
            expires_on: range.expires_on.or_else(|| batch.and_then(|b| b.expires_on)),
            is_undecided: range.state.is_unknown(),
            voided: voided(range.state, range.state_reason.clone()),
        }
    }
}

fn voided(state: Code<CodeState>, reason: Option<String>) -> Option<Option<String>> {
    (state == CodeState::Voided).then_some(reason)
}
