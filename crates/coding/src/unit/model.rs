use crate::{
    batch::BatchId,
    pack::ParentView,
    product::{CodeState, ProductId},
    serial::Span,
};
use chrono::NaiveDate;
use db::schema::unit_ranges;
use diesel::{Insertable, Queryable, Selectable};
use identifiers::SerialNo;
use kernel::{Id, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;

/// The id of a range.
pub type UnitRangeId = Id<UnitRange>;

/// The id of one order of unit codes.
pub type UnitIssueId = Id<UnitIssue>;

/// A run of unit codes of which everything is equal.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = unit_ranges, treat_none_as_default_value = false)]
pub struct UnitRange {
    pub(crate) id: UnitRangeId,
    pub(crate) product_id: ProductId,
    pub(crate) batch_id: Option<BatchId>,
    pub(crate) prefix: String,
    pub(crate) width: i64,
    pub(crate) first_number: i64,
    pub(crate) last_number: i64,
    pub(crate) made_on: Option<NaiveDate>,
    pub(crate) expires_on: Option<NaiveDate>,
    pub(crate) state: CodeState,
    pub(crate) state_reason: Option<String>,
    pub(crate) issue_id: UnitIssueId,
    pub(crate) issued_at: Timestamp,
    /// How many digits behind the prefix were counted when they were issued; formerly not kept.
    pub(crate) digits: Option<i64>,
}

impl UnitRange {
    /// Its serials.
    #[must_use]
    pub fn span(&self) -> Span {
        Span {
            prefix: self.prefix.clone(),
            width: self.width,
            first: self.first_number,
            last: self.last_number,
        }
    }

    /// Whether its codes are alive, as far as they say themselves.
    #[must_use]
    pub fn state(&self) -> CodeState {
        self.state
    }

    /// The production date its units have of their own.
    #[must_use]
    pub fn made_on(&self) -> Option<NaiveDate> {
        self.made_on
    }

    /// Whether `next` goes on where this ends, and nothing tells them apart.
    pub(super) fn joins(&self, next: &Self) -> bool {
        self.last_number.checked_add(1) == Some(next.first_number)
            && (&self.prefix, self.width) == (&next.prefix, next.width)
            && (&self.batch_id, self.made_on, self.expires_on)
                == (&next.batch_id, next.made_on, next.expires_on)
            && (self.state, &self.state_reason) == (next.state, &next.state_reason)
            && self.issue_id == next.issue_id
    }
}

/// Some units of a product: one, or all from one serial to another.
#[derive(Debug, Clone)]
pub struct Selection {
    /// Of which product.
    pub product_id: ProductId,
    /// The first serial.
    pub first_serial: SerialNo,
    /// The last serial; the first alone when there is none.
    pub last_serial: Option<SerialNo>,
    /// How many there should be, as a check against slips.
    pub quantity: Option<i64>,
}

/// One unit as its maker sees it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct UnitView {
    /// 产品编号
    pub product_id: ProductId,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// 产品名称
    pub product_name: String,
    /// 序列号
    #[schema(example = "A00000001")]
    pub serial: String,
    /// 批次编号
    pub batch_id: Option<BatchId>,
    /// 批次号
    pub batch_no: Option<String>,
    /// 生产日期
    ///
    /// 单品未单独填写时取批次的。
    pub made_on: Option<NaiveDate>,
    /// 有效期至
    ///
    /// 单品未单独填写时取批次的。
    pub expires_on: Option<NaiveDate>,
    /// 所在组合
    ///
    /// 该单品装在哪个组合中。
    pub parent: Option<ParentView>,
    /// 是组合
    ///
    /// 产品的追溯方式为组合多码，可以装入其他产品、批次和单品。
    pub is_pack: bool,
    /// 扫码地址
    ///
    /// GS1 Digital Link。
    pub uri: String,
    /// 状态
    ///
    /// 产品或批次作废后，单品也视为作废。
    pub state: CodeState,
    /// 作废原因
    pub state_reason: Option<String>,
    /// 赋码时间
    pub issued_at: Timestamp,
}

/// Unit codes that were issued, or that something was done to.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct UnitIssue {
    /// 产品编号
    pub product_id: ProductId,
    /// 批次编号
    pub batch_id: Option<BatchId>,
    /// 起始序列号
    #[schema(example = "A00000001")]
    pub first_serial: String,
    /// 结束序列号
    #[schema(example = "A00001000")]
    pub last_serial: String,
    /// 数量
    #[schema(example = 1000)]
    pub quantity: i64,
}
