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
    CodeState,
    batch::{Batch, BatchId, QuantityKind},
    unit::UnitRange,
    verdict::Stand,
};
use kernel::Code;

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
    /// 出厂日期
    pub ex_factory_on: Option<NaiveDate>,
    /// Quantity, and whether it is exact.
    pub quantity: Option<(i64, Code<QuantityKind>)>,
    /// Its inspection reports, if its maker shows them.
    pub documents: Vec<DocumentFacts>,
    /// State.
    pub state: Code<CodeState>,
    /// Reason of the voiding.
    pub state_reason: Option<String>,
}

/// Public facts of a unit, filled in from its batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitFacts {
    /// 生产日期
    pub made_on: Option<NaiveDate>,
    /// 有效期至
    pub expires_on: Option<NaiveDate>,
    /// 出厂日期
    pub ex_factory_on: Option<NaiveDate>,
}

impl BatchFacts {
    /// Where it stands by itself.
    pub(super) fn stand(&self) -> Stand<'_> {
        Stand {
            state: self.state,
            reason: self.state_reason.as_deref(),
        }
    }

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
            ex_factory_on: b.ex_factory_on,
            state: b.state,
            state_reason: b.state_reason,
        }
    }
}

impl UnitFacts {
    /// Builds the facts; what a unit does not say itself it has from its batch.
    pub(super) fn of(range: &UnitRange, batch: Option<&BatchFacts>) -> Self {
        Self {
            made_on: range.made_on.or_else(|| batch.map(|b| b.made_on)),
            expires_on: range.expires_on.or_else(|| batch.and_then(|b| b.expires_on)),
            ex_factory_on: range
                .ex_factory_on
                .or_else(|| batch.and_then(|b| b.ex_factory_on)),
        }
    }
}
