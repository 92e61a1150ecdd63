use crate::{batch::BatchId, product::ProductId, resolve::Level, serial::Span};
use db::schema::recalls;
use diesel::{Insertable, Queryable, Selectable};
use kernel::{Id, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;

/// The id of a recall.
pub type RecallId = Id<Recall>;

/// A recall as stored; it is ended, never deleted.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = recalls, treat_none_as_default_value = false)]
pub struct Recall {
    pub(crate) id: RecallId,
    pub(crate) product_id: ProductId,
    pub(crate) batch_id: Option<BatchId>,
    pub(crate) prefix: Option<String>,
    pub(crate) width: Option<i64>,
    pub(crate) first_number: Option<i64>,
    pub(crate) last_number: Option<i64>,
    pub(crate) reason: String,
    pub(crate) advice: String,
    pub(crate) opened_at: Timestamp,
    pub(crate) ended_at: Option<Timestamp>,
    pub(crate) end_reason: Option<String>,
}

impl Recall {
    /// Which units it is of, if it is of units.
    pub(crate) fn span(&self) -> Option<Span> {
        Some(Span {
            prefix: self.prefix.clone()?,
            width: self.width?,
            first: self.first_number?,
            last: self.last_number?,
        })
    }

    /// How much it is of.
    pub(crate) fn level(&self) -> Level {
        match (&self.prefix, &self.batch_id) {
            (Some(_), _) => Level::Unit,
            (None, Some(_)) => Level::Batch,
            (None, None) => Level::Product,
        }
    }
}

/// A recall as its maker sees it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RecallView {
    /// 召回编号
    pub id: RecallId,
    /// 召回范围
    pub level: Level,
    /// 产品编号
    pub product_id: ProductId,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// 产品名称
    pub product_name: String,
    /// 批次编号
    pub batch_id: Option<BatchId>,
    /// 批次号
    pub batch_no: Option<String>,
    /// 起始序列号
    pub first_serial: Option<String>,
    /// 结束序列号
    pub last_serial: Option<String>,
    /// 召回原因
    pub reason: String,
    /// 处理建议
    pub advice: String,
    /// 召回时间
    pub opened_at: Timestamp,
    /// 结束时间
    pub ended_at: Option<Timestamp>,
    /// 结束原因
    pub end_reason: Option<String>,
}
