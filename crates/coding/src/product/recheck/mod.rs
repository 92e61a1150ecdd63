//! Looking over from time to time what was said of a product, so that it stays true (F174).

pub mod api;
mod service;
mod store;

use super::{Product, ProductId, ProductState};
use kernel::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// After how long a product is to be looked over again.
const AFTER_SECONDS: i64 = 180 * 86_400;

/// Up to which last look a product is due.
fn due_until(now: Timestamp) -> Timestamp {
    now.plus_seconds(-AFTER_SECONDS)
}

/// Whether a product is to be looked over.
pub(super) fn is_due(p: &Product, now: Timestamp) -> bool {
    p.state == ProductState::Activated && p.rechecked_at < due_until(now)
}

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
