//! Runs of serials of several products.

use identifiers::serial::Span;
use product::ProductId;

/// The same runs in order, those that go on where another ends made one: a thousand boxes are one look-up.
pub(crate) fn joined(mut runs: Vec<(ProductId, Span)>) -> Vec<(ProductId, Span)> {
    runs.sort_by(|(p, s), (q, t)| (p, &s.prefix, s.width, s.first).cmp(&(q, &t.prefix, t.width, t.first)));
    let mut found: Vec<(ProductId, Span)> = vec![];
    for (product, span) in runs {
        match found.last_mut() {
            Some((p, s))
                if *p == product
                    && (&s.prefix, s.width) == (&span.prefix, span.width)
                    && s.last.checked_add(1) == Some(span.first) =>
            {
                s.last = span.last;
            }
            _ => found.push((product, span)),
        }
    }
    found
}
