//! What makers are told about filings.

use kernel::CodeLabel;
use notify::DeclaredNotices;

/// What is to be filed.
const FILING: CodeLabel = CodeLabel {
    code: "filing",
    zh: "生产填报",
    en: "production filing",
};

/// The kinds and texts about filings.
pub const NOTICES: DeclaredNotices = DeclaredNotices {
    kinds: &[FILING],
    to_enterprises: FilingNotice::TEXTS,
    to_operators: &[],
};

notify::notices! {
    /// What a maker is told about filings.
    pub enum FilingNotice to enterprises {
        FilingDue { product: String, period: String, due_on: String } = "filing_due" in FILING by [Email],
            "生产信息待填报", "产品“{product}”{period}的生产信息请于 {due_on} 前填报。",
            "Production filing due", "Please file the production of “{product}” for {period} by {due_on}.";
        FilingOverdue { product: String, period: String, days: i64 } = "filing_overdue" in FILING by [Sms, Email],
            "生产信息逾期未填报", "产品“{product}”{period}的生产信息已逾期 {days} 天未填报，请尽快填报；已停产的请登记暂停生产。",
            "Production filing overdue", "The production of “{product}” for {period} is {days} days overdue. Please file it, or pause the product if it is no longer made.";
    }
}
