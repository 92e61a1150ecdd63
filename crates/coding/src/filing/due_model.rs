use super::{coded::Coded, period::Period};
use chrono::NaiveDate;
use kernel::Lang;
use product::{FilingPeriod, Product, ProductId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// A product and all its periods that have ended and were not filed, oldest first.
#[derive(Debug, Clone)]
pub(crate) struct Owing {
    pub(crate) product: Product,
    pub(crate) periods: Vec<Period>,
}

/// A period of a product whose quantity is still to be filed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DueFiling {
    /// 产品编号
    pub product_id: ProductId,
    /// 产品名称
    pub product_name: String,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// 填报周期
    pub period: FilingPeriod,
    /// 所属期
    #[schema(example = "2026 年 10 月")]
    pub label: String,
    /// 所属期起
    pub starts_on: NaiveDate,
    /// 所属期止
    pub ends_on: NaiveDate,
    /// 截止日期
    pub due_on: NaiveDate,
    /// 已逾期
    pub is_overdue: bool,
    /// 准确数量
    ///
    /// 一物一码、组合多码须填准确数量。
    pub is_exact: bool,
    /// 本期赋码数
    ///
    /// 所属期内赋出的单品码数。
    #[schema(example = 100)]
    pub issued: i64,
    /// 其中已作废
    ///
    /// 本期赋出的单品码中，在填报截止日前作废的（含随批次作废的）。
    #[schema(example = 40)]
    pub voided: i64,
    /// 应填数量
    ///
    /// 本期赋码数减去其中已作废的，供填报参考。
    #[schema(example = 60)]
    pub expected: i64,
}

impl DueFiling {
    pub(super) fn of(p: &Product, period: &Period, coded: Coded, (today, lang): (NaiveDate, Lang)) -> Self {
        Self {
            product_id: p.id.clone(),
            product_name: p.name.clone(),
            trace_code: p.trace_code.clone(),
            period: period.kind,
            label: period.label(lang),
            starts_on: period.starts_on,
            ends_on: period.ends_on,
            due_on: period.due_on(),
            is_overdue: period.is_overdue(today),
            is_exact: p.is_exact(),
            issued: coded.issued,
            voided: coded.voided,
            expected: coded.expected(),
        }
    }
}

/// A product with the number of its periods that are still to be filed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DueProduct {
    /// 产品编号
    pub product_id: ProductId,
    /// 产品名称
    pub product_name: String,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// 准确数量
    ///
    /// 一物一码、组合多码须填准确数量。
    pub is_exact: bool,
    /// 待填期数
    #[schema(example = 30)]
    pub periods: i64,
    /// 逾期期数
    #[schema(example = 29)]
    pub overdue: i64,
    /// 最早截止日期
    pub due_on: NaiveDate,
    /// 所属期起
    ///
    /// 最早一期的第一天。
    pub starts_on: NaiveDate,
    /// 所属期止
    ///
    /// 最近一期的最后一天。
    pub ends_on: NaiveDate,
    /// 无赋码期数
    ///
    /// 应填数量为 0 的期数。
    #[schema(example = 28)]
    pub zeros: i64,
    /// 应填数量
    ///
    /// 各期赋码数减去其中已作废的，合计。
    #[schema(example = 60)]
    pub expected: i64,
}

impl DueProduct {
    /// None when nothing is owed.
    pub(super) fn of(o: Owing, counts: &[Coded], today: NaiveDate) -> Option<Self> {
        let (first, last) = o.periods.first().zip(o.periods.last())?;
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        Some(Self {
            is_exact: o.product.is_exact(),
            periods: count(o.periods.len()),
            overdue: count(o.periods.iter().filter(|p| p.is_overdue(today)).count()),
            due_on: first.due_on(),
            starts_on: first.starts_on,
            ends_on: last.ends_on,
            zeros: count(counts.iter().filter(|n| n.expected() == 0).count()),
            expected: counts.iter().map(|n| n.expected()).sum(),
            product_id: o.product.id,
            product_name: o.product.name,
            trace_code: o.product.trace_code,
        })
    }
}

/// Filter of the lists of missing filings.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DueFilter {
    /// 产品
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub product_id: Option<ProductId>,
    /// 关键词
    ///
    /// 产品名称、规格型号、商标或追溯码的一部分；也可以是扫码枪读出的内容。
    #[param(format = "scanned-item", max_length = 100, example = "细工木板")]
    pub keyword: Option<String>,
    /// 逾期
    ///
    /// true 只列已逾期的，false 只列未逾期的。
    pub is_overdue: Option<bool>,
}
