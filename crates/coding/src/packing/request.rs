//! What can be asked about packs and of them.

use identifiers::{BatchNo, SerialNo};
use product::ProductId;
use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

/// Things to be put into a pack.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct PackUnits {
    /// 组合产品
    ///
    /// 追溯方式为组合多码的产品编号。
    pub product_id: ProductId,
    /// 母码序列号
    ///
    /// 已赋码的完整序列号。
    #[schema(value_type = String, format = "serial-no", min_length = 1, example = "A00000001")]
    pub serial: SerialNo,
    /// 装入内容
    ///
    /// 单品、组合、批次或产品；一个单品同时只能在一个组合中。
    #[schema(min_items = 1, max_items = 100)]
    pub contents: Vec<PackContent>,
}

/// Things to be taken out of a pack.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct UnpackUnits {
    /// 组合产品
    ///
    /// 追溯方式为组合多码的产品编号。
    pub product_id: ProductId,
    /// 母码序列号
    ///
    /// 已赋码的完整序列号。
    #[schema(value_type = String, format = "serial-no", min_length = 1, example = "A00000001")]
    pub serial: SerialNo,
    /// 移出内容
    ///
    /// 不填则全部移出。
    #[serde(default)]
    #[schema(max_items = 100)]
    pub contents: Vec<PackContent>,
}

/// Something to be put into a pack or taken out: a number of things of a product, of one of its batches, or units.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PackContent {
    /// 产品
    ///
    /// 产品编号。
    pub product_id: ProductId,
    /// 批次号
    ///
    /// 按批次装入时填写；填写序列号时不填。
    #[schema(value_type = Option<String>, format = "batch-no", example = "20261101A")]
    pub batch_no: Option<BatchNo>,
    /// 起始序列号
    ///
    /// 装入单品或组合时填写完整的序列号；不填则按产品或批次计数。
    #[schema(value_type = Option<String>, format = "serial-no", example = "A00000001")]
    pub first_serial: Option<SerialNo>,
    /// 结束序列号
    ///
    /// 只装一个时不填。
    #[schema(value_type = Option<String>, format = "serial-no", example = "A00000200")]
    pub last_serial: Option<SerialNo>,
    /// 数量
    ///
    /// 按产品或批次计数时必填；填写结束序列号时须等于结束序列号 − 起始序列号 + 1。
    #[schema(minimum = 1, maximum = 1_000_000_000, example = 200)]
    pub quantity: Option<i64>,
}
