//! Chapters: what one domain tells the public of a product or of a code, in a form that every page and program reads alike.

use crate::{DocumentFacts, PictureFacts, Voucher};
use chrono::NaiveDate;
use kernel::Lang;
use serde::Serialize;
use utoipa::ToSchema;

/// Words in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = LocalText)]
pub struct Text {
    /// 中文
    pub zh: String,
    /// 英文
    pub en: String,
}

impl Text {
    /// Words that differ by language.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            zh: zh.into(),
            en: en.into(),
        }
    }

    /// Words that are the same in both, such as a name as its maker wrote it.
    pub fn same(words: impl Into<String>) -> Self {
        let zh = words.into();
        Self { en: zh.clone(), zh }
    }

    /// The words in one language.
    #[must_use]
    pub fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// A section of the page behind a code, told by one domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Chapter {
    /// 章节代码
    ///
    /// 稳定不变，程序据此识别章节。
    #[schema(example = "qualifications")]
    pub key: &'static str,
    /// 标题
    pub title: Text,
    /// 由谁负责
    pub voucher: Voucher,
    /// 各项
    pub rows: Vec<Row>,
    /// 各条
    ///
    /// 章节由若干条组成时，每条有自己的标题、各项和图片。
    pub entries: Vec<Entry>,
    /// 文件
    pub documents: Vec<DocumentFacts>,
}

/// One thing of a chapter that lists several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = ChapterEntry)]
pub struct Entry {
    /// 种类代码
    ///
    /// 稳定不变；没有种类之分时为空。
    #[schema(example = "production_licence")]
    pub kind: Option<&'static str>,
    /// 标题
    pub title: Text,
    /// 各项
    pub rows: Vec<Row>,
    /// 图片
    pub pictures: Vec<PictureFacts>,
}

/// One fact, with what it is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = ChapterRow)]
pub struct Row {
    /// 项目代码
    ///
    /// 稳定不变，程序据此识别项目。
    #[schema(example = "expires_on")]
    pub key: &'static str,
    /// 名称
    pub label: Text,
    /// 值
    pub value: Value,
    /// 由谁负责
    ///
    /// 空为与章节相同。
    pub voucher: Option<Voucher>,
}

/// What a fact says, by its kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
#[schema(as = ChapterValue)]
pub enum Value {
    /// 原文
    Plain(String),
    /// 双语文字
    Words(Text),
    /// 日期
    Day(NaiveDate),
    /// 有效期至
    ///
    /// 当日仍有效；之后为已过期。
    Until(NaiveDate),
    /// 电话
    Phone(String),
    /// 网址
    ///
    /// 单个码的章节中只显示文字，不能点击。
    Link(String),
    /// 变更
    Change(Changed),
    /// 历史扫码页
    ///
    /// 在扫码地址后加 ?on=日期 即可查看该日结束时的内容。
    AsOf(NaiveDate),
}

/// What something was and what it is. Neither is said of what was replaced by something that reads the same, or takes more
/// than a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = ChapterChange)]
pub struct Changed {
    /// 变更前
    pub from: Option<Text>,
    /// 变更后
    pub to: Option<Text>,
}

impl Row {
    /// A fact its chapter's voucher answers for.
    pub fn new(key: &'static str, label: Text, value: Value) -> Self {
        Self {
            key,
            label,
            value,
            voucher: None,
        }
    }

    /// The same, answered for by somebody else.
    #[must_use]
    pub fn vouched(self, voucher: Option<Voucher>) -> Self {
        Self { voucher, ..self }
    }
}

/// A chapter that could not be read this time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct MissingChapter {
    /// 来源
    #[schema(example = "qualifications")]
    pub domain: &'static str,
    /// 名称
    pub title: Text,
}
