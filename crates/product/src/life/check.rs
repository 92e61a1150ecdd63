use crate::{
    Commercial, ProductRecord, ReportKind, reference,
    rule::{Incomplete, Rule},
};
use chrono::NaiveDate;
use identifiers::standard::StandardNo;
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
    /// 处理办法
    ///
    /// 未通过时说明怎样补正。
    pub message: Option<String>,
}

/// Whether each rule is kept, on this day.
pub(super) fn checks(record: &ProductRecord, today: NaiveDate, lang: Lang) -> Vec<ProductCheck> {
    let check = |rule: Rule| {
        let passed = rule.holds(record, today);
        ProductCheck {
            code: rule.code().to_owned(),
            title: rule.title(lang).to_owned(),
            pointer: rule.pointer().to_owned(),
            passed,
            message: (!passed).then(|| rule.mending(lang).to_owned()),
        }
    };
    Rule::ALL.iter().copied().map(check).collect()
}

/// The rules a record breaks, as an error; none when it keeps them all.
#[must_use]
pub fn incomplete(record: &ProductRecord, today: NaiveDate) -> Option<Incomplete> {
    let broken: Vec<_> = Rule::ALL
        .iter()
        .copied()
        .filter(|rule| !rule.holds(record, today))
        .collect();
    (!broken.is_empty()).then_some(Incomplete::of(broken))
}

impl Rule {
    fn holds(self, r: &ProductRecord, today: NaiveDate) -> bool {
        match self {
            Self::Standard => !r.standards.is_empty(),
            Self::MandatoryStandard => {
                !reference::product_type(&r.product_type).is_some_and(|t| t.is_first_batch())
                    || r.standards.iter().any(|s| is_mandatory(&s.0))
            }
            Self::Picture => !r.picture_file_ids.is_empty(),
            Self::Report => !r.report_file_ids.is_empty(),
            Self::ReportExpiry => {
                r.report_kind != Some(ReportKind::TypeTest) || r.report_expires_on.is_some()
            }
            Self::ReportCurrent => r.report_expires_on.is_none_or(|day| day >= today),
            Self::IndicatorDates => r
                .quality_indicators
                .iter()
                .all(|i| i.tested_on.is_none_or(|day| day <= today)),
            Self::Evidence => {
                let has_optional = !r.parts.is_empty() || r.commercial != Commercial::default();
                !has_optional || !r.evidence_file_ids.is_empty()
            }
            Self::FilingPeriod => r
                .filing_period
                .is_none_or(|period| r.coding_level.periods().contains(&period)),
        }
    }
}

/// `GB 17761-2024` binds by law, `GB/T 5849-2016` and all others do not.
fn is_mandatory(standard: &str) -> bool {
    StandardNo::parse(standard).is_ok_and(|s| s.as_str().starts_with("GB "))
}
