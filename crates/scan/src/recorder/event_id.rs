use kernel::Timestamp;

/// Numbers for events that grow with time: milliseconds, then a part of this process's own, then a count.
pub(super) struct EventIds {
    own: i64,
    last: i64,
}

const COUNT_BITS: u32 = 12;
const OWN_BITS: u32 = 10;

impl EventIds {
    pub(super) fn new() -> Self {
        let own = i64::from(getrandom::u32().unwrap_or_default()) & ((1 << OWN_BITS) - 1);
        Self {
            own: own << COUNT_BITS,
            last: 0,
        }
    }

    /// Makes the next number larger than this one: the clock may have been set back since.
    pub(super) fn go_on_after(&mut self, last: i64) {
        self.last = self.last.max(last);
    }

    pub(super) fn next(&mut self, at: Timestamp) -> i64 {
        let fresh = at.unix_millis() << (OWN_BITS + COUNT_BITS) | self.own;
        self.last = if fresh > self.last { fresh } else { self.last + 1 };
        self.last
    }
}

/// The first number an event of this instant can have; for reading events by time.
pub(crate) fn first_id_at(at: Timestamp) -> i64 {
    at.unix_millis() << (OWN_BITS + COUNT_BITS)
}

/// When the event with this number was, to the millisecond.
pub(crate) fn instant_of(id: i64) -> Timestamp {
    Timestamp::from_unix_millis(id >> (OWN_BITS + COUNT_BITS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_grow_with_time_and_never_repeat() {
        let mut ids = EventIds::new();
        let now = Timestamp::now();
        let made: Vec<i64> = (0..10_000)
            .map(|i| ids.next(now.plus_seconds(i / 5000)))
            .collect();
        assert!(made.windows(2).all(|w| w[0] < w[1]));
        assert!(made.iter().all(|id| *id >= first_id_at(now)));
        assert!(
            ids.next(now) > *made.last().unwrap(),
            "a clock that is set back repeats nothing"
        );
    }
}
