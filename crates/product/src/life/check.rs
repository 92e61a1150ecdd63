use crate::{ProductRecord, judge::breaches, rule::Rule};
use chrono::NaiveDate;
use kernel::Lang;
use serde::Serialize;
use utoipa::ToSchema;

/// The result of one rule.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ProductCheck {
    /// 规则代码
    #[schema(example = "check.report")]
    pub code: String,
    /// 规则
    #[schema(example = "检验报告")]
    pub title: String,
    /// 字段位置
    ///
    /// JSON pointer。
    #[schema(example = "/report_file_ids")]
    pub pointer: String,
    /// 是否通过
    pub passed: bool,
    /// 是否必须
    ///
    /// 必须通过才能提交；否则仅为提示，请核对。
    pub is_required: bool,
    /// 处理办法
    ///
    /// 未通过时说明怎样补正。
    pub message: Option<String>,
}

/// Whether each rule is kept, on this day; one that is broken in several places stands there for each.
pub(super) fn checks(record: &ProductRecord, today: NaiveDate, lang: Lang) -> Vec<ProductCheck> {
    let check = |rule: Rule, pointer: &str, message: Option<&str>| ProductCheck {
        code: rule.code().to_owned(),
        title: rule.title(lang).to_owned(),
        pointer: pointer.to_owned(),
        passed: message.is_none(),
        is_required: !rule.is_advice(),
        message: message.map(str::to_owned),
    };
    let mut found = vec![];
    for rule in Rule::ALL.iter().copied() {
        let broken = breaches(rule, record, today);
        if broken.is_empty() {
            found.push(check(rule, rule.pointer(), None));
        }
        found.extend(
            broken
                .iter()
                .map(|b| check(rule, &b.pointer, Some(b.mending(lang)))),
        );
    }
    found
}
