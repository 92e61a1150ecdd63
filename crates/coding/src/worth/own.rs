use super::{Finding, Ground, Verdict};
use crate::{CodeState, Level};
use chrono::NaiveDate;
use identifiers::serial::Place;
use kernel::Code;
use product::BatchId;

/// A code by itself: what it is of, without what it is in and what is in it.
#[derive(Debug, Clone, Copy)]
pub struct Own<'a> {
    /// Its product.
    pub ground: &'a Ground,
    /// Its batch, or the batch of its unit.
    pub batch: Option<(&'a BatchId, Stand<'a>)>,
    /// Its unit.
    pub unit: Option<(&'a Place, Stand<'a>)>,
    /// 有效期至
    pub expires_on: Option<NaiveDate>,
}

/// Where a batch or a unit stands by itself.
#[derive(Debug, Clone, Copy)]
pub struct Stand<'a> {
    /// State.
    pub state: Code<CodeState>,
    /// Reason of the voiding.
    pub reason: Option<&'a str>,
}

impl Own<'_> {
    /// All that is true of it on a day. What is voided above is voided below, and so is what is recalled.
    #[must_use]
    pub fn findings(&self, today: NaiveDate) -> Vec<Finding> {
        let mut found = vec![];
        let ground = self.ground;
        let product = Stand {
            state: ground.state,
            reason: ground.state_reason.as_deref(),
        };
        let stands = [
            self.unit.map(|(_, s)| (Level::Unit, s)),
            self.batch.map(|(_, s)| (Level::Batch, s)),
            Some((Level::Product, product)),
        ];
        for (level, stand) in stands.into_iter().flatten() {
            if stand.state == CodeState::Voided {
                found.push(Finding::voided(level, stand.reason));
            }
        }
        let (batch, place) = (self.batch.map(|(id, _)| id), self.unit.map(|(at, _)| at));
        let recalls = ground.recalls.iter().filter(|r| r.covers(batch, place));
        found.extend(recalls.map(|r| Finding::of_recall(Verdict::Recalled, r)));
        let is_undecided = ground.is_activated.is_none()
            || stands.iter().flatten().any(|(_, stand)| stand.state.is_unknown());
        let holds = [
            (
                product.state != CodeState::Voided && ground.is_activated == Some(false),
                Verdict::Inactive,
            ),
            (is_undecided, Verdict::Undecided),
            (!ground.is_maker_active, Verdict::MakerDisabled),
            (self.expires_on.is_some_and(|day| day < today), Verdict::Expired),
        ];
        found.extend(
            holds
                .into_iter()
                .filter(|(holds, _)| *holds)
                .map(|(_, verdict)| Finding::new(verdict)),
        );
        found
    }
}
