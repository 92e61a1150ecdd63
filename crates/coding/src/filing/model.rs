use super::period::Period;
use chrono::NaiveDate;
use db::{
    AccountId,
    schema::{filing_batches, filings},
};
use diesel::{Insertable, Queryable, Selectable};
use kernel::{Id, Timestamp};
use product::{FilingPeriod, ProductId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// The id of a filing.
pub type FilingId = Id<Filing>;

/// The id of a filing batch: several periods filed at once.
pub type FilingBatchId = Id<filing_batches::table>;

/// The quantity of one period, as stored.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = filings, treat_none_as_default_value = false)]
pub struct Filing {
    pub(super) id: FilingId,
    pub(super) product_id: ProductId,
    pub(super) period: FilingPeriod,
    pub(super) starts_on: NaiveDate,
    pub(super) ends_on: NaiveDate,
    pub(super) quantity: i64,
    pub(super) is_exact: bool,
    pub(super) note: Option<String>,
    pub(super) version: i64,
    pub(super) filed_at: Timestamp,
    pub(super) updated_at: Timestamp,
    /// Whoever filed what stands; nobody of before that was kept.
    pub(super) account_id: Option<AccountId>,
    /// The batch by which it was filed, unless it was corrected since.
    pub(super) filing_batch_id: Option<FilingBatchId>,
    /// Whether it was taken back: the period is owed again.
    pub(super) is_withdrawn: bool,
    /// The quantity by the codes when it was filed, where it is to be exact.
    pub(super) coded_quantity: Option<i64>,
}

impl Filing {
    /// The period it is of.
    pub(super) fn span(&self) -> Period {
        Period {
            kind: self.period,
            starts_on: self.starts_on,
            ends_on: self.ends_on,
        }
    }

    /// Whether what was filed is another number than that of the codes.
    pub(super) fn is_different(&self) -> bool {
        !self.is_withdrawn && self.coded_quantity.is_some_and(|coded| coded != self.quantity)
    }
}

/// The quantity of one period, as its maker sees it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FilingView {
    /// 填报编号
    pub id: FilingId,
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
    /// 产品数量
    pub quantity: i64,
    /// 准确数量
    ///
    /// 一物一码、组合多码为准确数量，一品一码、一批一码可为估算。
    pub is_exact: bool,
    /// 赋码数
    ///
    /// 填报时本期赋码数减去其中已作废的；可估算的产品没有。
    #[schema(example = 37)]
    pub coded_quantity: Option<i64>,
    /// 与赋码数不符
    ///
    /// 填报的数量与赋码数不同，请核对。
    pub is_different: bool,
    /// 已撤回
    ///
    /// 已随批量填报撤回，该期须重新填报。
    pub is_withdrawn: bool,
    /// 批量填报编号
    ///
    /// 随批量填报填报、且未单独更正的。
    #[schema(value_type = Option<String>, format = "uuid")]
    pub filing_batch_id: Option<FilingBatchId>,
    /// 备注
    pub note: Option<String>,
    /// 填报人
    pub filed_by: Option<String>,
    /// 版本
    ///
    /// 与 ETag 相同，修改时放在 If-Match。
    pub version: i64,
    /// 填报时间
    pub filed_at: Timestamp,
    /// 更新时间
    pub updated_at: Timestamp,
}

/// The quantity of one period.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct CreateFiling {
    /// 产品
    pub product_id: ProductId,
    /// 所属期
    ///
    /// 所属期内的任意一天；所属期结束后才能填报。
    #[schema(example = "2026-11-20")]
    pub day: NaiveDate,
    /// 产品数量
    ///
    /// 一物一码、组合多码填准确数量，一品一码、一批一码可填估算数量；没有生产的填 0。
    #[schema(minimum = 0, maximum = 1_000_000_000_000i64, example = 1000)]
    pub quantity: i64,
    /// 备注
    #[schema(min_length = 1, max_length = 200, example = "含返工 12 件")]
    pub note: Option<String>,
}

/// Correction of a filing; what it was before is kept.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct UpdateFiling {
    /// 产品数量
    #[schema(minimum = 0, maximum = 1_000_000_000_000i64, example = 1000)]
    pub quantity: i64,
    /// 备注
    #[schema(min_length = 1, max_length = 200, example = "含返工 12 件")]
    pub note: Option<String>,
    /// 更正原因
    ///
    /// 更正前后的数量、原因、操作人和时间留存备查。
    #[schema(min_length = 1, max_length = 200, example = "复核入库单，多计 3 件")]
    pub reason: String,
}

/// Filter of the list of filings.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct FilingFilter {
    /// 产品
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub product_id: Option<ProductId>,
    /// 关键词
    ///
    /// 产品名称、规格型号、商标或追溯码的一部分；也可以是扫码枪读出的内容。
    #[param(format = "scanned-item", max_length = 100, example = "细工木板")]
    pub keyword: Option<String>,
    /// 填报周期
    #[param(inline)]
    pub period: Option<FilingPeriod>,
    /// 批量填报
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub filing_batch_id: Option<FilingBatchId>,
    /// 与赋码数不符
    ///
    /// true 只列数量与赋码数不同的，false 只列其余的。
    pub is_different: Option<bool>,
    /// 所属期起
    #[param(example = "2026-11-01")]
    pub from: Option<NaiveDate>,
    /// 所属期止
    #[param(example = "2026-11-30")]
    pub to: Option<NaiveDate>,
}
