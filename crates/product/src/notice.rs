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

/// Whose a trace code is.
const CODE_CLAIM: CodeLabel = CodeLabel {
    code: "code_claim",
    zh: "追溯码归属",
    en: "ownership of trace codes",
};

/// The kinds and texts about products.
pub const NOTICES: DeclaredNotices = DeclaredNotices {
    kinds: &[PRODUCT_REVIEW, CODE_CLAIM],
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
        ProductVoidedByOperator { product: String, trace_code: String, reason: String } = "product_voided_by_operator" in PLATFORM as urgent by [Sms, Email],
            "产品被平台作废", "产品“{product}”（追溯码 {trace_code}）已被平台作废：{reason}。已印制的码扫码后显示已作废。",
            "Product voided by the operator", "The operator voided the product “{product}” (trace code {trace_code}): {reason}. Its printed codes now say so.";
        CompanyPrefixUsed { trace_code: String, prefix: String } = "company_prefix_used" in CODE_CLAIM by [Email],
            "他人使用了本企业的厂商识别代码", "另一企业保存了追溯码 {trace_code}，其开头 {prefix} 由本企业登记。如该追溯码属于本企业，可提出追溯码申诉。",
            "Another enterprise uses your company prefix", "Another enterprise saved the trace code {trace_code}, which begins with {prefix}, registered by you. If the code is yours, you may claim it.";
        CodeClaimReceived { trace_code: String, reason: String } = "code_claim_received" in CODE_CLAIM as urgent by [Sms, Email],
            "追溯码被申诉", "另一企业对本企业使用的追溯码 {trace_code} 提出申诉：{reason}。请尽快作出说明，由平台裁定。",
            "Trace code claimed", "Another enterprise claims the trace code {trace_code} that you use: {reason}. Please reply soon; the operator will decide.";
        CodeClaimReplied { trace_code: String, reply: String } = "code_claim_replied" in CODE_CLAIM by [],
            "追溯码申诉有说明", "对方对追溯码 {trace_code} 的申诉作了说明：{reply}。",
            "Reply to your claim", "The other side replied to your claim to the trace code {trace_code}: {reply}.";
        CodeClaimApproved { trace_code: String, reason: String } = "code_claim_approved" in CODE_CLAIM by [Sms, Email],
            "追溯码申诉成立", "对追溯码 {trace_code} 的申诉成立：{reason}。现在可以用它新增产品。",
            "Claim approved", "Your claim to the trace code {trace_code} was approved: {reason}. You can add your product now.";
        CodeClaimRejected { trace_code: String, reason: String } = "code_claim_rejected" in CODE_CLAIM by [Sms, Email],
            "追溯码申诉不成立", "对追溯码 {trace_code} 的申诉不成立：{reason}。",
            "Claim rejected", "Your claim to the trace code {trace_code} was rejected: {reason}.";
        CodeClaimLost { trace_code: String } = "code_claim_lost" in CODE_CLAIM as urgent by [Sms, Email],
            "追溯码归属已裁定", "平台裁定追溯码 {trace_code} 归申诉企业，本企业不能再使用该码。",
            "Trace code given to the claimant", "The operator gave the trace code {trace_code} to its claimant; you can no longer use it.";
        CodeClaimAverted { trace_code: String } = "code_claim_averted" in CODE_CLAIM by [],
            "追溯码归属已裁定", "针对追溯码 {trace_code} 的申诉不成立，本企业可继续使用该码。",
            "Claim to your trace code rejected", "The claim to the trace code {trace_code} was rejected; you keep it.";
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
        CodeClaimFiled { enterprise: String, trace_code: String } = "code_claim_filed" in CODE_CLAIM by [],
            "追溯码申诉待裁定", "{enterprise}对追溯码 {trace_code} 提出申诉，请裁定。",
            "Claim to decide", "{enterprise} claims the trace code {trace_code}. Please decide.";
        LinkedCodeDouble { scheme: String, code: String, enterprise: String, product: String, other_enterprise: String, other_product: String } = "linked_code_double" in CODE_CLAIM by [],
            "关联标识重复", "{scheme} {code} 登记在两个产品上：{other_enterprise}的“{other_product}”和{enterprise}的“{product}”。扫码以前者为准，请核实归属。",
            "Double linked code", "{scheme} {code} is on two products: “{other_product}” of {other_enterprise} and “{product}” of {enterprise}. The former is answered; find out whose it is.";
        ChangeRequested { enterprise: String, product: String, trace_code: String } = "change_requested" in PRODUCT_REVIEW by [],
            "变更申请待审核", "{enterprise}申请变更产品“{product}”（追溯码 {trace_code}），请审核。",
            "Change to review", "{enterprise} asks to change the product “{product}” (trace code {trace_code}).";
    }
}
