//! What is asked of a product before it is reviewed; whether it is kept, tells [`crate::life`].

use kernel::{Coded, FieldFault, Kind, Lang};
use std::fmt;

/// Declares the rules a record must keep before it is reviewed: code, field, what is asked, and what to do.
macro_rules! rules {
    ($($variant:ident = $code:literal at $pointer:literal: $zh:literal, $en:literal, $mend:literal, $mend_en:literal;)+) => {
        /// Rules a product must pass before its codes can be valid (F153–F159, F167).
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Rule {
            $(#[doc = $en] $variant,)+
        }

        impl Rule {
            /// All rules, in the order of the form.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable code.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            pub(crate) const fn pointer(self) -> &'static str {
                match self { $(Self::$variant => $pointer,)+ }
            }

            pub(crate) const fn title(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $((Self::$variant, Lang::Zh) => $zh, (Self::$variant, Lang::En) => $en,)+
                }
            }

            pub(crate) const fn mending(self, lang: Lang) -> &'static str {
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
    Picture = "check.picture" at "/picture_file_ids":
        "产品图片", "there is a picture",
        "请上传至少一张产品图片", "upload at least one picture of the product";
    Report = "check.report" at "/report_file_ids":
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
    Evidence = "check.evidence" at "/evidence_file_ids":
        "选填信息有证明材料", "what is optional is backed by evidence",
        "填写了来料、零部件或商业信息的，请在“证明材料”中上传证据材料或企业承诺书（均盖章）",
        "parts and business facts are given: upload evidence, or the enterprise's letter of commitment";
    FilingPeriod = "check.filing_period" at "/filing_period":
        "填报周期与追溯方式相符", "the filing period fits the coding level",
        "一物一码、组合多码须按日填报；一品一码、一批一码可选按月、按季度或按年",
        "units and combinations are filed daily, products and batches monthly, quarterly or yearly";
}

/// A product that cannot be reviewed or activated yet, and why.
#[derive(Debug)]
pub struct Incomplete(Vec<Rule>);

impl Incomplete {
    /// Builds the error from the broken rules.
    pub(crate) fn of(broken: Vec<Rule>) -> Self {
        Self(broken)
    }

    /// The line of the error catalogue.
    pub const ENTRY: kernel::ErrorEntry = kernel::ErrorEntry {
        code: "product.incomplete",
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
