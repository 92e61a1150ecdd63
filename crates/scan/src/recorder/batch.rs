use super::{EventIds, Scan, Tally, Waiting};
use coding::resolve::Level;
use kernel::Timestamp;

/// Scans that are committed together.
pub(super) struct Batch<'a> {
    pub(super) events: Vec<Event<'a>>,
    /// In the order of their keys: two writers that lock rows in one order never wait for each other in a ring.
    pub(super) counters: Vec<Counter<'a>>,
    /// For each event, its counter and how many of the batch it has before this event.
    places: Vec<Option<(usize, i64)>>,
}

/// A scan with its number.
pub(super) struct Event<'a> {
    pub(super) id: i64,
    pub(super) at_millis: i64,
    pub(super) scan: &'a Scan,
}

/// What a batch adds to the counter of one code.
pub(super) struct Counter<'a> {
    pub(super) first: &'a Scan,
    pub(super) first_millis: i64,
    pub(super) last_millis: i64,
    pub(super) added: i64,
}

/// A counter after the batch.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counted {
    pub(super) scans: i64,
    pub(super) first_at: Timestamp,
}

type Key<'a> = (&'a str, &'a str, Level, &'a str);

fn key(scan: &Scan) -> Key<'_> {
    (
        scan.enterprise.as_str(),
        scan.product.as_str(),
        scan.level,
        &scan.code,
    )
}

impl<'a> Batch<'a> {
    pub(super) fn of(waiting: &'a [Waiting], ids: &mut EventIds) -> Self {
        let events: Vec<Event<'a>> = waiting
            .iter()
            .map(|w| Event {
                id: ids.next(w.scan.at),
                at_millis: w.scan.at.unix_millis(),
                scan: &w.scan,
            })
            .collect();
        let mut order: Vec<usize> = (0..events.len()).filter(|i| waiting[*i].scan.counts()).collect();
        // Stable, so that of one code the earlier scan stays the earlier one.
        order.sort_by_key(|i| key(&waiting[*i].scan));
        let mut counters: Vec<Counter<'a>> = Vec::with_capacity(order.len());
        let mut places = vec![None; events.len()];
        for i in order {
            let scan = &waiting[i].scan;
            match counters.last_mut().filter(|c| key(c.first) == key(scan)) {
                Some(counter) => {
                    counter.added += 1;
                    counter.last_millis = counter.last_millis.max(scan.at.unix_millis());
                }
                None => counters.push(Counter {
                    first: scan,
                    first_millis: scan.at.unix_millis(),
                    last_millis: scan.at.unix_millis(),
                    added: 1,
                }),
            }
            places[i] = counters.last().map(|c| (counters.len() - 1, c.added - 1));
        }
        Self {
            events,
            counters,
            places,
        }
    }

    /// What each scan is told, from what its counter became.
    pub(super) fn tallies(&self, counted: &[Counted]) -> Vec<Tally> {
        let uncounted = |e: &Event<'_>| Tally {
            scans: 0,
            first_at: e.scan.at,
        };
        let tally = |(event, place): (&Event<'_>, &Option<(usize, i64)>)| match place {
            None => uncounted(event),
            Some((counter, before)) => {
                let (after, added) = (counted[*counter], self.counters[*counter].added);
                Tally {
                    scans: after.scans - added + before + 1,
                    first_at: after.first_at,
                }
            }
        };
        self.events.iter().zip(&self.places).map(tally).collect()
    }
}
