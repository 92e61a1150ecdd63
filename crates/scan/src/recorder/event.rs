use super::{Scan, event_id::EventIds, message::Waiting};

/// A scan with its number.
pub(super) struct Event<'a> {
    pub(super) id: i64,
    pub(super) at_millis: i64,
    pub(super) scan: &'a Scan,
}

impl<'a> Event<'a> {
    pub(super) fn number(waiting: &'a [Waiting], ids: &mut EventIds) -> Vec<Self> {
        let event = |w: &'a Waiting| Event {
            id: ids.next(w.scan.at),
            at_millis: w.scan.at.unix_millis(),
            scan: &w.scan,
        };
        waiting.iter().map(event).collect()
    }
}
