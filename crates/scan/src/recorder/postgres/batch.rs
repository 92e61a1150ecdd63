use crate::recorder::{Scan, Tally, event::Event};
use facts::Level;
use kernel::Timestamp;

/// Scans that are committed together.
pub(super) struct Batch<'a> {
    pub(super) events: &'a [Event<'a>],
    /// In the order of their keys: two servers that lock rows in one order never wait for each other in a ring.
    pub(super) counters: Vec<Counter<'a>>,
    members: Vec<Member>,
}

/// An event that is counted.
struct Member {
    /// Where the event stands.
    event: usize,
    /// Where its counter stands.
    counter: usize,
    /// How many of the batch its counter has before it.
    before: i64,
}

/// What a batch adds to the counter of one code.
pub(super) struct Counter<'a> {
    pub(super) first: &'a Scan,
    pub(super) first_millis: i64,
    pub(super) last_event: i64,
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
    pub(super) fn of(events: &'a [Event<'a>]) -> Self {
        let mut order: Vec<(usize, &Event<'a>)> = events
            .iter()
            .enumerate()
            .filter(|(_, e)| e.scan.counts())
            .collect();
        // Stable, so that of one code the earlier scan stays the earlier one.
        order.sort_by_key(|(_, e)| key(e.scan));
        let mut counters: Vec<Counter<'a>> = Vec::with_capacity(order.len());
        let mut members = Vec::with_capacity(order.len());
        for (at, event) in order {
            match counters.last_mut().filter(|c| key(c.first) == key(event.scan)) {
                Some(counter) => {
                    counter.added += 1;
                    counter.last_event = counter.last_event.max(event.id);
                }
                None => counters.push(Counter {
                    first: event.scan,
                    first_millis: event.at_millis,
                    last_event: event.id,
                    added: 1,
                }),
            }
            members.push(Member {
                event: at,
                counter: counters.len() - 1,
                before: counters.last().map_or(0, |c| c.added - 1),
            });
        }
        Self {
            events,
            counters,
            members,
        }
    }

    /// What each scan is told, from what its counter became.
    pub(super) fn tallies(&self, counted: &[Counted]) -> Vec<Tally> {
        let uncounted = |e: &Event<'_>| Tally {
            scans: 0,
            first_at: e.scan.at,
        };
        let mut tallies: Vec<Tally> = self.events.iter().map(uncounted).collect();
        for member in &self.members {
            if let (Some(tally), Some(counter), Some(after)) = (
                tallies.get_mut(member.event),
                self.counters.get(member.counter),
                counted.get(member.counter),
            ) {
                *tally = Tally {
                    scans: after.scans - counter.added + member.before + 1,
                    first_at: after.first_at,
                };
            }
        }
        tallies
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Verdict,
        recorder::{ScanChannel, event_id::EventIds},
    };
    use db::EnterpriseId;
    use facts::ProductId;

    #[test]
    fn each_scan_is_told_its_own_number() {
        let (enterprise, product) = (EnterpriseId::new(), ProductId::new());
        let scan = |code: &str, verdict| Scan {
            enterprise: enterprise.clone(),
            product: product.clone(),
            level: Level::Unit,
            code: code.to_owned(),
            verdict,
            channel: ScanChannel::Data,
            region: None,
            at: Timestamp::now(),
        };
        let scans = [
            scan("B", Verdict::Valid),
            scan("A", Verdict::Valid),
            scan("B", Verdict::Voided),
            scan("C", Verdict::NotIssued),
            scan("B", Verdict::Valid),
        ];
        let mut ids = EventIds::new();
        let events: Vec<Event<'_>> = scans
            .iter()
            .map(|scan| Event {
                id: ids.next(scan.at),
                at_millis: scan.at.unix_millis(),
                scan,
            })
            .collect();
        let batch = Batch::of(&events);
        let codes: Vec<&str> = batch.counters.iter().map(|c| c.first.code.as_str()).collect();
        assert_eq!(codes, ["A", "B"]);
        let first_at = Timestamp::from_unix_millis(1);
        let counted = [1, 13].map(|scans| Counted { scans, first_at });
        let told: Vec<i64> = batch.tallies(&counted).iter().map(|t| t.scans).collect();
        assert_eq!(told, [11, 1, 12, 0, 13]);
    }
}
