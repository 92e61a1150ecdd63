use crate::filing::FilingBatchId;
use db::{AccountId, schema::filing_batches};
use diesel::{Insertable, Queryable, Selectable};
use kernel::Timestamp;
use product::ProductId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// Several periods filed at once, as stored.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = filing_batches, treat_none_as_default_value = false)]
pub struct FilingBatch {
    pub(super) id: FilingBatchId,
    /// The one product it was for.
    pub(super) product_id: Option<ProductId>,
    pub(super) products: i64,
    pub(super) periods: i64,
    pub(super) zeros: i64,
    pub(super) quantity: i64,
    pub(super) account_id: Option<AccountId>,
    pub(super) filed_at: Timestamp,
    pub(super) withdrawn_at: Option<Timestamp>,
    pub(super) withdrawn_by: Option<AccountId>,
    pub(super) withdrawal_reason: Option<String>,
    pub(super) withdrawn_periods: Option<i64>,
}

/// Order to file missing quantities as they were coded, of one product or of all, with the numbers that were confirmed.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct CreateFilingBatch {
    /// 产品
    ///
    /// 不填则为全部一物一码、组合多码的产品。
    pub product_id: Option<ProductId>,
    /// 确认的期数
    ///
    /// 与预览中的期数相同才会填报。
    #[schema(minimum = 1, maximum = 1000, example = 30)]
    pub periods: i64,
    /// 确认填 0 的期数
    ///
    /// 与预览中填 0 的期数相同才会填报。
    #[schema(minimum = 0, maximum = 1000, example = 28)]
    pub zeros: i64,
}

/// Order to take a filing batch back.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct WithdrawFilingBatch {
    /// 撤回原因
    #[schema(min_length = 1, max_length = 200, example = "误将停产期间填为 0")]
    pub reason: String,
}

/// What would be filed at once now.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FilingBatchPreview {
    /// 产品个数
    #[schema(example = 2)]
    pub products: i64,
    /// 期数
    #[schema(example = 30)]
    pub periods: i64,
    /// 填 0 的期数
    #[schema(example = 28)]
    pub zeros: i64,
    /// 数量合计
    #[schema(example = 60)]
    pub quantity: i64,
    /// 剩余期数
    ///
    /// 一次最多填报 1000 期，从最早的开始；其余的下次填报。
    #[schema(example = 0)]
    pub left: i64,
}

/// Several periods filed at once, as their maker sees them.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FilingBatchView {
    /// 批量填报编号
    #[schema(value_type = String, format = "uuid")]
    pub id: FilingBatchId,
    /// 产品编号
    ///
    /// 只填报了一个产品的。
    pub product_id: Option<ProductId>,
    /// 产品名称
    pub product_name: Option<String>,
    /// 产品个数
    #[schema(example = 2)]
    pub products: i64,
    /// 期数
    #[schema(example = 30)]
    pub periods: i64,
    /// 填 0 的期数
    #[schema(example = 28)]
    pub zeros: i64,
    /// 数量合计
    #[schema(example = 60)]
    pub quantity: i64,
    /// 填报人
    pub filed_by: Option<String>,
    /// 填报时间
    pub filed_at: Timestamp,
    /// 可撤回期数
    ///
    /// 之后没有单独更正的期数；撤回只撤回这些。
    #[schema(example = 29)]
    pub standing: i64,
    /// 撤回时间
    pub withdrawn_at: Option<Timestamp>,
    /// 撤回期数
    pub withdrawn_periods: Option<i64>,
    /// 撤回原因
    pub withdrawal_reason: Option<String>,
}

/// Which product's periods would be filed.
#[derive(Debug, Clone, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
pub struct FilingBatchPreviewFilter {
    /// 产品
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub product_id: Option<ProductId>,
}

/// Filter of the list of filing batches; it has none yet.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct FilingBatchFilter {}
