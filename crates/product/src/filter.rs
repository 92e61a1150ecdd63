//! Which products a list is about.

use super::{
    model::CodeReach,
    state::{CodingLevel, ProductState},
};
use crate::reference::ProductCategory;
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::IntoParams;

kernel::codes! {
    /// In which order products are listed.
    pub enum ProductSort {
        NewestFirst = "-created_at", "创建时间从新到旧", "newest first";
        OldestFirst = "created_at", "创建时间从旧到新", "oldest first";
        Name = "name", "名称升序", "by name";
        NameReversed = "-name", "名称降序", "by name, reversed";
        TraceCode = "trace_code", "追溯码升序", "by trace code";
        TraceCodeReversed = "-trace_code", "追溯码降序", "by trace code, reversed";
    }
}

/// Filter and order of the list of products.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ProductFilter {
    /// 关键词
    ///
    /// 产品名称、规格型号、商标或追溯码的一部分；也可以是扫码枪读出的内容。
    #[param(format = "scanned-item", max_length = 100, example = "细工木板")]
    pub keyword: Option<String>,
    /// 追溯码
    ///
    /// 追溯码的一部分。
    #[param(max_length = 14, pattern = "^[0-9]*$", example = "6901234")]
    pub trace_code: Option<String>,
    /// 状态
    #[param(inline)]
    pub state: Option<ProductState>,
    /// 追溯方式
    #[param(inline)]
    pub coding_level: Option<CodingLevel>,
    /// 产品分类
    #[param(inline)]
    pub category: Option<ProductCategory>,
    /// 追溯码种类
    #[param(inline)]
    pub code_reach: Option<CodeReach>,
    /// 创建时间起
    ///
    /// 北京时间的日期，含当天。
    #[param(example = "2026-11-01")]
    pub created_from: Option<NaiveDate>,
    /// 创建时间止
    ///
    /// 北京时间的日期，含当天。
    #[param(example = "2026-11-30")]
    pub created_to: Option<NaiveDate>,
    /// 排序
    #[param(inline)]
    pub sort: Option<ProductSort>,
}
