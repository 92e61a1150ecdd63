use super::EventDetail;
use crate::{BatchId, ProductId};
use db::{AccountId, Reading, Stored, schema::code_events, tell_once};
use diesel::{Insertable, Queryable, Selectable};
use identifiers::serial::Span;
use kernel::{Code, Id, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;

/// The id of an event.
pub type CodeEventId = Id<CodeEvent>;

kernel::codes! {
    /// What was done to codes.
    pub enum EventKind {
        Created = "created", "新增", "created";
        Saved = "saved", "修改", "changed";
        Submitted = "submitted", "提交审核", "submitted";
        Withdrawn = "withdrawn", "撤回", "withdrawn";
        Approved = "approved", "审核通过", "approved";
        Rejected = "rejected", "审核驳回", "rejected";
        Activated = "activated", "激活", "activated";
        Amended = "amended", "补充修改", "amended";
        Rechecked = "rechecked", "复核", "rechecked";
        Paused = "paused", "暂停生产", "production paused";
        Resumed = "resumed", "恢复生产", "production resumed";
        Issued = "issued", "赋码", "issued";
        Associated = "associated", "关联", "associated";
        Reassociated = "reassociated", "变更关联", "associated anew";
        MovedOut = "moved_out", "单品移出", "units moved out";
        ExFactory = "ex_factory", "出厂", "ex factory";
        Corrected = "corrected", "更正", "corrected";
        ChangeRequested = "change_requested", "申请变更", "change requested";
        ChangeWithdrawn = "change_withdrawn", "撤回变更申请", "change request withdrawn";
        ChangeApproved = "change_approved", "变更通过", "change approved";
        ChangeRejected = "change_rejected", "变更驳回", "change rejected";
        Packed = "packed", "装入组合", "packed";
        Unpacked = "unpacked", "移出组合", "unpacked";
        Recalled = "recalled", "召回", "recalled";
        RecallEnded = "recall_ended", "结束召回", "recall ended";
        Voided = "voided", "作废", "voided";
        VoidedByOperator = "voided_by_operator", "平台作废", "voided by the operator";
    }
}

impl EventKind {
    /// Whether it is the platform's doing, whose people are not named to enterprises.
    #[must_use]
    pub fn is_platforms(self) -> bool {
        matches!(
            self,
            Self::Approved
                | Self::Rejected
                | Self::ChangeApproved
                | Self::ChangeRejected
                | Self::VoidedByOperator
        )
    }
}

/// Which codes of a product an event is about.
#[derive(Debug, Clone)]
pub enum Target {
    /// The product and with it everything below.
    Product,
    /// One batch.
    Batch(BatchId),
    /// A run of units, perhaps with the batch they came to.
    Units(Span, Option<BatchId>),
}

/// An event that has just happened.
#[derive(Debug, Clone)]
pub struct NewEvent {
    /// Of which product.
    pub product_id: ProductId,
    /// Which of its codes.
    pub target: Target,
    /// What was done.
    pub kind: EventKind,
    /// What became true by it.
    pub detail: Option<EventDetail>,
    /// Why, if somebody said so.
    pub reason: Option<String>,
}

/// An event as stored; nothing ever changes or removes one.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = code_events, treat_none_as_default_value = false)]
pub struct CodeEvent {
    /// Its id.
    pub id: CodeEventId,
    /// The product it is of.
    pub product_id: ProductId,
    /// The batch it is of, if one is meant.
    pub batch_id: Option<BatchId>,
    /// What stands before the numbers of its serials.
    pub prefix: Option<String>,
    /// How many digits the numbers have.
    pub width: Option<i64>,
    /// The first number.
    pub first_number: Option<i64>,
    /// The last number.
    pub last_number: Option<i64>,
    /// What was done.
    pub kind: Code<EventKind>,
    /// What became true by it.
    pub detail: Option<Stored<EventDetail>>,
    /// Why.
    pub reason: Option<String>,
    /// Who did it.
    pub account_id: Option<AccountId>,
    /// When it happened.
    pub made_at: Timestamp,
}

impl CodeEvent {
    /// What became true by it, as far as it can be read; none when it needed no words.
    #[must_use]
    pub fn detail(&self) -> Option<Reading<EventDetail>> {
        let read = self.detail.as_ref()?.read();
        tell_once("code_events.detail", self.id.as_str(), &read.unreadable);
        Some(read)
    }
}

/// An event as its maker reads it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EventView {
    /// 记录编号
    pub id: CodeEventId,
    /// 操作
    ///
    /// 可能有当前程序不认识的操作，如系统升级后新增的，显示为“其他操作”即可。
    #[schema(value_type = EventKind)]
    pub kind: Code<EventKind>,
    /// 起始序列号
    pub first_serial: Option<String>,
    /// 结束序列号
    pub last_serial: Option<String>,
    /// 内容
    ///
    /// 操作后的值，如变更的字段、批次号、日期；种类见 type。
    pub detail: Option<EventDetail>,
    /// 内容无法读取
    ///
    /// 全部或部分内容暂时无法读取，如由较新版本的程序保存。
    pub is_unreadable: bool,
    /// 原因
    pub reason: Option<String>,
    /// 操作人
    ///
    /// 平台的操作显示为“平台”。
    pub made_by: Option<String>,
    /// 操作时间
    pub made_at: Timestamp,
}
