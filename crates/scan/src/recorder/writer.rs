use super::{Scan, Tally, Waiting};
use db::{
    AnyConnection, Fault, Location, each_backend,
    schema::{scan_counters, scan_events},
};
use diesel::{
    connection::{AnsiTransactionManager, TransactionManager},
    prelude::*,
    upsert::excluded,
};
use kernel::Timestamp;
use std::{
    io,
    sync::{Arc, Mutex, PoisonError, mpsc::Receiver},
    thread,
    time::{Duration, Instant},
};

/// Scans in one commit at most.
const BATCH: usize = 256;

/// How long after a failure the database is asked again; until then scans are refused at once.
const PAUSE: Duration = Duration::from_millis(500);

/// A thread that writes scans. It ends when nobody can send it any more.
pub(super) struct Writer;

type Queue = Arc<Mutex<Receiver<Waiting>>>;

impl Writer {
    pub(super) fn start(location: Location, queue: Queue) -> io::Result<Self> {
        let work = move || {
            Work {
                location,
                connection: None,
                ids: Ids::new(),
                away_until: None,
            }
            .run(&queue)
        };
        thread::Builder::new().name("scans".to_owned()).spawn(work)?;
        Ok(Self)
    }
}

struct Work {
    location: Location,
    connection: Option<AnyConnection>,
    ids: Ids,
    away_until: Option<Instant>,
}

impl Work {
    fn run(mut self, queue: &Queue) {
        let mut batch = Vec::with_capacity(BATCH);
        while take(queue, &mut batch) {
            let written = self.write(&batch);
            match written {
                Ok(tallies) => {
                    for (waiting, tally) in batch.drain(..).zip(tallies) {
                        let _reader_gone = waiting.reply.send(Ok(tally));
                    }
                }
                Err(fault) => {
                    tracing::warn!(%fault, scans = batch.len(), "scans could not be recorded");
                    for waiting in batch.drain(..) {
                        let _reader_gone = waiting.reply.send(Err(copy(&fault).into()));
                    }
                }
            }
        }
    }

    fn write(&mut self, batch: &[Waiting]) -> Result<Vec<Tally>, Fault> {
        if self.away_until.is_some_and(|until| Instant::now() < until) {
            return Err(Fault::Away("the database was away a moment ago".to_owned()));
        }
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => self.location.connect().map_err(|e| self.away(e.to_string()))?,
        };
        match commit(&mut connection, batch, &mut self.ids) {
            Ok(tallies) => {
                self.connection = Some(connection);
                Ok(tallies)
            }
            // Whatever state the connection is in, the next batch gets a new one.
            Err(Fault::Away(text)) => Err(self.away(text)),
            Err(fault) => Err(fault),
        }
    }

    fn away(&mut self, text: String) -> Fault {
        self.away_until = Some(Instant::now() + PAUSE);
        Fault::Away(text)
    }
}

/// Waits for a scan and takes what else is there; false when there will never be one again.
fn take(queue: &Queue, batch: &mut Vec<Waiting>) -> bool {
    let queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
    let Ok(first) = queue.recv() else { return false };
    batch.push(first);
    batch.extend(queue.try_iter().take(BATCH - 1));
    true
}

fn commit(c: &mut AnyConnection, batch: &[Waiting], ids: &mut Ids) -> Result<Vec<Tally>, Fault> {
    type Transactions = <AnyConnection as Connection>::TransactionManager;
    match c {
        AnyConnection::Pg(c) => AnsiTransactionManager::begin_transaction(c)?,
        AnyConnection::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE")?,
    }
    let tallies = batch
        .iter()
        .map(|w| record(c, &w.scan, ids))
        .collect::<Result<Vec<_>, _>>();
    match tallies {
        Ok(tallies) => {
            Transactions::commit_transaction(c)?;
            Ok(tallies)
        }
        Err(fault) => {
            let _broken_anyway = Transactions::rollback_transaction(c);
            Err(fault)
        }
    }
}

fn record(c: &mut AnyConnection, scan: &Scan, ids: &mut Ids) -> Result<Tally, Fault> {
    let event = (
        scan_events::enterprise_id.eq(&scan.enterprise),
        scan_events::id.eq(ids.next(scan.at)),
        scan_events::product_id.eq(&scan.product),
        scan_events::level.eq(scan.level),
        scan_events::code.eq(&scan.code),
        scan_events::verdict.eq(scan.verdict),
        scan_events::channel.eq(scan.channel),
        scan_events::region_code.eq(&scan.region),
        scan_events::scanned_at.eq(scan.at),
    );
    each_backend!(c, c => diesel::insert_into(scan_events::table).values(event).execute(c))?;
    if !scan.counts() {
        return Ok(Tally {
            scans: 0,
            first_at: scan.at,
        });
    }
    let counter = (
        scan_counters::enterprise_id.eq(&scan.enterprise),
        scan_counters::product_id.eq(&scan.product),
        scan_counters::level.eq(scan.level),
        scan_counters::code.eq(&scan.code),
        scan_counters::scans.eq(1),
        scan_counters::first_scanned_at.eq(scan.at),
        scan_counters::last_scanned_at.eq(scan.at),
    );
    let key = (
        scan_counters::enterprise_id,
        scan_counters::product_id,
        scan_counters::level,
        scan_counters::code,
    );
    let (scans, first_at): (i64, Timestamp) = each_backend!(c, c => diesel::insert_into(scan_counters::table)
        .values(counter)
        .on_conflict(key)
        .do_update()
        .set((
            scan_counters::scans.eq(scan_counters::scans + 1),
            scan_counters::last_scanned_at.eq(excluded(scan_counters::last_scanned_at)),
        ))
        .returning((scan_counters::scans, scan_counters::first_scanned_at))
        .get_result(c))?;
    Ok(Tally { scans, first_at })
}

/// Numbers for events that grow with time: milliseconds, then a part of this process's own, then a count.
struct Ids {
    own: i64,
    last: i64,
}

const COUNT_BITS: u32 = 12;
const OWN_BITS: u32 = 10;

impl Ids {
    fn new() -> Self {
        let own = i64::from(getrandom::u32().unwrap_or_default()) & ((1 << OWN_BITS) - 1);
        Self {
            own: own << COUNT_BITS,
            last: 0,
        }
    }

    fn next(&mut self, at: Timestamp) -> i64 {
        let fresh = at.unix_millis() << (OWN_BITS + COUNT_BITS) | self.own;
        self.last = if fresh > self.last { fresh } else { self.last + 1 };
        self.last
    }
}

/// The first number an event of this instant can have; for reading events by time.
pub(crate) fn first_id_at(at: Timestamp) -> i64 {
    at.unix_millis() << (OWN_BITS + COUNT_BITS)
}

/// A fault told to everyone in the batch.
fn copy(fault: &Fault) -> Fault {
    match fault {
        Fault::Away(text) => Fault::Away(text.clone()),
        Fault::Full(text) => Fault::Full(text.clone()),
        Fault::Busy(text) => Fault::Busy(text.clone()),
        Fault::Query(e) => Fault::Query(diesel::result::Error::QueryBuilderError(e.to_string().into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_grow_with_time_and_never_repeat() {
        let mut ids = Ids::new();
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
