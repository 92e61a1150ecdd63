use crate::profile::{EnterpriseState, ReviewMode};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// The filter of the list of enterprises.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct EnterpriseFilter {
    /// 关键词
    ///
    /// 企业名称或统一社会信用代码的一部分。
    #[param(max_length = 100, example = "切削工具")]
    pub keyword: Option<String>,
    /// 状态
    #[param(inline)]
    pub state: Option<EnterpriseState>,
}

/// The reason for disabling an enterprise.
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct DisableEnterprise {
    /// 停用原因
    ///
    /// 企业登录时可见。
    #[schema(min_length = 2, max_length = 200, example = "主体资格已注销")]
    pub reason: String,
}

/// The way the products of an enterprise are reviewed.
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ReviewChoice {
    /// 审核方式
    pub review_mode: ReviewMode,
}
