use crate::ProductId;
use kernel::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// An activated product nobody looked over for long.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DueRecheck {
    /// 产品编号
    pub product_id: ProductId,
    /// 产品名称
    pub product_name: String,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// 规格型号
    pub model: String,
    /// 上次核对时间
    ///
    /// 上次保存或复核产品信息的时间。
    pub rechecked_at: Timestamp,
    /// 未核对天数
    #[schema(example = 200)]
    pub days: i64,
}

/// Which products are wanted.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DueRecheckFilter {
    /// 关键词
    ///
    /// 产品名称、规格型号、商标或追溯码的一部分；也可以是扫码枪读出的内容。
    #[param(format = "scanned-item", max_length = 100, example = "细工木板")]
    pub keyword: Option<String>,
}
