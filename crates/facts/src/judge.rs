//! The rules of what a code stands for.

use super::{
    BatchFacts, Chapters, CodeKey, CodePlace, Level, PackFacts, ParentFacts, RelatedCode, Snapshot, Standing,
    UnitFacts, Written, recall::recalled,
};
use coding::{batch::BatchId, unit::UnitRange};
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
    /// State.
    pub standing: Standing,
    /// True when the code names another batch than the unit is in.
    pub batch_differs: bool,
    /// The pack the unit is in.
    pub parent: Option<Arc<ParentFacts>>,
    /// Contents of the unit, if it is a pack.
    pub pack: PackFacts,
    /// What domains tell of this very code.
    pub told: Chapters,
    /// What it goes with.
    pub related: Vec<RelatedCode>,
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

    /// The same with what domains tell of its product; only of a product that is nobody else's.
    pub(crate) fn with_chapters(mut self, chapters: Chapters) -> Self {
        if let Some(snapshot) = Arc::get_mut(&mut self.snapshot) {
            snapshot.chapters = Written::new(chapters.told);
            snapshot.missing = chapters.missing;
        }
        self
    }
}

/// The rules, wherever the facts come from: a code is resolved at the level asked, what is voided above is voided
/// below, and so is what is recalled.
pub(super) fn judge<E>(
    snapshot: &Arc<Snapshot>,
    key: &CodeKey,
    batch: impl Fn(&str) -> Result<Option<Arc<BatchFacts>>, E>,
    batch_by_id: impl Fn(&BatchId) -> Result<Option<Arc<BatchFacts>>, E>,
    range: impl Fn(&Place) -> Result<Option<Arc<UnitRange>>, E>,
) -> Result<Resolution, E> {
    let mut found = Resolution {
        snapshot: Arc::clone(snapshot),
        level: Level::Product,
        batch: None,
        unit: None,
        standing: Standing::Valid,
        batch_differs: false,
        parent: None,
        pack: PackFacts::default(),
        told: Chapters::default(),
        related: vec![],
    };
    if let Some(place) = key.place() {
        found.level = Level::Unit;
        match range(place)? {
            None => found.standing = Standing::NotIssued,
            Some(range) => {
                found.batch = range.batch_id.as_ref().map(batch_by_id).transpose()?.flatten();
                found.unit = Some(UnitFacts::of(&range, found.batch.as_deref()));
                let own = found.batch.as_ref().map(|b| b.batch_no.as_str());
                found.batch_differs = key.batch_no.as_deref().is_some_and(|named| own != Some(named));
            }
        }
    } else if let Some(no) = &key.batch_no {
        found.level = Level::Batch;
        found.batch = batch(no)?;
        if found.batch.is_none() {
            found.standing = Standing::NotIssued;
        }
    }
    if let Some((at, reason)) = ended(&found) {
        found.standing = Standing::Voided { at, reason };
    } else if found.standing == Standing::Valid
        && let Some((at, reason, advice)) = recalled(
            &snapshot.recalls,
            found.batch.as_ref().map(|b| &b.id),
            key.place(),
        )
    {
        found.standing = Standing::Recalled { at, reason, advice };
    } else if found.standing == Standing::Valid && is_undecided(&found) {
        found.standing = Standing::Undecided;
    } else if found.standing == Standing::Valid && snapshot.product.is_activated == Some(false) {
        found.standing = Standing::Inactive;
    }
    Ok(found)
}

/// Whether the unit, its batch or its product is in a state that only a newer program knows.
fn is_undecided(found: &Resolution) -> bool {
    found.unit.as_ref().is_some_and(|u| u.is_undecided)
        || found.batch.as_ref().is_some_and(|b| b.is_undecided)
        || found.snapshot.product.is_activated.is_none()
}

/// The finest level at which a code was ended. A code that was never issued cannot have been.
fn ended(found: &Resolution) -> Option<(Level, Option<String>)> {
    let unit = found
        .unit
        .as_ref()
        .and_then(|u| u.voided.clone())
        .map(|reason| (Level::Unit, reason));
    let batch = found
        .batch
        .as_ref()
        .and_then(|b| b.voided.clone())
        .map(|reason| (Level::Batch, reason));
    let product = found
        .snapshot
        .product
        .voided
        .clone()
        .map(|reason| (Level::Product, reason));
    let above = (found.standing == Standing::Valid).then_some(product).flatten();
    unit.or(batch).or(above)
}
