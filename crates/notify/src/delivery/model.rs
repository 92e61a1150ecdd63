use crate::{mask::mask, registry::Notices, text::NoticeCode, via::NoticeVia};
use chrono::NaiveDate;
use diesel::Queryable;
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::Problem;

/// The id of a delivery.
pub type DeliveryId = Id<DeliveryItem>;

kernel::codes! {
    /// The state of a delivery.
    pub enum DeliveryState {
        Waiting = "waiting", "待发送", "waiting";
        Sending = "sending", "发送中", "sending";
        Sent = "sent", "已发送", "sent";
        Failed = "failed", "发送失败", "failed";
    }
}

/// A message a courier has taken.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Message {
    pub(crate) id: DeliveryId,
    pub(crate) via: NoticeVia,
    pub(crate) address: String,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) link: Option<String>,
    /// This try included.
    pub(crate) tries: i64,
    /// Whether it waits for the hours of digests.
    pub(crate) is_digest: bool,
}

/// The outcome of a try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    Sent,
    /// The message did not leave, for this reason, and is tried again then.
    Later(String, Timestamp),
    /// The message did not leave, for this reason, and is given up.
    GivenUp(String),
}

/// A delivery as the operator sees it.
#[derive(Debug, Clone, Serialize, ToSchema, Queryable)]
pub struct DeliveryItem {
    /// 发送编号
    pub id: DeliveryId,
    /// 企业名称
    pub enterprise_name: String,
    /// 渠道
    pub via: NoticeVia,
    /// 接收地址
    ///
    /// 部分隐藏。
    #[schema(example = "138****8000")]
    pub address: String,
    /// 模板
    #[diesel(deserialize_as = String)]
    pub notice_code: NoticeCode,
    /// 内容
    ///
    /// 合并发送的为其中第一条。
    pub text: String,
    /// 合并条数
    ///
    /// 同一类别的消息每天合并为一条发送。
    #[schema(example = 1)]
    pub notices: i64,
    /// 状态
    pub state: DeliveryState,
    /// 已尝试次数
    #[schema(example = 1)]
    pub tries: i64,
    /// 最近一次失败原因
    pub last_error: Option<String>,
    /// 提交时间
    pub created_at: Timestamp,
    /// 下次发送时间
    ///
    /// 待发送时的计划时间。
    pub due_at: Timestamp,
    /// 完成时间
    ///
    /// 发送成功或放弃的时间。
    pub ended_at: Option<Timestamp>,
}

impl DeliveryItem {
    pub(super) fn masked(self) -> Self {
        Self {
            address: mask(self.via, &self.address),
            ..self
        }
    }
}

/// The filter of the send log.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DeliveryFilter {
    /// 企业名称
    #[param(max_length = 100, example = "切削工具")]
    pub enterprise_name: Option<String>,
    /// 渠道
    #[param(inline)]
    pub via: Option<NoticeVia>,
    /// 状态
    #[param(inline)]
    pub state: Option<DeliveryState>,
    /// 模板
    #[param(inline)]
    pub notice_code: Option<NoticeCode>,
    /// 提交时间起
    #[param(example = "2026-11-01")]
    pub created_from: Option<NaiveDate>,
    /// 提交时间止
    ///
    /// 含当日。
    #[param(example = "2026-11-30")]
    pub created_to: Option<NaiveDate>,
}

impl DeliveryFilter {
    /// Refuses a text that no domain registered.
    pub(super) fn judge(&self, notices: &Notices) -> Result<(), Problem> {
        let wrong = self
            .notice_code
            .as_ref()
            .and_then(|code| notices.judge_text(code, "/notice_code", "模板"));
        wrong.map_or(Ok(()), |wrong| Err(Problem::invalid(vec![wrong])))
    }
}
