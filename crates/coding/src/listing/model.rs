//! Units as lists show them.

use super::packs_model::ParentView;
use crate::{
    CodeState,
    verdict::{Finding, Verdict},
};
use chrono::NaiveDate;
use kernel::{Code, Timestamp};
use product::{BatchId, ProductId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which units are wanted.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct UnitFilter {
    /// 产品
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub product_id: Option<ProductId>,
    /// 批次
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub batch_id: Option<BatchId>,
    /// 序列号
    ///
    /// 完整的序列号或其开头部分，区分大小写；也可以是扫码枪读出的内容，此时只查该码的产品。
    #[param(format = "scanned-unit", max_length = 20, example = "A0000")]
    pub serial: Option<String>,
    /// 状态
    #[param(inline)]
    pub state: Option<CodeState>,
}

/// One unit as its maker sees it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct UnitView {
    /// 产品编号
    pub product_id: ProductId,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// 产品名称
    pub product_name: String,
    /// 序列号
    #[schema(example = "A00000001")]
    pub serial: String,
    /// 批次编号
    pub batch_id: Option<BatchId>,
    /// 批次号
    pub batch_no: Option<String>,
    /// 生产日期
    ///
    /// 单品未单独填写时取批次的。
    pub made_on: Option<NaiveDate>,
    /// 有效期至
    ///
    /// 单品未单独填写时取批次的。
    pub expires_on: Option<NaiveDate>,
    /// 出厂日期
    ///
    /// 单品未单独登记时取批次的。
    pub ex_factory_on: Option<NaiveDate>,
    /// 已出厂
    ///
    /// 单品或其批次已登记出厂，或已过有效期；此后变更须填写更正原因。
    pub is_ex_factory: bool,
    /// 所在组合
    ///
    /// 该单品装在哪个组合中。
    pub parent: Option<ParentView>,
    /// 是组合
    ///
    /// 产品的追溯方式为组合多码，可以装入其他产品、批次和单品。
    pub is_pack: bool,
    /// 扫码地址
    ///
    /// GS1 Digital Link。
    pub uri: String,
    /// 状态
    ///
    /// 产品或批次作废后，单品也视为作废。
    #[schema(value_type = CodeState)]
    pub state: Code<CodeState>,
    /// 作废原因
    pub state_reason: Option<String>,
    /// 结论
    ///
    /// 与扫码页相同。
    pub verdict: Verdict,
    /// 结论明细
    ///
    /// 最严重的在前。
    pub findings: Vec<Finding>,
    /// 赋码时间
    pub issued_at: Timestamp,
}
