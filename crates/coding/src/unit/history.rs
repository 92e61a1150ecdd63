//! What was done to a unit: by itself, together with others, and to the batches it was in.

use super::{Error, UnitRange};
use db::TenantConn;
use identifiers::serial::Place;
use kernel::Timestamp;
use product::{
    BatchId,
    events::{self, EventKind, Told},
};

/// Everything that was done to a unit, newest first. The recall of its product or of its batch is its own too, as long as it
/// was in that batch.
pub(super) fn of(c: &mut TenantConn<'_>, range: &UnitRange, at: &Place) -> Result<Vec<Told>, Error> {
    let mut told = events::of_unit(c, &range.product_id, at)?;
    let stays = stays(&told);
    let is_its_own = |(event, _): &Told| match &event.batch_id {
        None => event.made_at >= range.issued_at,
        Some(batch) => stays
            .iter()
            .any(|s| s.batch.as_ref() == Some(batch) && s.covers(event.made_at)),
    };
    let recalls = events::coarse_recalls(c, &range.product_id)?;
    told.extend(recalls.into_iter().filter(is_its_own));
    told.sort_by(|(a, _), (b, _)| (b.made_at, &b.id).cmp(&(a.made_at, &a.id)));
    Ok(told)
}

/// A time a unit was in a batch, or in none.
struct Stay {
    batch: Option<BatchId>,
    from: Timestamp,
    /// None as long as it lasts.
    to: Option<Timestamp>,
}

impl Stay {
    fn covers(&self, at: Timestamp) -> bool {
        self.from <= at && self.to.is_none_or(|to| at < to)
    }
}

fn stays(told: &[Told]) -> Vec<Stay> {
    let mut stays: Vec<Stay> = vec![];
    for (event, _) in told.iter().rev() {
        let moves = match event.kind.known() {
            Some(EventKind::Issued) => true,
            Some(EventKind::Associated | EventKind::Reassociated | EventKind::Corrected) => {
                event.batch_id.is_some()
            }
            _ => false,
        };
        if !moves {
            continue;
        }
        if let Some(last) = stays.last_mut() {
            last.to = Some(event.made_at);
        }
        stays.push(Stay {
            batch: event.batch_id.clone(),
            from: event.made_at,
            to: None,
        });
    }
    stays
}
