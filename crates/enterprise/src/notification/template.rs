//! Everything people are ever told, in one table.

use super::notice::{Notice, Words};
use kernel::Lang;
use serde::Serialize;
use utoipa::ToSchema;

kernel::codes! {
    /// What a notice is about; what is sent by SMS and by mail is chosen by it.
    pub enum NoticeKind {
        ProductReview = "product_review", "产品审核", "product review";
        Filing = "filing", "生产报送", "production filing";
        Expiry = "expiry", "报告与证照到期", "expiring documents";
        Feedback = "feedback", "消费者反馈", "consumer feedback";
        Enterprise = "enterprise", "企业信息", "enterprise record";
        Platform = "platform", "平台管理", "platform decisions";
    }
}

kernel::codes! {
    /// A way to reach people outside the console.
    pub enum NoticeChannel {
        Sms = "sms", "短信", "SMS";
        Email = "email", "邮件", "e-mail";
    }
}

/// A template as the operator reads it, with its placeholders in braces.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct TemplateText {
    /// 模板
    #[schema(example = "product_rejected")]
    pub code: &'static str,
    /// 类别
    pub kind: NoticeKind,
    /// 外发渠道
    ///
    /// 站内消息之外的渠道。
    pub channels: &'static [NoticeChannel],
    /// 标题
    pub title: &'static str,
    /// 内容
    pub text: &'static str,
    /// 英文标题
    pub title_en: &'static str,
    /// 英文内容
    pub text_en: &'static str,
    /// 占位符
    pub placeholders: &'static [&'static str],
}

/// Declares templates: a line is the variant with its values, code, kind, channels, and title and text in both
/// languages. The values are the placeholders: one that is unknown does not compile, one that a text forgets fails a test.
macro_rules! templates {
    (
        $(#[$meta:meta])*
        pub enum $name:ident named by $codes:ident {
            $(
                $variant:ident { $($field:ident: $ty:ty),+ } = $code:literal in $kind:ident by [$($channel:ident),*],
                    $zh_title:literal, $zh:literal, $en_title:literal, $en:literal;
            )+
        }
    ) => {
        kernel::codes! {
            /// The templates by name.
            pub enum $codes {
                $($variant = $code, $zh_title, $en_title;)+
            }
        }
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $name {
            $(#[doc = $zh] $variant { $(#[doc = "Stands in the text."] $field: $ty),+ },)+
        }
        impl $name {
            /// All templates as they are declared.
            pub const TEXTS: &'static [TemplateText] = &[$(TemplateText {
                code: $code,
                kind: NoticeKind::$kind,
                channels: &[$(NoticeChannel::$channel),*],
                title: $zh_title,
                text: $zh,
                title_en: $en_title,
                text_en: $en,
                placeholders: &[$(stringify!($field)),+],
            },)+];

            /// The template's name.
            #[must_use]
            pub const fn code(&self) -> $codes {
                match self {
                    $(Self::$variant { .. } => $codes::$variant,)+
                }
            }

            /// What it is about.
            #[must_use]
            pub const fn kind(&self) -> NoticeKind {
                match self {
                    $(Self::$variant { .. } => NoticeKind::$kind,)+
                }
            }

            /// The channels it asks for beside the console.
            #[must_use]
            pub const fn channels(&self) -> &'static [NoticeChannel] {
                match self {
                    $(Self::$variant { .. } => &[$(NoticeChannel::$channel),*],)+
                }
            }

            /// The text, with the values in it.
            #[must_use]
            pub fn text(&self, lang: Lang) -> String {
                match (self, lang) {
                    $(
                        (Self::$variant { $($field),+ }, Lang::Zh) => format!($zh),
                        (Self::$variant { $($field),+ }, Lang::En) => format!($en),
                    )+
                }
            }
        }

        impl Notice<$name> {
            /// As it is written down.
            pub(super) fn words(&self) -> Words<'_, $codes> {
                let code = self.template.code();
                Words {
                    template: code,
                    kind: self.template.kind(),
                    title: code.label(Lang::Zh),
                    title_en: code.label(Lang::En),
                    text: self.template.text(Lang::Zh),
                    text_en: self.template.text(Lang::En),
                    link: self.link.as_deref(),
                    key: self.key.as_deref(),
                }
            }
        }
    };
}

templates! {
    /// What an enterprise is told.
    pub enum NoticeTemplate named by NoticeCode {
        ProductApproved { product: String, trace_code: String } = "product_approved" in ProductReview by [Email],
            "产品审核通过", "产品“{product}”（追溯码 {trace_code}）已通过审核，可以激活使用。",
            "Product approved", "The product “{product}” (trace code {trace_code}) passed review and can be activated.";
        ProductRejected { product: String, trace_code: String, reason: String } = "product_rejected" in ProductReview by [Sms, Email],
            "产品审核未通过", "产品“{product}”（追溯码 {trace_code}）未通过审核：{reason}。请修改后重新提交。",
            "Product rejected", "The product “{product}” (trace code {trace_code}) was rejected: {reason}. Change it and submit it again.";
        ProductVoidedByOperator { product: String, trace_code: String, reason: String } = "product_voided_by_operator" in Platform by [Sms, Email],
            "产品被平台作废", "产品“{product}”（追溯码 {trace_code}）已被平台作废：{reason}。已印制的码扫码后显示已作废。",
            "Product voided by the operator", "The operator voided the product “{product}” (trace code {trace_code}): {reason}. Its printed codes now say so.";
        FilingDue { product: String, period: String, due_on: String } = "filing_due" in Filing by [Email],
            "生产信息待报送", "产品“{product}”{period}的生产信息请于 {due_on} 前报送。",
            "Production filing due", "Please file the production of “{product}” for {period} by {due_on}.";
        FilingOverdue { product: String, period: String, days: i64 } = "filing_overdue" in Filing by [Sms, Email],
            "生产信息逾期未报送", "产品“{product}”{period}的生产信息已逾期 {days} 天未报送，请尽快报送；已停产的请登记暂停生产。",
            "Production filing overdue", "The production of “{product}” for {period} is {days} days overdue. Please file it, or pause the product if it is no longer made.";
        ReportExpiring { product: String, report: String, expires_on: String } = "report_expiring" in Expiry by [Sms, Email],
            "检验报告即将到期", "产品“{product}”的检验报告“{report}”将于 {expires_on} 到期，请及时更换。",
            "Inspection report expiring", "The inspection report “{report}” of “{product}” expires on {expires_on}. Please replace it in time.";
        QualificationExpiring { qualification: String, expires_on: String } = "qualification_expiring" in Expiry by [Sms, Email],
            "资质证照即将到期", "资质证照“{qualification}”将于 {expires_on} 到期，请及时更新。",
            "Qualification expiring", "The qualification “{qualification}” expires on {expires_on}. Please renew it in time.";
        FeedbackReceived { product: String, subject: String } = "feedback_received" in Feedback by [Email],
            "收到消费者反馈", "产品“{product}”收到一条消费者反馈：{subject}。请及时查看并回复。",
            "Consumer feedback received", "A consumer wrote about “{product}”: {subject}. Please read and answer it soon.";
        EnterpriseDisabled { enterprise: String, reason: String } = "enterprise_disabled" in Platform by [Sms, Email],
            "企业账号已停用", "{enterprise}的账号已被平台停用：{reason}。已印制的码仍可查询，如有异议请联系平台管理员。",
            "Enterprise disabled", "The operator disabled the accounts of {enterprise}: {reason}. Printed codes still answer; if you object, contact the operator.";
        EnterpriseEnabled { enterprise: String } = "enterprise_enabled" in Platform by [Sms, Email],
            "企业账号已恢复", "{enterprise}的账号已恢复使用，可以重新登录。",
            "Enterprise enabled", "The accounts of {enterprise} work again; you can sign in.";
        ContactStale { contact: String, days: i64 } = "contact_stale" in Enterprise by [Sms, Email],
            "请确认联系人信息", "联系人{contact}的姓名和手机号已 {days} 天未确认。如已变更请及时修改，未变更请点击确认，以免错过重要通知。",
            "Please confirm your contact", "Name and phone of the contact {contact} have not been confirmed for {days} days. Change them or confirm them, so that you miss nothing important.";
    }
}

templates! {
    /// What the operators of the platform are told, in the console alone.
    pub enum OperatorTemplate named by OperatorNoticeCode {
        EnterpriseRegistered { enterprise: String, uscc: String } = "enterprise_registered" in Enterprise by [],
            "新企业注册", "{enterprise}（{uscc}）完成注册。",
            "New enterprise", "{enterprise} ({uscc}) has registered.";
        ProductSubmitted { enterprise: String, product: String, trace_code: String } = "product_submitted" in ProductReview by [],
            "产品待审核", "{enterprise}提交了产品“{product}”（追溯码 {trace_code}），请审核。",
            "Product to review", "{enterprise} submitted the product “{product}” (trace code {trace_code}) for review.";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn braces(text: &str) -> BTreeSet<&str> {
        text.split('{')
            .skip(1)
            .filter_map(|rest| rest.split('}').next())
            .collect()
    }

    // F267
    #[test]
    fn every_value_stands_in_both_texts() {
        for t in NoticeTemplate::TEXTS.iter().chain(OperatorTemplate::TEXTS) {
            let declared: BTreeSet<_> = t.placeholders.iter().copied().collect();
            assert_eq!(braces(t.text), declared, "{}", t.code);
            assert_eq!(braces(t.text_en), declared, "{} in English", t.code);
        }
    }

    #[test]
    fn operators_are_told_in_the_console_alone() {
        assert!(OperatorTemplate::TEXTS.iter().all(|t| t.channels.is_empty()));
    }

    #[test]
    fn the_values_are_filled_in() {
        let told = NoticeTemplate::ProductRejected {
            product: "细木工板".to_owned(),
            trace_code: "6901234567892".to_owned(),
            reason: "图片不清晰".to_owned(),
        };
        assert_eq!(
            told.text(Lang::Zh),
            "产品“细木工板”（追溯码 6901234567892）未通过审核：图片不清晰。请修改后重新提交。"
        );
        assert!(told.text(Lang::En).contains("was rejected: 图片不清晰."));
    }
}
