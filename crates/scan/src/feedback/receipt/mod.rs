//! What a consumer may read of their message later, by its number.

pub mod api;
mod number;
pub(super) mod page;
mod store;

pub use number::ReceiptNumber;

use super::{FeedbackKind, FeedbackState};
use crate::{Error, Verdict};
use db::PublicConn;
use kernel::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// A message as whoever holds its number sees it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FeedbackReceipt {
    /// 受理编号
    ///
    /// 凭此编号查询回复，请妥善保存。
    #[schema(example = "7K3M-9PXQ-2WDA-F4ZT")]
    pub receipt_number: String,
    /// 反馈类型
    pub kind: FeedbackKind,
    /// 反馈内容
    pub text: String,
    /// 处理状态
    pub state: FeedbackState,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// 产品名称
    ///
    /// 反馈时产品未激活的为空。
    pub product_name: Option<String>,
    /// 批次号
    pub batch_no: Option<String>,
    /// 序列号
    pub serial: Option<String>,
    /// 企业名称
    pub maker_name: String,
    /// 反馈时间
    pub created_at: Timestamp,
    /// 企业回复
    ///
    /// 按时间先后。
    pub replies: Vec<FeedbackReply>,
}

/// What the maker replied.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FeedbackReply {
    /// 回复内容
    pub text: String,
    /// 回复时间
    pub replied_at: Timestamp,
}

/// The receipt of this number.
///
/// # Errors
/// When there is none.
pub(super) fn find(c: &mut PublicConn<'_>, number: &ReceiptNumber) -> Result<FeedbackReceipt, Error> {
    let found = store::find(c, number)?.ok_or(Error::ReceiptNotFound)?;
    let replies = store::replies(c, &found.message.id)?;
    let m = found.message;
    Ok(FeedbackReceipt {
        receipt_number: m.receipt_number,
        kind: m.kind,
        text: m.text,
        state: m.state,
        trace_code: found.trace_code,
        product_name: (m.verdict != Verdict::Inactive).then_some(found.product_name),
        batch_no: m.batch_no,
        serial: m.serial,
        maker_name: found.maker_name,
        created_at: m.created_at,
        replies: replies
            .into_iter()
            .map(|(text, replied_at)| FeedbackReply { text, replied_at })
            .collect(),
    })
}
