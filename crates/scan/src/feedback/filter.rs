use super::{FeedbackKind, FeedbackState};
use chrono::NaiveDate;
use facts::ProductId;
use serde::Deserialize;
use utoipa::IntoParams;

kernel::codes! {
    /// In which order messages are listed.
    pub enum FeedbackSort {
        NewestFirst = "-created_at", "反馈时间从新到旧", "newest first";
        OldestFirst = "created_at", "反馈时间从旧到新", "oldest first";
    }
}

/// Which messages are wanted, and in which order.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct FeedbackFilter {
    /// 处理状态
    #[param(inline)]
    pub state: Option<FeedbackState>,
    /// 反馈类型
    #[param(inline)]
    pub kind: Option<FeedbackKind>,
    /// 产品
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub product_id: Option<ProductId>,
    /// 批次号
    ///
    /// 完整的批次号。
    #[param(max_length = 20, example = "20261101A")]
    pub batch_no: Option<String>,
    /// 反馈日期起
    #[param(example = "2026-11-01")]
    pub received_from: Option<NaiveDate>,
    /// 反馈日期止
    #[param(example = "2026-11-30")]
    pub received_to: Option<NaiveDate>,
    /// 关键词
    ///
    /// 反馈内容或受理编号的一部分。
    #[param(max_length = 100, example = "开胶")]
    pub keyword: Option<String>,
    /// 排序
    #[param(inline)]
    pub sort: Option<FeedbackSort>,
}
