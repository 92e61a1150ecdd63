use crate::product::{ProductId, state::FilingPeriod};
use chrono::NaiveDate;
use db::schema::filings;
use diesel::{Insertable, Queryable, Selectable};
use kernel::{Id, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;

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
