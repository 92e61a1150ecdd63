use crate::{
    product::{
        ProductRecord,
        quality::{Commercial, ReportKind},
    },
    reference,
};
use chrono::NaiveDate;
use identifiers::standard::StandardNo;
use kernel::{Coded, FieldFault, Kind, Lang};
use serde::Serialize;
use std::fmt;
use utoipa::ToSchema;

/// Declares the rules a record must keep before it is reviewed: code, field, what is asked, and what to do.
macro_rules! rules {
    ($($variant:ident = $code:literal at $pointer:literal: $zh:literal, $en:literal, $mend:literal, $mend_en:literal;)+) => {
        /// What is asked of a product before its codes can be valid (F153–F159, F167).
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Rule {
            $(#[doc = $en] $variant,)+
        }

        impl Rule {
            /// All of them, in the order of the form.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable code.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            const fn pointer(self) -> &'static str {
                match self { $(Self::$variant => $pointer,)+ }
            }

            const fn title(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $((Self::$variant, Lang::Zh) => $zh, (Self::$variant, Lang::En) => $en,)+
                }
            }

            const fn mending(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $((Self::$variant, Lang::Zh) => $mend, (Self::$variant, Lang::En) => $mend_en,)+
                }
            }
        }
    };
}

rules! {
    Standard = "check.standard" at "/standards":
        "执行标准", "a standard is given",
        "请填写至少一项执行标准", "give at least one standard";
    MandatoryStandard = "check.mandatory_standard" at "/standards":
        "强制性国家标准", "products of the nine first classes name a mandatory national standard",
        "该产品类型属于首批重点工业产品，请填写至少一项强制性国家标准（GB 开头、不带 /T）",
        "this product type is one of the nine first classes: name a mandatory national standard (GB without /T)";
    Picture = "check.picture" at "/pictures":
        "产品图片", "there is a picture",
        "请上传至少一张产品图片", "upload at least one picture of the product";
    Report = "check.report" at "/reports":
        "检验报告", "there is an inspection report",
        "请上传出厂检验报告或型式检验报告", "upload an ex-factory or type-test report";
    ReportExpiry = "check.report_expiry" at "/report_expires_on":
        "型式检验有效期", "a type test says until when it holds",
        "型式检验报告请填写有效期", "say until when the type test holds";
    ReportCurrent = "check.report_current" at "/report_expires_on":
        "检验报告在有效期内", "the inspection report has not expired",
        "检验报告已过有效期，请更换报告并填写新的有效期", "the report has expired; replace it and give its new date";
    IndicatorDates = "check.indicator_dates" at "/quality_indicators":
        "检测日期不晚于今天", "no test lies in the future",
        "质量指标的检测日期不能晚于今天", "the date of a test cannot lie in the future";
    Evidence = "check.evidence" at "/evidence":
        "选填信息有证明材料", "what is optional is backed by evidence",
        "填写了来料、零部件或商业信息的，请在“证明材料”中上传证据材料或企业承诺书（均盖章）",
        "parts and business facts are given: upload evidence, or the enterprise's letter of commitment";
    FilingPeriod = "check.filing_period" at "/filing_period":
        "填报周期与追溯方式相符", "the filing period fits the coding level",
        "一物一码、组合多码须按日填报；一品一码、一批一码可选按月、按季度或按年",
        "units and combinations are filed daily, products and batches monthly, quarterly or yearly";
}

/// How one rule came out.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Check {
    /// 规则代码
    #[schema(example = "check.report")]
    pub code: String,
    /// 规则
    #[schema(example = "检验报告")]
    pub title: String,
    /// 字段位置
    ///
    /// JSON pointer。
    #[schema(example = "/reports")]
    pub pointer: String,
    /// 是否通过
    pub passed: bool,
    /// 处理办法
    ///
    /// 未通过时说明怎样补正。
    pub message: Option<String>,
}

/// Whether each rule is kept, on this day.
pub(super) fn checks(record: &ProductRecord, today: NaiveDate, lang: Lang) -> Vec<Check> {
    let check = |rule: Rule| {
        let passed = rule.holds(record, today);
        Check {
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
    (!broken.is_empty()).then_some(Incomplete(broken))
}

impl Rule {
    fn holds(self, r: &ProductRecord, today: NaiveDate) -> bool {
        match self {
            Self::Standard => !r.standards.is_empty(),
            Self::MandatoryStandard => {
                !reference::product_type(&r.product_type).is_some_and(|t| t.is_first_batch())
                    || r.standards.iter().any(|s| is_mandatory(&s.0))
            }
            Self::Picture => !r.pictures.is_empty(),
            Self::Report => !r.reports.is_empty(),
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
                !has_optional || !r.evidence.is_empty()
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

/// A product that cannot be reviewed or activated yet, and why.
#[derive(Debug)]
pub struct Incomplete(Vec<Rule>);

impl Incomplete {
    /// The line of the error catalogue.
    pub const ENTRY: kernel::ErrorEntry = kernel::ErrorEntry {
        code: "coding.incomplete",
        kind: Kind::Invalid,
        en: "the product is not complete yet; each rule it breaks is among the errors",
        zh: "产品资料未通过自动检查，请按提示补充后再提交",
    };
}

impl fmt::Display for Incomplete {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Self::ENTRY.en)
    }
}

impl std::error::Error for Incomplete {}

impl Coded for Incomplete {
    fn kind(&self) -> Kind {
        Self::ENTRY.kind
    }
    fn code(&self) -> &'static str {
        Self::ENTRY.code
    }
    fn zh(&self) -> String {
        Self::ENTRY.zh.to_owned()
    }
    fn faults(&self) -> Vec<FieldFault> {
        let fault = |rule: &Rule| FieldFault {
            pointer: rule.pointer().to_owned(),
            code: rule.code(),
            en: rule.mending(Lang::En).to_owned(),
            zh: rule.mending(Lang::Zh).to_owned(),
        };
        self.0.iter().map(fault).collect()
    }
}
