use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

/// A voiding by the operator, with its reason.
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct VoidByOperator {
    /// 作废原因
    ///
    /// 企业可见，扫码时也可见。
    #[schema(
        min_length = 2,
        max_length = 200,
        format = "multiline",
        example = "冒用他人厂商识别代码"
    )]
    pub reason: String,
    /// 停用追溯码
    ///
    /// 停用后企业不能再以该追溯码新增接续产品。
    #[serde(default)]
    pub is_code_barred: bool,
}
