use super::{
    Tally,
    event::Event,
    event_id::EventIds,
    message::{Message, Waiting},
    store::Store,
};
use crate::Error;
use db::{Db, Fault, Location, Turn};
use std::{
    io,
    sync::mpsc::{Receiver, RecvTimeoutError},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};
use tokio::sync::oneshot;

/// Scans in one commit at most.
const BATCH: usize = 256;

/// How long after a failure the database is asked again; until then scans are refused at once.
const PAUSE: Duration = Duration::from_millis(500);

/// How long nobody scans before the table of counters is brought up to date.
const QUIET: Duration = Duration::from_millis(200);

/// A thread that writes scans. It ends when nobody can send it any more, and is waited for.
pub(super) struct Writer(Option<JoinHandle<()>>);

type Queue = Receiver<Message>;

impl Writer {
    pub(super) fn start(db: &Db, queue: Queue) -> io::Result<Self> {
        let mut work = Work {
            is_file: matches!(db.location(), Location::Sqlite(_)),
            location: db.location().clone(),
            turn: db.turn().clone(),
            store: None,
            ids: EventIds::new(),
            away_until: None,
        };
        // What a crash left uncounted is counted before anyone is served. A database elsewhere may be away for now.
        if work.is_file
            && let Err(fault) = work.settle()
        {
            tracing::warn!(%fault, "scans cannot be recorded for now");
        }
        let thread = thread::Builder::new().name("scans".to_owned());
        Ok(Self(Some(thread.spawn(move || work.run(&queue))?)))
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        if let Some(thread) = self.0.take() {
            let _panicked = thread.join();
        }
    }
}

/// What is in hand.
#[derive(Default)]
struct Taken {
    scans: Vec<Waiting>,
    settlers: Vec<oneshot::Sender<Result<(), Error>>>,
}

impl Taken {
    fn add(&mut self, message: Message) {
        match message {
            Message::Scan(waiting) => self.scans.push(waiting),
            Message::Settle(reply) => self.settlers.push(reply),
        }
    }
}

struct Work {
    location: Location,
    turn: Turn,
    is_file: bool,
    store: Option<Store>,
    ids: EventIds,
    away_until: Option<Instant>,
}

impl Work {
    fn run(mut self, queue: &Queue) {
        let mut taken = Taken::default();
        while self.take(queue, &mut taken) {
            if !taken.scans.is_empty() {
                self.answer(&mut taken.scans);
            }
            if !taken.settlers.is_empty() {
                let settled = self.settle();
                for reply in taken.settlers.drain(..) {
                    let _reader_gone =
                        reply.send(settled.as_ref().map_err(copy).copied().map_err(Error::from));
                }
            }
        }
        self.settle_in_passing();
    }

    /// Waits for something to do and takes what else is there; false when there will never be anything again.
    fn take(&mut self, queue: &Queue, taken: &mut Taken) -> bool {
        let first = if self.store.as_ref().is_some_and(Store::is_behind) {
            match queue.recv_timeout(QUIET) {
                Err(RecvTimeoutError::Timeout) => {
                    self.settle_in_passing();
                    queue.recv().ok()
                }
                first => first.ok(),
            }
        } else {
            queue.recv().ok()
        };
        let Some(first) = first else { return false };
        taken.add(first);
        queue.try_iter().take(BATCH - 1).for_each(|m| taken.add(m));
        true
    }

    fn answer(&mut self, scans: &mut Vec<Waiting>) {
        match self.write(scans) {
            Ok(tallies) => {
                for (waiting, tally) in scans.drain(..).zip(tallies) {
                    let _reader_gone = waiting.reply.send(Ok(tally));
                }
            }
            Err(fault) => {
                tracing::warn!(%fault, scans = scans.len(), "scans could not be recorded");
                for waiting in scans.drain(..) {
                    let _reader_gone = waiting.reply.send(Err(copy(&fault).into()));
                }
            }
        }
    }

    fn write(&mut self, scans: &[Waiting]) -> Result<Vec<Tally>, Fault> {
        self.with_store(|store, ids| store.write(&Event::number(scans, ids)))
    }

    fn settle(&mut self) -> Result<(), Fault> {
        self.with_store(|store, _| store.settle())
    }

    fn settle_in_passing(&mut self) {
        if self.store.as_ref().is_some_and(Store::is_behind)
            && let Err(fault) = self.settle()
        {
            tracing::warn!(%fault, "the table of scan counters is behind");
        }
    }

    fn with_store<T>(
        &mut self,
        work: impl FnOnce(&mut Store, &mut EventIds) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        if self.away_until.is_some_and(|until| Instant::now() < until) {
            return Err(Fault::Away("the database was away a moment ago".to_owned()));
        }
        let turn = self.turn.clone();
        let _until_written = turn.take_next()?;
        let opened = match self.store.take() {
            Some(store) => Ok(store),
            None => Store::open(&self.location, &mut self.ids),
        };
        let done = opened.and_then(|mut store| {
            let done = work(&mut store, &mut self.ids)?;
            // Whatever state it is in after a failure, the next batch gets a new one.
            self.store = Some(store);
            Ok(done)
        });
        if let Err(Fault::Away(_)) = done {
            self.away_until = Some(Instant::now() + PAUSE);
        }
        done
    }
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
