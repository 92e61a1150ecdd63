use crate::notification::{NoticeChannel, NoticeCode, mask::mask};
use chrono::NaiveDate;
use diesel::Queryable;
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// The id of a delivery.
pub type DeliveryId = Id<DeliveryView>;

kernel::codes! {
    /// Where a delivery stands.
    pub enum DeliveryState {
        Waiting = "waiting", "待发送", "waiting";
        Sending = "sending", "发送中", "sending";
        Sent = "sent", "已发送", "sent";
        Failed = "failed", "发送失败", "failed";
    }
}

/// A message a courier has taken.
#[derive(Debug, Clone, Queryable)]
pub(in crate::notification) struct Message {
    pub(in crate::notification) id: DeliveryId,
    pub(in crate::notification) channel: NoticeChannel,
    pub(in crate::notification) address: String,
    pub(in crate::notification) title: String,
    pub(in crate::notification) text: String,
    pub(in crate::notification) link: Option<String>,
    /// This try included.
    pub(in crate::notification) tries: i64,
}

/// Why a message did not leave.
#[derive(Debug)]
pub(crate) struct Undelivered {
    /// What the sender says; for the operator.
    pub(crate) cause: String,
    /// Whether trying again would end the same way.
    pub(crate) is_final: bool,
}

impl Undelivered {
    pub(crate) fn for_good(cause: impl Into<String>) -> Self {
        Self {
            cause: cause.into(),
            is_final: true,
        }
    }

    pub(crate) fn for_now(cause: impl Into<String>) -> Self {
        Self {
            cause: cause.into(),
            is_final: false,
        }
    }
}

/// What became of a try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::notification) enum Outcome {
    Sent,
    /// It did not leave, for this reason, and is tried again then.
    Later(String, Timestamp),
    /// It did not leave, for this reason, and is given up.
    GivenUp(String),
}

/// A delivery as the operator sees it.
#[derive(Debug, Clone, Serialize, ToSchema, Queryable)]
pub struct DeliveryView {
    /// 发送编号
    pub id: DeliveryId,
    /// 企业名称
    pub enterprise_name: String,
    /// 渠道
    pub channel: NoticeChannel,
    /// 接收地址
    ///
    /// 部分隐藏。
    #[schema(example = "138****8000")]
    pub address: String,
    /// 模板
    pub template: NoticeCode,
    /// 内容
    pub text: String,
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

impl DeliveryView {
    pub(super) fn masked(self) -> Self {
        Self {
            address: mask(self.channel, &self.address),
            ..self
        }
    }
}

/// Which deliveries are wanted.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DeliveryFilter {
    /// 企业名称
    #[param(max_length = 100, example = "切削工具")]
    pub enterprise_name: Option<String>,
    /// 渠道
    #[param(inline)]
    pub channel: Option<NoticeChannel>,
    /// 状态
    #[param(inline)]
    pub state: Option<DeliveryState>,
    /// 模板
    #[param(inline)]
    pub template: Option<NoticeCode>,
    /// 提交时间起
    #[param(example = "2026-11-01")]
    pub created_from: Option<NaiveDate>,
    /// 提交时间止
    ///
    /// 含当日。
    #[param(example = "2026-11-30")]
    pub created_to: Option<NaiveDate>,
}
