use super::{EventIds, Tally, Waiting, batch::Batch, postgres, sqlite};
use db::{AnyConnection, Fault, Location};
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
                ids: EventIds::new(),
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
    ids: EventIds,
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
        let batch = Batch::of(batch, &mut self.ids);
        let counted = match &mut connection {
            AnyConnection::Pg(c) => postgres::write(c, &batch),
            AnyConnection::Sqlite(c) => sqlite::write(c, &batch),
        };
        match counted {
            Ok(counted) => {
                self.connection = Some(connection);
                Ok(batch.tallies(&counted))
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

/// A fault told to everyone in the batch.
fn copy(fault: &Fault) -> Fault {
    match fault {
        Fault::Away(text) => Fault::Away(text.clone()),
        Fault::Full(text) => Fault::Full(text.clone()),
        Fault::Busy(text) => Fault::Busy(text.clone()),
        Fault::Query(e) => Fault::Query(diesel::result::Error::QueryBuilderError(e.to_string().into())),
    }
}
