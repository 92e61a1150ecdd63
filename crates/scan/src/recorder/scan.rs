use crate::Verdict;
use db::EnterpriseId;
use facts::{Level, ProductId};
use kernel::Timestamp;

kernel::codes! {
    /// Who looked.
    pub enum ScanChannel {
        Page = "page", "网页", "page";
        Data = "data", "接口", "data";
    }
}

/// One look at a code of a product we know.
#[derive(Debug, Clone)]
pub struct Scan {
    /// Whose product.
    pub enterprise: EnterpriseId,
    /// Which product.
    pub product: ProductId,
    /// How fine the code is.
    pub level: Level,
    /// What tells it from others of its level: nothing, the batch number, or the serial.
    pub code: String,
    /// What was answered.
    pub verdict: Verdict,
    /// Who looked.
    pub channel: ScanChannel,
    /// From which division, if known.
    pub region: Option<String>,
    /// When.
    pub at: Timestamp,
}

impl Scan {
    /// Whether the code has a counter.
    pub(super) fn counts(&self) -> bool {
        is_counted(self.verdict)
    }
}

/// The verdicts on codes that have a counter: those that were issued and are valid or were.
pub(crate) fn counted() -> impl Iterator<Item = Verdict> {
    Verdict::ALL.iter().copied().filter(|v| is_counted(*v))
}

fn is_counted(verdict: Verdict) -> bool {
    verdict.is_of_an_issued_code() && verdict != Verdict::Inactive
}

/// How often a code was scanned, this time included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Scans so far; 0 for codes that are not counted.
    pub scans: i64,
    /// The first of them.
    pub first_at: Timestamp,
}
