use super::NoticeKind;
use crate::via::NoticeVia;
use kernel::{CodeLabel, Lang};
use serde::Serialize;
use utoipa::ToSchema;

/// A text people are told, as a domain declares it, with its placeholders in braces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct NoticeText {
    /// 模板
    #[schema(example = "product_rejected")]
    pub code: &'static str,
    /// 类别
    #[schema(value_type = NoticeKind)]
    pub kind: &'static str,
    /// 是否紧急
    ///
    /// 紧急的立即外发；其他的按类别每天合并为一条，9 点至 20 点发送。
    pub is_urgent: bool,
    /// 外发渠道
    ///
    /// 站内消息之外的渠道。
    pub via: &'static [NoticeVia],
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

/// The kinds and the texts of one domain, as the server collects them.
#[derive(Debug, Clone, Copy, Default)]
pub struct DeclaredNotices {
    /// The kinds this domain adds; its texts may also be of a kind that a domain below it added.
    pub kinds: &'static [CodeLabel],
    /// The texts for enterprises.
    pub to_enterprises: &'static [NoticeText],
    /// The texts for the operators of the platform.
    pub to_operators: &'static [NoticeText],
}

/// A text with the values of its placeholders; implemented by what [`notices!`](crate::notices) declares.
pub trait FilledText {
    /// The text as it is declared.
    fn declared(&self) -> &'static NoticeText;

    /// The text in a language, with the values in it.
    fn fill(&self, lang: Lang) -> String;
}

/// A text that an enterprise is told.
pub trait ForEnterprises: FilledText {}

/// A text that the operators of the platform are told, in the console alone.
pub trait ForOperators: FilledText {}

/// Checks that none of the texts asks for a way beside the console, when texts for operators compile.
#[must_use]
pub const fn is_console_only(texts: &[NoticeText]) -> bool {
    let mut rest = texts;
    while let [first, others @ ..] = rest {
        if !first.via.is_empty() {
            return false;
        }
        rest = others;
    }
    true
}
