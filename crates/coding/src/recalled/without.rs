use super::Recall;
use identifiers::serial::Span;
use product::BatchId;

/// The parts of a run of units, of one batch or of none, that none of the recalls of their product is of.
#[must_use]
pub fn without(recalls: &[Recall], batch: Option<&BatchId>, run: Span) -> Vec<Span> {
    let mut left = vec![run];
    for recall in recalls {
        left = match recall.span() {
            Some(span) => left.iter().flat_map(|part| cut(part, &span)).collect(),
            None if recall.covers(batch, None) => vec![],
            None => left,
        };
    }
    left
}

/// What is left of a run when another is taken out.
fn cut(part: &Span, out: &Span) -> Vec<Span> {
    let Some(common) = part.common(out) else {
        return vec![part.clone()];
    };
    let before = (part.first < common.first).then(|| Span {
        last: common.first - 1,
        ..part.clone()
    });
    let after = (common.last < part.last).then(|| Span {
        first: common.last + 1,
        ..part.clone()
    });
    before.into_iter().chain(after).collect()
}
