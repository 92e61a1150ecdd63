//! The rules of what a code stands for.

use super::{
    BatchFacts, Chapters, CodeKey, CodePlace, Level, PackFacts, ParentFacts, RelatedCode, Snapshot, Truth,
    UnitFacts, Written,
};
use chrono::NaiveDate;
use coding::{batch::BatchId, unit::UnitRange, verdict::Own};
use identifiers::serial::Place;
use std::sync::Arc;

/// Result of resolving a code of a registered product.
#[derive(Debug, Clone)]
pub struct Resolution {
    /// The product and its maker.
    pub snapshot: Arc<Snapshot>,
    /// Level of the code.
    pub level: Level,
    /// The batch it names, or the batch of the unit it names.
    pub batch: Option<Arc<BatchFacts>>,
    /// The unit it names.
    pub unit: Option<UnitFacts>,
    /// What it is worth, and all that is true of it.
    pub truth: Truth,
    /// True when the code names another batch than the unit is in.
    pub batch_differs: bool,
    /// The pack the unit is in.
    pub parent: Option<Arc<ParentFacts>>,
    /// Contents of the unit, if it is a pack.
    pub pack: Arc<PackFacts>,
    /// What domains tell of this very code.
    pub told: Chapters,
    /// What it goes with.
    pub related: Vec<RelatedCode>,
    /// Whether it was found by a GTIN that is linked to it, not its own.
    pub is_linked: bool,
}

impl Resolution {
    /// The code as tellers are asked about it.
    #[must_use]
    pub fn place(&self, key: &CodeKey) -> CodePlace {
        CodePlace {
            product: self.snapshot.key(),
            batch: self.batch.as_ref().map(|b| b.id.clone()),
            unit: key.place().cloned(),
        }
    }

    /// Whether the product may be shown: what nobody has approved yet is not told to the public.
    #[must_use]
    pub fn shows_product(&self) -> bool {
        self.snapshot.shows_product()
    }

    /// The same with what domains tell of its product; only of a product that is nobody else's.
    pub(crate) fn with_chapters(mut self, chapters: Chapters) -> Self {
        if let Some(snapshot) = Arc::get_mut(&mut self.snapshot) {
            snapshot.chapters = Written::new(chapters.told);
            snapshot.missing = chapters.missing;
        }
        self
    }
}

/// The rules, wherever the facts come from: a code is resolved at the level asked, and is worth by itself what
/// [`coding::verdict`] says. What it is in and what is in it is not looked at here.
pub(super) fn judge<E>(
    snapshot: &Arc<Snapshot>,
    key: &CodeKey,
    today: NaiveDate,
    batch: impl Fn(&str) -> Result<Option<Arc<BatchFacts>>, E>,
    batch_by_id: impl Fn(&BatchId) -> Result<Option<Arc<BatchFacts>>, E>,
    range: impl Fn(&Place) -> Result<Option<Arc<UnitRange>>, E>,
) -> Result<Resolution, E> {
    let mut found = Resolution {
        snapshot: Arc::clone(snapshot),
        level: Level::Product,
        batch: None,
        unit: None,
        truth: Truth::default(),
        batch_differs: false,
        parent: None,
        pack: Arc::clone(&snapshot.nothing),
        told: Chapters::default(),
        related: vec![],
        is_linked: false,
    };
    let mut own = None;
    if let Some(place) = key.place() {
        found.level = Level::Unit;
        own = range(place)?;
        let Some(range) = &own else {
            found.truth = Truth::not_issued();
            return Ok(found);
        };
        found.batch = range.batch_id.as_ref().map(batch_by_id).transpose()?.flatten();
        found.unit = Some(UnitFacts::of(range, found.batch.as_deref()));
        let batch_no = found.batch.as_ref().map(|b| b.batch_no.as_str());
        found.batch_differs = key
            .batch_no
            .as_deref()
            .is_some_and(|named| batch_no != Some(named));
    } else if let Some(no) = &key.batch_no {
        found.level = Level::Batch;
        found.batch = batch(no)?;
        if found.batch.is_none() {
            found.truth = Truth::not_issued();
            return Ok(found);
        }
    }
    let batch = found.batch.as_deref();
    let code = Own {
        ground: &snapshot.ground,
        batch: batch.map(|b| (&b.id, b.stand())),
        unit: key.place().zip(own.as_ref().map(|r| r.stand())),
        expires_on: match &found.unit {
            Some(unit) => unit.expires_on,
            None => batch.and_then(|b| b.expires_on),
        },
    };
    found.truth = Truth::of(code.findings(today));
    Ok(found)
}
