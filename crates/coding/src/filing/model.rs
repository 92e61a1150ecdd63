use chrono::NaiveDate;
use db::schema::filings;
use diesel::{Insertable, Queryable, Selectable};
use kernel::{Id, Timestamp};
use product::{FilingPeriod, ProductId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// The id of a filing.
pub type FilingId = Id<Filing>;

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
    /// 备注
    pub note: Option<String>,
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
    /// 所属期内的任意一天，不能晚于今天。
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

/// Correction of a filing.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct UpdateFiling {
    /// 产品数量
    #[schema(minimum = 0, maximum = 1_000_000_000_000i64, example = 1000)]
    pub quantity: i64,
    /// 备注
    #[schema(min_length = 1, max_length = 200, example = "含返工 12 件")]
    pub note: Option<String>,
}

/// Order to file missing quantities as they were coded, of one product or of all.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct CreateFilingBatch {
    /// 产品
    ///
    /// 不填则为全部一物一码、组合多码的产品。
    pub product_id: Option<ProductId>,
}

/// Number of periods filed, and of those left.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FilingBatch {
    /// 本次填报期数
    #[schema(example = 30)]
    pub filed: i64,
    /// 剩余期数
    ///
    /// 一次最多填报 1000 期；不为 0 时请再次调用。
    pub left: i64,
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
    /// 产品名称、规格型号、商标或追溯码的一部分。
    #[param(max_length = 100, example = "细工木板")]
    pub keyword: Option<String>,
    /// 填报周期
    #[param(inline)]
    pub period: Option<FilingPeriod>,
    /// 所属期起
    #[param(example = "2026-11-01")]
    pub from: Option<NaiveDate>,
    /// 所属期止
    #[param(example = "2026-11-30")]
    pub to: Option<NaiveDate>,
}

/// Filter of the list of missing filings; it has none yet.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DueFilter {}
