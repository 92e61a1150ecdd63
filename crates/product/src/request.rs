//! What is asked of single products.

use identifiers::Gtin;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// A voiding, with its reason.
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct VoidReason {
    /// 作废原因
    ///
    /// 扫码时可见。
    #[schema(min_length = 2, max_length = 200, example = "包装更换，旧码停用")]
    pub reason: String,
}

/// Under which code a product is copied.
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct CopyProduct {
    /// 追溯码
    ///
    /// 新产品的追溯码，不能与已有的重复。
    #[schema(value_type = String, format = "gtin", min_length = 1, example = "6901234567885")]
    pub trace_code: Gtin,
}

/// An internal code that was given out.
#[derive(Debug, Serialize, ToSchema)]
pub struct InternalCode {
    /// 追溯码
    #[schema(example = "2058989108001")]
    pub trace_code: String,
}
