//! The kinds and texts of this crate.

use kernel::CodeLabel;
use notify::DeclaredNotices;

/// Documents that end: reports, certificates, licences.
pub const EXPIRY: CodeLabel = CodeLabel {
    code: "expiry",
    zh: "报告与证照到期",
    en: "expiring documents",
};

/// The record of the enterprise.
pub const ENTERPRISE: CodeLabel = CodeLabel {
    code: "enterprise",
    zh: "企业信息",
    en: "enterprise record",
};

/// Decisions of the platform about an enterprise.
pub const PLATFORM: CodeLabel = CodeLabel {
    code: "platform",
    zh: "平台管理",
    en: "platform decisions",
};

/// The kinds and texts of this crate.
pub const NOTICES: DeclaredNotices = DeclaredNotices {
    kinds: &[EXPIRY, ENTERPRISE, PLATFORM],
    to_enterprises: EnterpriseNotice::TEXTS,
    to_operators: RegistrationNotice::TEXTS,
};

notify::notices! {
    /// The texts an enterprise is told about itself.
    pub enum EnterpriseNotice to enterprises {
        QualificationExpiring { qualification: String, expires_on: String } = "qualification_expiring" in EXPIRY by [Sms, Email],
            "资质证照即将到期", "资质证照“{qualification}”将于 {expires_on} 到期，请及时更新。",
            "Qualification expiring", "The qualification “{qualification}” expires on {expires_on}. Please renew it in time.";
        EnterpriseDisabled { enterprise: String, reason: String } = "enterprise_disabled" in PLATFORM as urgent by [Sms, Email],
            "企业账号已停用", "{enterprise}的账号已被平台停用：{reason}。已印制的码仍可查询，如有异议请联系平台管理员。",
            "Enterprise disabled", "The operator disabled the accounts of {enterprise}: {reason}. Printed codes still answer; if you object, contact the operator.";
        EnterpriseEnabled { enterprise: String } = "enterprise_enabled" in PLATFORM as urgent by [Sms, Email],
            "企业账号已恢复", "{enterprise}的账号已恢复使用，可以重新登录。",
            "Enterprise enabled", "The accounts of {enterprise} work again; you can sign in.";
        IdentityApproved { enterprise: String } = "identity_approved" in PLATFORM as urgent by [Sms, Email],
            "企业信息已核验", "平台已将企业信息与营业执照核对，{enterprise}的企业信息通过核验，即时生效。",
            "Enterprise verified", "The operator compared the record of {enterprise} with its licence and passed it; it holds from now on.";
        IdentityRejected { reason: String } = "identity_rejected" in PLATFORM as urgent by [Sms, Email],
            "企业信息未通过核验", "企业信息未通过核验：{reason}。原信息不变，请按原因补正后重新申请。",
            "Enterprise not verified", "The operator did not pass the record of the enterprise: {reason}. What held stays; mend it and ask again.";
        ContactStale { contact: String, days: i64 } = "contact_stale" in ENTERPRISE by [Sms, Email],
            "请确认联系人信息", "联系人{contact}的姓名和手机号已 {days} 天未确认。如已变更请及时修改，未变更请点击确认，以免错过重要通知。",
            "Please confirm your contact", "Name and phone of the contact {contact} have not been confirmed for {days} days. Change them or confirm them, so that you miss nothing important.";
    }
}

notify::notices! {
    /// The texts the operators are told about enterprises that register or ask for a change.
    pub enum RegistrationNotice to operators {
        EnterpriseRegistered { enterprise: String, uscc: String } = "enterprise_registered" in ENTERPRISE by [],
            "新企业注册", "{enterprise}（{uscc}）完成注册，请核对营业执照。",
            "New enterprise", "{enterprise} ({uscc}) has registered; compare it with its licence.";
        IdentityRequested { enterprise: String, name: String } = "identity_requested" in ENTERPRISE by [],
            "企业信息变更待审核", "{enterprise}申请变更企业信息，申请的名称为“{name}”，请与营业执照核对。",
            "An enterprise asks for a change", "{enterprise} asks to change its record, with the name “{name}”; compare it with its licence.";
        IdentityDoubtful { enterprise: String, name: String } = "identity_doubtful" in ENTERPRISE by [],
            "企业名称疑似冒用机关名称", "{enterprise}申请使用的名称“{name}”与国家机关名称相近，请仔细核对营业执照。",
            "A name like an authority's", "{enterprise} asks for the name “{name}”, which reads like that of an authority; look closely at its licence.";
    }
}
