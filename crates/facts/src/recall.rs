//! Which codes their maker warns of.

use super::Level;
use coding::{batch::BatchId, recall::Recall};
use identifiers::serial::{Place, Span};

/// A warning that holds.
#[derive(Debug, Clone)]
pub(super) struct RecallFacts {
    of: Of,
    reason: String,
    advice: String,
}

#[derive(Debug, Clone)]
enum Of {
    Product,
    Batch(BatchId),
    Units(Span),
}

impl From<Recall> for RecallFacts {
    fn from(r: Recall) -> Self {
        let of = match (r.span(), &r.batch_id) {
            (Some(span), _) => Of::Units(span),
            (None, Some(batch)) => Of::Batch(batch.clone()),
            (None, None) => Of::Product,
        };
        Self {
            of,
            reason: r.reason,
            advice: r.advice,
        }
    }
}

/// The finest warning that a code falls under, with what its maker says.
pub(super) fn recalled(
    recalls: &[RecallFacts],
    batch: Option<&BatchId>,
    place: Option<&Place>,
) -> Option<(Level, String, String)> {
    if recalls.is_empty() {
        return None;
    }
    let level = |of: &Of| match of {
        Of::Product => Some(Level::Product),
        Of::Batch(id) => (batch == Some(id)).then_some(Level::Batch),
        Of::Units(span) => place
            .is_some_and(|p| {
                (&p.prefix, p.width) == (&span.prefix, span.width)
                    && (span.first..=span.last).contains(&p.number)
            })
            .then_some(Level::Unit),
    };
    recalls
        .iter()
        .filter_map(|r| Some((level(&r.of)?, r)))
        .max_by_key(|(level, _)| *level)
        .map(|(level, r)| (level, r.reason.clone(), r.advice.clone()))
}
