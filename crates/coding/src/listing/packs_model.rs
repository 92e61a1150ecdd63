//! Packs and what is in them, as their maker sees them.

use crate::{
    Level,
    pack::ContentId,
    recalled::RecallId,
    verdict::{Finding, Verdict},
};
use identifiers::SerialNo;
use kernel::Timestamp;
use product::{BatchId, ProductId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Filter of the list of packs.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PackFilter {
    /// 组合产品
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub product_id: Option<ProductId>,
    /// 召回
    ///
    /// 召回编号；只看该召回涉及的组合，含各级外层组合。
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub recall_id: Option<RecallId>,
}

/// The pack whose contents are listed.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ContentQuery {
    /// 序列号
    ///
    /// 母码的完整序列号，区分大小写。
    #[param(value_type = String, format = "serial-no", min_length = 1, example = "A00000001")]
    pub serial: SerialNo,
}

/// The pack a unit is in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ParentView {
    /// 产品编号
    pub product_id: ProductId,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// 产品名称
    pub product_name: String,
    /// 序列号
    #[schema(example = "C00000001")]
    pub serial: String,
}

/// A pack in the list of packs.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PackItem {
    /// 产品编号
    pub product_id: ProductId,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// 产品名称
    pub product_name: String,
    /// 序列号
    #[schema(example = "C00000001")]
    pub serial: String,
    /// 件数
    ///
    /// 直接装入的产品、单品和组合的总数。
    #[schema(example = 12)]
    pub quantity: i64,
    /// 条目数
    pub contents: i64,
    /// 结论
    ///
    /// 与扫码页相同。
    pub verdict: Verdict,
    /// 结论明细
    ///
    /// 最严重的在前。
    pub findings: Vec<Finding>,
    /// 装入时间
    ///
    /// 最近一次。
    pub packed_at: Timestamp,
}

/// Something in a pack, as its maker sees it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ContentItem {
    /// 条目编号
    pub id: ContentId,
    /// 层级
    pub level: Level,
    /// 产品编号
    pub product_id: ProductId,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// 产品名称
    pub product_name: String,
    /// 批次编号
    pub batch_id: Option<BatchId>,
    /// 批次号
    pub batch_no: Option<String>,
    /// 起始序列号
    pub first_serial: Option<String>,
    /// 结束序列号
    pub last_serial: Option<String>,
    /// 数量
    #[schema(example = 12)]
    pub quantity: i64,
    /// 是组合
    ///
    /// 该产品的追溯方式为组合多码，其中可能还有内容。
    pub is_pack: bool,
    /// 内含件数
    ///
    /// 其中的组合直接装入的总数。
    pub inner_quantity: i64,
    /// 结论
    ///
    /// 最严重的一项；装入一段单品时，就其中最严重的而言。
    pub verdict: Verdict,
    /// 结论明细
    ///
    /// 最严重的在前。
    pub findings: Vec<Finding>,
    /// 装入时间
    pub packed_at: Timestamp,
}
