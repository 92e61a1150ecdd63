use crate::{CodeState, batch::BatchId, worth::Stand};
use chrono::NaiveDate;
use db::schema::unit_ranges;
use diesel::{Insertable, Queryable, Selectable};
use identifiers::{SerialNo, serial::Span};
use kernel::{Code, Id, Timestamp};
use product::ProductId;
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
    /// Its id.
    pub id: UnitRangeId,
    /// The product it is of.
    pub product_id: ProductId,
    /// The batch it is of, if one is meant.
    pub batch_id: Option<BatchId>,
    /// Prefix of the serials.
    pub prefix: String,
    /// Digits of the numbers, leading zeros included.
    pub width: i64,
    /// The first number.
    pub first_number: i64,
    /// The last number.
    pub last_number: i64,
    /// 生产日期
    pub made_on: Option<NaiveDate>,
    /// 有效期至
    pub expires_on: Option<NaiveDate>,
    /// State.
    pub state: Code<CodeState>,
    /// Reason of the rejection or the voiding.
    pub state_reason: Option<String>,
    /// The order it was issued by.
    pub issue_id: UnitIssueId,
    /// Time of issue.
    pub issued_at: Timestamp,
    /// How many digits behind the prefix were counted when they were issued; formerly not kept.
    pub digits: Option<i64>,
    /// 出厂日期
    pub ex_factory_on: Option<NaiveDate>,
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

    /// Where its units stand by themselves.
    #[must_use]
    pub fn stand(&self) -> Stand<'_> {
        Stand {
            state: self.state,
            reason: self.state_reason.as_deref(),
        }
    }

    /// State of the units, as far as they say themselves.
    #[must_use]
    pub fn state(&self) -> Code<CodeState> {
        self.state
    }

    /// The production date its units have of their own.
    #[must_use]
    pub fn made_on(&self) -> Option<NaiveDate> {
        self.made_on
    }

    /// True when `next` continues this range and is equal otherwise.
    pub(super) fn joins(&self, next: &Self) -> bool {
        self.last_number.checked_add(1) == Some(next.first_number)
            && (&self.prefix, self.width) == (&next.prefix, next.width)
            && (&self.batch_id, self.made_on, self.expires_on)
                == (&next.batch_id, next.made_on, next.expires_on)
            && (self.state, &self.state_reason) == (next.state, &next.state_reason)
            && (self.issue_id == next.issue_id && self.ex_factory_on == next.ex_factory_on)
    }
}

/// Filter of ranges.
#[derive(Debug, Clone, Default)]
pub struct RangeFilter {
    /// Only of this product.
    pub product_id: Option<ProductId>,
    /// Only of this batch.
    pub batch_id: Option<BatchId>,
    /// Only in this state; what is voided above is voided below.
    pub state: Option<CodeState>,
    /// Only serials in one of these spans, when given.
    pub spans: Option<Vec<Span>>,
}

/// Selection of units of a product: one, or all from one serial to another.
#[derive(Debug, Clone)]
pub struct Selection {
    /// The product.
    pub product_id: ProductId,
    /// The first serial.
    pub first_serial: SerialNo,
    /// The last serial; the first alone when there is none.
    pub last_serial: Option<SerialNo>,
    /// Expected number, as a check against slips.
    pub quantity: Option<i64>,
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
