use crate::{Level, recalled::RecallId};
use identifiers::{BatchNo, SerialNo};
use kernel::Timestamp;
use product::{BatchId, ProductId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::{Validate, ValidationError};
use web::broken_rule;

/// A recall as its maker sees it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RecallView {
    /// 召回编号
    pub id: RecallId,
    /// 召回范围
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
    /// 召回原因
    pub reason: String,
    /// 处理建议
    pub advice: String,
    /// 召回时间
    pub opened_at: Timestamp,
    /// 结束时间
    pub ended_at: Option<Timestamp>,
    /// 结束原因
    pub end_reason: Option<String>,
}

/// How far a recall reaches.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RecallReach {
    /// 单品数
    ///
    /// 已赋码、在召回范围内的单品。
    #[schema(example = 100)]
    pub units: i64,
    /// 批次产品数量
    ///
    /// 召回范围内各批次登记的产品数量之和；未登记时为空。
    pub batch_quantity: Option<i64>,
    /// 组合数
    ///
    /// 装有或可能装有召回产品的组合，含各级外层组合。
    #[schema(example = 4)]
    pub packs: i64,
}

/// Codes to be warned of.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[validate(schema(function = "rules"))]
pub struct OpenRecall {
    /// 产品
    ///
    /// 产品编号。
    pub product_id: ProductId,
    /// 整个产品
    ///
    /// 召回该产品的全部批次和单品；只召回部分时填写批次号或起始序列号。
    #[serde(default)]
    pub whole_product: bool,
    /// 批次号
    ///
    /// 召回一个批次时填写；该批次的单品一并召回。
    #[schema(value_type = Option<String>, format = "batch-no", example = "20261101A")]
    pub batch_no: Option<BatchNo>,
    /// 起始序列号
    ///
    /// 召回部分单品时填写完整的序列号；填写批次号时不填。
    #[schema(value_type = Option<String>, format = "serial-no", example = "A00000001")]
    pub first_serial: Option<SerialNo>,
    /// 结束序列号
    ///
    /// 只召回一个单品时不填。
    #[schema(value_type = Option<String>, format = "serial-no", example = "A00000200")]
    pub last_serial: Option<SerialNo>,
    /// 召回原因
    ///
    /// 扫码时可见。
    #[schema(
        format = "multiline",
        min_length = 2,
        max_length = 500,
        example = "甲醛释放量超出标准限值"
    )]
    pub reason: String,
    /// 处理建议
    ///
    /// 扫码时可见，告诉消费者怎么做。
    #[schema(
        format = "multiline",
        min_length = 2,
        max_length = 500,
        example = "请立即停止使用，凭本页到购买处退货"
    )]
    pub advice: String,
}

fn rules(of: &OpenRecall) -> Result<(), ValidationError> {
    let is_part = of.batch_no.is_some() || of.first_serial.is_some();
    match of {
        _ if of.whole_product && is_part => Err(broken_rule(
            "coding.recall_ambiguous",
            "/whole_product",
            "recall the whole product, or a batch, or a run of units",
            "召回整个产品时不填批次号和序列号",
        )),
        _ if of.batch_no.is_some() && of.first_serial.is_some() => Err(broken_rule(
            "coding.recall_ambiguous",
            "/first_serial",
            "recall a batch or a run of units, not both",
            "批次号与序列号只能填写一种",
        )),
        _ if of.last_serial.is_some() && of.first_serial.is_none() => Err(broken_rule(
            "required",
            "/first_serial",
            "required with a last serial",
            "请填写起始序列号",
        )),
        _ if !of.whole_product && !is_part => Err(broken_rule(
            "coding.recall_extent",
            "/whole_product",
            "say what is recalled: a batch number, a first serial, or whole_product: true",
            "请填写批次号或起始序列号；确要召回整个产品，请明确选择“整个产品”",
        )),
        _ => Ok(()),
    }
}

/// End of a recall, with its reason.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct EndRecall {
    /// 结束原因
    ///
    /// 记入操作记录。
    #[schema(min_length = 2, max_length = 200, example = "问题产品已全部收回")]
    pub reason: String,
}

/// Filter of the list of recalls.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RecallFilter {
    /// 产品
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub product_id: Option<ProductId>,
    /// 批次
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub batch_id: Option<BatchId>,
    /// 正在召回
    ///
    /// 只看未结束的，或只看已结束的。
    pub is_open: Option<bool>,
}
