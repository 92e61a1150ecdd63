use super::{ExpiryState, QualificationKind};
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::IntoParams;

kernel::codes! {
    /// The orders of the list of qualifications.
    pub enum QualificationSort {
        NewestFirst = "-created_at", "创建时间从新到旧", "newest first";
        OldestFirst = "created_at", "创建时间从旧到新", "oldest first";
        IssuedLast = "-issued_on", "发证时间从新到旧", "issued last first";
        IssuedFirst = "issued_on", "发证时间从旧到新", "issued first first";
        ExpiresFirst = "expires_on", "有效期从近到远", "expiring first first";
        ExpiresLast = "-expires_on", "有效期从远到近", "expiring last first";
        Number = "number", "证书编号升序", "by number";
        NumberReversed = "-number", "证书编号降序", "by number, reversed";
    }
}

/// The filter and the order of the list of qualifications.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct QualificationFilter {
    /// 企业资质类型
    #[param(inline)]
    pub kind: Option<QualificationKind>,
    /// 证书编号
    ///
    /// 证书编号的一部分。
    #[param(max_length = 50, example = "XK06")]
    pub number: Option<String>,
    /// 发证时间起
    #[param(example = "2024-01-01")]
    pub issued_from: Option<NaiveDate>,
    /// 发证时间止
    #[param(example = "2026-12-31")]
    pub issued_to: Option<NaiveDate>,
    /// 到期状态
    #[param(inline)]
    pub expiry_state: Option<ExpiryState>,
    /// 排序
    #[param(inline)]
    pub sort: Option<QualificationSort>,
}
