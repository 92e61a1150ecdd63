use super::{Error, period::Period, store};
use chrono::NaiveDate;
use db::TenantConn;
use identifiers::serial::Span;
use kernel::{Timestamp, days};
use product::{BatchId, ProductId};
use std::collections::HashMap;

/// How many unit codes were issued in a period.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Coded {
    /// All that were issued.
    pub(crate) issued: i64,
    /// Those of them that were voided, by themselves or with their batch, until the last day for filing.
    pub(crate) voided: i64,
}

impl Coded {
    /// The quantity to file: codes that were spoilt are no products.
    pub(crate) fn expected(self) -> i64 {
        self.issued - self.voided
    }
}

/// Counts the codes of each of some periods of a product, oldest period first.
pub(crate) fn coded(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    periods: &[Period],
) -> Result<Vec<Coded>, Error> {
    let mut counts = vec![Coded::default(); periods.len()];
    let ends = periods.first().zip(periods.last());
    let between = ends.and_then(|(a, z)| days::start_of(a.starts_on).zip(days::end_of(z.ends_on)));
    let Some((from, to)) = between else {
        return Ok(counts);
    };
    let issued = store::issued_between(c, product, (from, to))?;
    if issued.is_empty() {
        return Ok(counts);
    }
    let voids = Voids::of(store::voided_since(c, product, from)?);
    for (at, span, batch) in issued {
        let Some((period, count)) = place(periods, &mut counts, at.beijing_date()) else {
            continue;
        };
        count.issued += span.count();
        if let Some(until) = days::end_of(period.due_on()) {
            count.voided += voids.count(&span, batch.as_ref(), until);
        }
    }
    Ok(counts)
}

/// The period a day lies in, and its count.
fn place<'p>(
    periods: &'p [Period],
    counts: &'p mut [Coded],
    day: NaiveDate,
) -> Option<(&'p Period, &'p mut Coded)> {
    let at = periods.partition_point(|p| p.ends_on < day);
    let period = periods.get(at).filter(|p| p.starts_on <= day)?;
    Some((period, counts.get_mut(at)?))
}

/// What was voided of a product: batches, and runs of units, which never overlap.
#[derive(Default)]
struct Voids {
    batches: HashMap<BatchId, Timestamp>,
    units: HashMap<(String, i64), Vec<(Span, Timestamp)>>,
}

impl Voids {
    fn of(list: Vec<store::Voided>) -> Self {
        let mut voids = Self::default();
        for (at, batch, span) in list {
            match (span, batch) {
                (Some(span), _) => {
                    let runs = voids.units.entry((span.prefix.clone(), span.width)).or_default();
                    runs.push((span, at));
                }
                (None, Some(batch)) => {
                    voids.batches.insert(batch, at);
                }
                (None, None) => {}
            }
        }
        for runs in voids.units.values_mut() {
            runs.sort_by_key(|(span, _)| span.first);
        }
        voids
    }

    /// How many units of a run were voided before an instant.
    fn count(&self, span: &Span, batch: Option<&BatchId>, until: Timestamp) -> i64 {
        if batch
            .and_then(|b| self.batches.get(b))
            .is_some_and(|at| *at < until)
        {
            return span.count();
        }
        let Some(runs) = self.units.get(&(span.prefix.clone(), span.width)) else {
            return 0;
        };
        let first = runs.partition_point(|(run, _)| run.last < span.first);
        let touching = runs
            .iter()
            .skip(first)
            .take_while(|(run, _)| run.first <= span.last);
        touching
            .filter(|(_, at)| *at < until)
            .filter_map(|(run, _)| run.common(span))
            .map(|part| part.count())
            .sum()
    }
}
