use super::{Ground, Stand};
use crate::{CodeState, batch::Batch, pack::Content, unit::UnitRange};
use chrono::NaiveDate;
use identifiers::serial::{Place, Span};
use kernel::Code;
use product::{BatchId, ProductId};
use std::sync::Arc;

/// Where a verdict reads: what was issued, as somebody sees it.
pub trait Registry {
    /// Why it cannot be read.
    type Error;

    /// On which day.
    fn today(&self) -> NaiveDate;

    /// What the codes of a product rest on; none of a product that is not here.
    ///
    /// # Errors
    /// When it cannot be read.
    fn ground(&mut self, product: &ProductId) -> Result<Option<Arc<Ground>>, Self::Error>;

    /// A batch.
    ///
    /// # Errors
    /// When it cannot be read.
    fn batch(&mut self, id: &BatchId) -> Result<Option<Arc<BatchGround>>, Self::Error>;

    /// The range a serial stands in.
    ///
    /// # Errors
    /// When it cannot be read.
    fn range(&mut self, product: &ProductId, at: &Place) -> Result<Option<UnitRange>, Self::Error>;

    /// The ranges that have a serial in common with a span, in order.
    ///
    /// # Errors
    /// When they cannot be read.
    fn ranges(&mut self, product: &ProductId, span: &Span) -> Result<Vec<UnitRange>, Self::Error>;

    /// The row a unit is packed in.
    ///
    /// # Errors
    /// When it cannot be read.
    fn container(&mut self, product: &ProductId, at: &Place) -> Result<Option<Content>, Self::Error>;

    /// What is in the packs of a span.
    ///
    /// # Errors
    /// When it cannot be read.
    fn contents(&mut self, product: &ProductId, packs: &Span) -> Result<Vec<Content>, Self::Error>;
}

/// What the worth of a batch's codes rests on.
#[derive(Debug, Clone)]
pub struct BatchGround {
    /// The batch.
    pub id: BatchId,
    /// State.
    pub state: Code<CodeState>,
    /// Reason of the voiding.
    pub state_reason: Option<String>,
    /// 有效期至
    pub expires_on: Option<NaiveDate>,
}

impl BatchGround {
    /// Where it stands by itself.
    #[must_use]
    pub fn stand(&self) -> Stand<'_> {
        Stand {
            state: self.state,
            reason: self.state_reason.as_deref(),
        }
    }
}

impl From<Batch> for BatchGround {
    fn from(b: Batch) -> Self {
        Self {
            id: b.id,
            state: b.state,
            state_reason: b.state_reason,
            expires_on: b.expires_on,
        }
    }
}
