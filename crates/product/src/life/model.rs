use crate::state::ProductState;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// The maker's confirmation that comes with a submission (F167).
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct SelfCheck {
    /// 已自查
    ///
    /// 确认所填内容准确、完整、有效，并对其真实性负责。
    #[schema(example = true)]
    pub confirmed: bool,
}

/// Filter of the platform's list of products.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ReviewFilter {
    /// 关键词
    ///
    /// 产品名称、规格型号、商标或追溯码的一部分；也可以是扫码枪读出的内容。
    #[param(format = "scanned-item", max_length = 100, example = "细工木板")]
    pub keyword: Option<String>,
    /// 状态
    ///
    /// 状态和关键词都不填时不含草稿。
    #[param(inline)]
    pub state: Option<ProductState>,
}

/// A rejection, with its reason.
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RejectProduct {
    /// 驳回原因
    ///
    /// 企业可见，请说明哪一项不符合要求、怎样补正。
    #[schema(
        min_length = 2,
        max_length = 500,
        format = "multiline",
        example = "检验报告与产品型号不符，请更换"
    )]
    pub reason: String,
}
