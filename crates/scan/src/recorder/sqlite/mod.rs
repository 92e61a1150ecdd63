//! Scans in an SQLite file. A commit appends events and little else: counters of codes lie all over their table, so a page
//! would be written for each scan. They are counted in memory, and the table follows, in the order of its pages, a part
//! with each commit. The events are the truth: after a crash those the table has not seen are counted again.

mod counter;
mod counters;
mod statements;
#[cfg(test)]
mod tests;

use super::{Tally, event::Event};
use counter::Name;
use counters::Counters;
use db::{Fault, Location};
use diesel::{
    connection::{AnsiTransactionManager, SimpleConnection, TransactionManager},
    prelude::*,
};
use std::{
    fs::{File, TryLockError},
    io,
};

/// The one writer of scans of one file.
pub(super) struct Store {
    connection: SqliteConnection,
    counters: Counters,
    _lock: File,
}

impl Store {
    /// Counts what the table of counters has not seen.
    pub(super) fn open(mut connection: SqliteConnection, location: &Location) -> Result<Self, Fault> {
        let lock = lock(location)?;
        // The writer meets the same pages again and again, and checkpoints are the dearer the more often they come.
        connection.batch_execute("PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 4000;")?;
        let through = statements::counted_through(&mut connection)?;
        let mut counters = Counters::new(through);
        for (name, event) in statements::events_after(&mut connection, through)? {
            counters.know(&mut connection, &name)?;
            counters.count(&name, event);
        }
        let mut store = Self {
            connection,
            counters,
            _lock: lock,
        };
        store.settle()?;
        Ok(store)
    }

    pub(super) fn last_event(&self) -> i64 {
        self.counters.last_event()
    }

    pub(super) fn write(&mut self, events: &[Event<'_>]) -> Result<Vec<Tally>, Fault> {
        let names: Vec<Option<Name>> = events
            .iter()
            .map(|e| e.scan.counts().then(|| Name::of(e.scan)))
            .collect();
        let counters = &mut self.counters;
        let written = transaction(&mut self.connection, |c| {
            for event in events {
                statements::AddEvent(event).execute(c)?;
            }
            for name in names.iter().flatten() {
                counters.know(c, name)?;
            }
            counters.write_some(c, events.len())
        })?;
        counters.written(written);
        // Nothing is counted before it is committed.
        let tally = |(event, name): (&Event<'_>, &Option<Name>)| match name {
            Some(name) => counters.count(name, (event.id, event.at_millis)),
            None => Tally {
                scans: 0,
                first_at: event.scan.at,
            },
        };
        let tallies = events.iter().zip(&names).map(tally).collect();
        counters.begin_pass_when_due();
        Ok(tallies)
    }

    pub(super) fn settle(&mut self) -> Result<(), Fault> {
        let counters = &mut self.counters;
        counters.begin_whole_pass();
        let written = transaction(&mut self.connection, |c| counters.write_some(c, usize::MAX))?;
        counters.written(written);
        Ok(())
    }

    pub(super) fn is_behind(&self) -> bool {
        self.counters.is_behind()
    }
}

fn transaction<T>(
    c: &mut SqliteConnection,
    work: impl FnOnce(&mut SqliteConnection) -> QueryResult<T>,
) -> Result<T, Fault> {
    AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE")?;
    match work(c) {
        Ok(done) => {
            AnsiTransactionManager::commit_transaction(c)?;
            Ok(done)
        }
        Err(e) => {
            let _broken_anyway = AnsiTransactionManager::rollback_transaction(c);
            Err(e.into())
        }
    }
}

/// Two that count the same codes in their memories would both be wrong. The system forgets the lock with the process.
fn lock(location: &Location) -> Result<File, Fault> {
    let Location::Sqlite(path) = location else {
        return Err(Fault::Away("no file to lock".to_owned()));
    };
    let mut path = path.clone().into_os_string();
    path.push("-scans.lock");
    let failed = |e: io::Error| Fault::Away(format!("{}: {e}", path.display()));
    let file = File::options()
        .create(true)
        .append(true)
        .open(&path)
        .map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Fault::Busy(
            "another program records scans into this file".to_owned(),
        )),
        Err(TryLockError::Error(e)) => Err(failed(e)),
    }
}
