use crate::Level;
use db::schema::recalls;
use diesel::{Insertable, Queryable, Selectable};
use identifiers::serial::{Place, Span};
use kernel::{Id, Timestamp};
use product::{BatchId, ProductId};

/// The id of a recall.
pub type RecallId = Id<Recall>;

/// A recall as stored; it is ended, never deleted.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = recalls, treat_none_as_default_value = false)]
pub struct Recall {
    /// Its id.
    pub id: RecallId,
    /// The product it is of.
    pub product_id: ProductId,
    /// The batch it is of, if one is meant.
    pub batch_id: Option<BatchId>,
    /// Prefix of the serials.
    pub prefix: Option<String>,
    /// Digits of the numbers, leading zeros included.
    pub width: Option<i64>,
    /// The first number.
    pub first_number: Option<i64>,
    /// The last number.
    pub last_number: Option<i64>,
    /// Why.
    pub reason: String,
    /// Advice to the owners.
    pub advice: String,
    /// Time the recall was opened.
    pub opened_at: Timestamp,
    /// Time the recall was ended.
    pub ended_at: Option<Timestamp>,
    /// Reason the recall was ended.
    pub end_reason: Option<String>,
}

impl Recall {
    /// Run of units it is of, if it is of units.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        Some(Span {
            prefix: self.prefix.clone()?,
            width: self.width?,
            first: self.first_number?,
            last: self.last_number?,
        })
    }

    /// Level of the recall.
    #[must_use]
    pub fn level(&self) -> Level {
        match (&self.prefix, &self.batch_id) {
            (Some(_), _) => Level::Unit,
            (None, Some(_)) => Level::Batch,
            (None, None) => Level::Product,
        }
    }

    /// Whether a code falls under it: by its product alone, by its batch, or by its serial.
    #[must_use]
    pub fn covers(&self, batch: Option<&BatchId>, place: Option<&Place>) -> bool {
        match (self.span(), &self.batch_id) {
            (Some(span), _) => place.is_some_and(|at| span.has(at)),
            (None, Some(own)) => batch == Some(own),
            (None, None) => true,
        }
    }
}
