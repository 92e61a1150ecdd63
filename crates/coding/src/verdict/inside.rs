//! What is in a pack: what is recalled, voided or expired of it, through all levels.

use super::{Finding, Ground, Registry, Verdict};
use crate::{
    CodeState,
    pack::{Content, MAX_DEPTH},
    recalled::{Recall, RecallId},
    runs::joined,
    unit::UnitRange,
};
use identifiers::serial::Span;
use product::ProductId;
use std::collections::BTreeMap;

/// What is true of packs because of what is in them, through all levels.
///
/// # Errors
/// When the registry cannot be read.
pub fn inside<R: Registry>(r: &mut R, product: &ProductId, packs: &Span) -> Result<Vec<Finding>, R::Error> {
    let mut tally = Tally::default();
    let mut level = vec![(product.clone(), packs.clone())];
    // No tree is deeper; this ends whatever the rows say.
    for _ in 0..MAX_DEPTH {
        let mut runs = vec![];
        for (product, span) in joined(std::mem::take(&mut level)) {
            for row in r.contents(&product, &span)? {
                match row.span() {
                    Some(span) => runs.push((row.product_id, span)),
                    None => tally.count(r, &row)?,
                }
            }
        }
        for (product, span) in joined(runs) {
            let Some(ground) = r.ground(&product)? else {
                continue;
            };
            tally.units(r, &ground, &span)?;
            if ground.is_pack {
                level.push((product, span));
            }
        }
        if level.is_empty() {
            break;
        }
    }
    Ok(tally.into_findings())
}

/// How many things are recalled, and by what; voided; past their date.
#[derive(Default)]
struct Tally {
    recalled: BTreeMap<RecallId, (Recall, i64)>,
    may_be: BTreeMap<RecallId, Recall>,
    voided: i64,
    expired: i64,
}

impl Tally {
    /// Counts a run of units.
    fn units<R: Registry>(&mut self, r: &mut R, ground: &Ground, span: &Span) -> Result<(), R::Error> {
        for range in r.ranges(&ground.id, span)? {
            if let Some(part) = range.span().common(span) {
                self.part(r, ground, &range, &part)?;
            }
        }
        Ok(())
    }

    /// Counts units of which everything is equal but the recalls of single ones.
    fn part<R: Registry>(
        &mut self,
        r: &mut R,
        ground: &Ground,
        range: &UnitRange,
        part: &Span,
    ) -> Result<(), R::Error> {
        let batch = match &range.batch_id {
            Some(id) => r.batch(id)?,
            None => None,
        };
        let count = part.count();
        let is_voided = [
            Some(range.state),
            batch.as_ref().map(|b| b.state),
            Some(ground.state),
        ]
        .into_iter()
        .flatten()
        .any(|state| state == CodeState::Voided);
        let expires_on = range.expires_on.or_else(|| batch.and_then(|b| b.expires_on));
        let is_expired = expires_on.is_some_and(|day| day < r.today());
        self.voided += if is_voided { count } else { 0 };
        self.expired += if is_expired { count } else { 0 };
        // Each is counted under the finest recall it falls under; those of one level have no unit in common.
        let mut left = count;
        for recall in &ground.recalls {
            let reached = recall
                .span()
                .and_then(|s| s.common(part))
                .map_or(0, |s| s.count());
            self.recall(recall, reached);
            left -= reached;
        }
        self.coarse(ground, range.batch_id.as_ref(), left);
        Ok(())
    }

    /// Counts things without serials of their own. Whether those that are recalled are among them, nobody knows where the
    /// recall is finer than they are named.
    fn count<R: Registry>(&mut self, r: &mut R, row: &Content) -> Result<(), R::Error> {
        let Some(ground) = r.ground(&row.product_id)? else {
            return Ok(());
        };
        let batch = match &row.batch_id {
            Some(id) => r.batch(id)?,
            None => None,
        };
        let is_voided =
            ground.state == CodeState::Voided || batch.as_ref().is_some_and(|b| b.state == CodeState::Voided);
        let expires_on = batch.and_then(|b| b.expires_on);
        self.voided += if is_voided { row.quantity } else { 0 };
        self.expired += if expires_on.is_some_and(|day| day < r.today()) {
            row.quantity
        } else {
            0
        };
        if self.coarse(&ground, row.batch_id.as_ref(), row.quantity) {
            return Ok(());
        }
        for recall in &ground.recalls {
            let may_be = match (&row.batch_id, recall.span()) {
                (None, _) => true,
                (Some(batch), Some(span)) => {
                    let ranges = r.ranges(&ground.id, &span)?;
                    ranges.iter().any(|range| range.batch_id.as_ref() == Some(batch))
                }
                (Some(_), None) => false,
            };
            if may_be {
                self.may_be.insert(recall.id.clone(), recall.clone());
            }
        }
        Ok(())
    }

    /// Counts things under the recall of their batch, or of their product; false when there is none.
    fn coarse(&mut self, ground: &Ground, batch: Option<&product::BatchId>, count: i64) -> bool {
        let covering = ground
            .recalls
            .iter()
            .filter(|recall| recall.covers(batch, None))
            .max_by_key(|recall| recall.level());
        if let Some(recall) = covering {
            self.recall(recall, count);
        }
        covering.is_some()
    }

    fn recall(&mut self, recall: &Recall, count: i64) {
        if count > 0 {
            let reached = self.recalled.entry(recall.id.clone());
            reached.or_insert_with(|| (recall.clone(), 0)).1 += count;
        }
    }

    fn into_findings(self) -> Vec<Finding> {
        let counted = |verdict, count: i64| {
            (count > 0).then(|| Finding {
                quantity: Some(count),
                ..Finding::new(verdict)
            })
        };
        let recalled = self.recalled.into_values().map(|(recall, count)| Finding {
            quantity: Some(count),
            ..Finding::of_recall(Verdict::ContainsRecalled, &recall)
        });
        let may_be = self
            .may_be
            .into_values()
            .map(|recall| Finding::of_recall(Verdict::MayContainRecalled, &recall));
        recalled
            .chain(may_be)
            .chain(counted(Verdict::ContainsVoided, self.voided))
            .chain(counted(Verdict::ContainsExpired, self.expired))
            .collect()
    }
}
