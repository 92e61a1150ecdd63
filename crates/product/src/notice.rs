//! What makers and operators are told about products.

use enterprise::notice::{EXPIRY, PLATFORM};
use kernel::CodeLabel;
use notify::DeclaredNotices;

/// The review of products.
const PRODUCT_REVIEW: CodeLabel = CodeLabel {
    code: "product_review",
    zh: "产品审核",
    en: "product review",
};

/// The kinds and texts about products.
pub const NOTICES: DeclaredNotices = DeclaredNotices {
    kinds: &[PRODUCT_REVIEW],
    to_enterprises: ProductNotice::TEXTS,
    to_operators: ReviewNotice::TEXTS,
};

notify::notices! {
    /// What a maker is told about its products.
    pub enum ProductNotice to enterprises {
        ProductApproved { product: String, trace_code: String } = "product_approved" in PRODUCT_REVIEW by [Email],
            "产品审核通过", "产品“{product}”（追溯码 {trace_code}）已通过审核，可以激活使用。",
            "Product approved", "The product “{product}” (trace code {trace_code}) passed review and can be activated.";
        ProductRejected { product: String, trace_code: String, reason: String } = "product_rejected" in PRODUCT_REVIEW by [Sms, Email],
            "产品审核未通过", "产品“{product}”（追溯码 {trace_code}）未通过审核：{reason}。请修改后重新提交。",
            "Product rejected", "The product “{product}” (trace code {trace_code}) was rejected: {reason}. Change it and submit it again.";
        ChangeApproved { product: String, trace_code: String } = "change_approved" in PRODUCT_REVIEW by [Email],
            "变更申请通过", "产品“{product}”（追溯码 {trace_code}）的变更申请已通过，新版本已生效。",
            "Change approved", "The change of the product “{product}” (trace code {trace_code}) was approved and holds from now on.";
        ChangeRejected { product: String, trace_code: String, reason: String } = "change_rejected" in PRODUCT_REVIEW by [Sms, Email],
            "变更申请未通过", "产品“{product}”（追溯码 {trace_code}）的变更申请未通过：{reason}。原版本继续有效，可修改后重新申请。",
            "Change rejected", "The change of the product “{product}” (trace code {trace_code}) was rejected: {reason}. What held before goes on; change it and ask again.";
        ProductVoidedByOperator { product: String, trace_code: String, reason: String } = "product_voided_by_operator" in PLATFORM by [Sms, Email],
            "产品被平台作废", "产品“{product}”（追溯码 {trace_code}）已被平台作废：{reason}。已印制的码扫码后显示已作废。",
            "Product voided by the operator", "The operator voided the product “{product}” (trace code {trace_code}): {reason}. Its printed codes now say so.";
        ReportExpiring { product: String, report: String, expires_on: String } = "report_expiring" in EXPIRY by [Sms, Email],
            "检验报告即将到期", "产品“{product}”的检验报告“{report}”将于 {expires_on} 到期，请及时更换。",
            "Inspection report expiring", "The inspection report “{report}” of “{product}” expires on {expires_on}. Please replace it in time.";
    }
}

notify::notices! {
    /// What the operators are told about products.
    pub enum ReviewNotice to operators {
        ProductSubmitted { enterprise: String, product: String, trace_code: String } = "product_submitted" in PRODUCT_REVIEW by [],
            "产品待审核", "{enterprise}提交了产品“{product}”（追溯码 {trace_code}），请审核。",
            "Product to review", "{enterprise} submitted the product “{product}” (trace code {trace_code}) for review.";
        ChangeRequested { enterprise: String, product: String, trace_code: String } = "change_requested" in PRODUCT_REVIEW by [],
            "变更申请待审核", "{enterprise}申请变更产品“{product}”（追溯码 {trace_code}），请审核。",
            "Change to review", "{enterprise} asks to change the product “{product}” (trace code {trace_code}).";
    }
}
