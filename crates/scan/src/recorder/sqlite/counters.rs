use super::{
    counter::{Counter, Name},
    statements::{self, PutCounter},
};
use crate::recorder::Tally;
use diesel::{QueryResult, RunQueryDsl, SqliteConnection};
use kernel::Timestamp;
use std::{
    collections::HashMap,
    time::{Duration, Instant},
};

/// How many codes that were written may be remembered; with more, those that were are forgotten after a pass.
const REMEMBERED: usize = 50_000;

/// A pass through the table begins when so many codes differ from it, or when it is so old. The later, the more scans of a
/// code are one write; what the table has not seen is counted again after a crash.
const DUE: usize = 20_000;
const OLD: Duration = Duration::from_secs(4);

/// How many counters a commit writes at least, when there are any to write.
const PART: usize = 128;

/// A counter, and whether the table has another.
#[derive(Debug)]
struct Remembered {
    counter: Counter,
    differs: bool,
}

/// Counters in memory, and how far the table follows.
#[derive(Debug)]
pub(super) struct Counters {
    known: HashMap<Name, Remembered>,
    /// How many differ from the table, and since when.
    differing: usize,
    since: Instant,
    /// What is still to be written in this pass, the last first.
    pass: Vec<Name>,
    /// Up to which event the table is complete after this pass.
    pass_through: i64,
    last_event: i64,
}

/// What a transaction wrote, if it commits.
pub(super) struct Written {
    count: usize,
}

impl Counters {
    /// Of a table that is complete up to an event.
    pub(super) fn new(through: i64) -> Self {
        Self {
            known: HashMap::new(),
            differing: 0,
            since: Instant::now(),
            pass: vec![],
            pass_through: through,
            last_event: through,
        }
    }

    pub(super) fn last_event(&self) -> i64 {
        self.last_event
    }

    pub(super) fn is_behind(&self) -> bool {
        self.differing > 0
    }

    /// Reads a counter that is not remembered.
    pub(super) fn know(&mut self, c: &mut SqliteConnection, name: &Name) -> QueryResult<()> {
        if !self.known.contains_key(name) {
            let counter = statements::find_counter(c, name)?;
            let remembered = Remembered {
                counter,
                differs: false,
            };
            self.known.insert(name.clone(), remembered);
        }
        Ok(())
    }

    /// Counts an event of a code that is known; one that was counted before changes nothing.
    pub(super) fn count(&mut self, name: &Name, (event, millis): (i64, i64)) -> Tally {
        self.last_event = self.last_event.max(event);
        let Some(known) = self.known.get_mut(name) else {
            return Tally {
                scans: 0,
                first_at: Timestamp::from_unix_millis(millis),
            };
        };
        let counter = &mut known.counter;
        if event > counter.last_event {
            if counter.scans == 0 {
                counter.first_millis = millis;
            }
            counter.scans += 1;
            counter.last_event = event;
            if !known.differs {
                known.differs = true;
                if self.differing == 0 {
                    self.since = Instant::now();
                }
                self.differing += 1;
            }
        }
        Tally {
            scans: counter.scans,
            first_at: Timestamp::from_unix_millis(counter.first_millis),
        }
    }

    /// Begins a pass when enough has gathered.
    pub(super) fn begin_pass_when_due(&mut self) {
        let is_due = self.differing >= DUE || (self.differing > 0 && self.since.elapsed() >= OLD);
        if self.pass.is_empty() && is_due {
            self.begin_whole_pass();
        }
    }

    /// Begins a pass over everything that differs now.
    pub(super) fn begin_whole_pass(&mut self) {
        let differing = self.known.iter().filter(|(_, k)| k.differs);
        self.pass = differing.map(|(name, _)| name.clone()).collect();
        // The last first, so that what is taken from the end goes through the table in its order.
        self.pass.sort_unstable_by(|a, b| b.cmp(a));
        self.pass_through = self.last_event;
        self.since = Instant::now();
    }

    /// Writes the next part of the pass: more than a commit of so many events can add, so that the table keeps up.
    pub(super) fn write_some(&self, c: &mut SqliteConnection, events: usize) -> QueryResult<Written> {
        let count = self.pass.len().min(events.saturating_mul(2).saturating_add(PART));
        for name in self.pass.iter().rev().take(count) {
            if let Some(known) = self.known.get(name) {
                PutCounter(name, known.counter).execute(c)?;
            }
        }
        if count > 0 && count == self.pass.len() {
            statements::put_counted_through(c, self.pass_through)?;
        }
        Ok(Written { count })
    }

    /// Notes that it was committed.
    pub(super) fn written(&mut self, written: Written) {
        let rest = self.pass.len().saturating_sub(written.count);
        for name in self.pass.drain(rest..) {
            if let Some(known) = self.known.get_mut(&name)
                && known.differs
            {
                known.differs = false;
                self.differing -= 1;
            }
        }
        if self.pass.is_empty() && self.known.len() > REMEMBERED {
            self.known.retain(|_, known| known.differs);
        }
    }
}
