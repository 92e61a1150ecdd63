use crate::Verdict;
use chrono::NaiveDate;
use db::{
    List,
    schema::{feedback_messages, feedback_steps},
};
use diesel::{Insertable, Queryable, Selectable};
use facts::{Level, ProductId};
use kernel::{Id, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;
use web::{
    AccountId,
    upload::{FileId, FileView},
};

/// The id of a message.
pub type FeedbackId = Id<Message>;

/// The id of a step.
pub type FeedbackStepId = Id<Step>;

kernel::codes! {
    /// What a consumer writes about.
    pub enum FeedbackKind {
        Quality = "quality", "质量问题", "quality";
        Counterfeit = "counterfeit", "疑似假冒", "suspected counterfeit";
        WrongInformation = "wrong_information", "信息有误", "wrong information";
        Service = "service", "服务投诉", "complaint about service";
        Suggestion = "suggestion", "建议", "suggestion";
        Other = "other", "其他", "other";
    }
}

kernel::codes! {
    /// How far the maker is with a message.
    pub enum FeedbackState {
        Open = "open", "未处理", "open";
        InProgress = "in_progress", "处理中", "in progress";
        Done = "done", "已处理", "done";
    }
}

kernel::codes! {
    /// What was done about a message.
    pub enum StepKind {
        Reply = "reply", "公开回复", "public reply";
        State = "state", "状态变更", "change of state";
    }
}

/// A message as stored. Nothing in it says from where it was sent.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = feedback_messages, treat_none_as_default_value = false)]
pub struct Message {
    pub(crate) id: FeedbackId,
    pub(crate) product_id: ProductId,
    pub(crate) receipt_number: String,
    pub(crate) submission_hash: String,
    pub(crate) level: Level,
    pub(crate) batch_no: Option<String>,
    pub(crate) serial: Option<String>,
    pub(crate) verdict: Verdict,
    pub(crate) kind: FeedbackKind,
    pub(crate) text: String,
    pub(crate) contact: Option<String>,
    pub(crate) picture_file_ids: List<FileId>,
    pub(crate) state: FeedbackState,
    pub(crate) reply_seconds: Option<i64>,
    pub(crate) search_text: String,
    pub(crate) received_on: NaiveDate,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
}

impl Message {
    /// When it was first replied to.
    pub(crate) fn replied_at(&self) -> Option<Timestamp> {
        self.reply_seconds
            .map(|seconds| self.created_at.plus_seconds(seconds))
    }
}

/// A step as stored.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = feedback_steps, treat_none_as_default_value = false)]
pub struct Step {
    pub(crate) id: FeedbackStepId,
    pub(crate) message_id: FeedbackId,
    pub(crate) account_id: AccountId,
    pub(crate) kind: StepKind,
    pub(crate) state: FeedbackState,
    pub(crate) text: Option<String>,
    pub(crate) created_at: Timestamp,
}

/// A message in the list of its maker.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FeedbackItem {
    /// 反馈编号
    pub id: FeedbackId,
    /// 受理编号
    #[schema(example = "7K3M-9PXQ-2WDA-F4ZT")]
    pub receipt_number: String,
    /// 反馈类型
    pub kind: FeedbackKind,
    /// 处理状态
    pub state: FeedbackState,
    /// 反馈内容
    ///
    /// 开头部分。
    pub text: String,
    /// 联系方式
    ///
    /// 已隐去部分字符，完整内容见详情。
    #[schema(example = "138****8000")]
    pub contact: Option<String>,
    /// 图片数
    pub pictures: i64,
    /// 产品编号
    pub product_id: ProductId,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// 产品名称
    pub product_name: String,
    /// 层级
    pub level: Level,
    /// 批次号
    pub batch_no: Option<String>,
    /// 序列号
    pub serial: Option<String>,
    /// 扫码结论
    ///
    /// 反馈时码的状态。
    pub verdict: Verdict,
    /// 反馈时间
    pub created_at: Timestamp,
    /// 首次回复时间
    pub replied_at: Option<Timestamp>,
}

/// A message as its maker sees it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FeedbackView {
    /// 反馈编号
    pub id: FeedbackId,
    /// 受理编号
    ///
    /// 消费者凭此编号查询回复。
    #[schema(example = "7K3M-9PXQ-2WDA-F4ZT")]
    pub receipt_number: String,
    /// 反馈类型
    pub kind: FeedbackKind,
    /// 处理状态
    pub state: FeedbackState,
    /// 反馈内容
    pub text: String,
    /// 联系方式
    ///
    /// 个人信息，仅用于处理本条反馈。
    #[schema(example = "13800138000")]
    pub contact: Option<String>,
    /// 图片
    pub pictures: Vec<FileView>,
    /// 产品编号
    pub product_id: ProductId,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// 产品名称
    pub product_name: String,
    /// 层级
    pub level: Level,
    /// 批次号
    pub batch_no: Option<String>,
    /// 序列号
    pub serial: Option<String>,
    /// 扫码结论
    ///
    /// 反馈时码的状态。
    pub verdict: Verdict,
    /// 反馈时间
    pub created_at: Timestamp,
    /// 首次回复时间
    pub replied_at: Option<Timestamp>,
    /// 处理记录
    ///
    /// 按时间先后；只增加，不修改。
    pub steps: Vec<FeedbackStep>,
}

/// What was done about a message, by whom and when.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FeedbackStep {
    /// 记录编号
    pub id: FeedbackStepId,
    /// 记录类型
    pub kind: StepKind,
    /// 之后的状态
    pub state: FeedbackState,
    /// 内容
    ///
    /// 公开回复对消费者可见；状态变更的说明仅本企业可见。
    pub text: Option<String>,
    /// 处理人
    pub author: String,
    /// 处理时间
    pub created_at: Timestamp,
}
