//! The one writer of all scans (perf: one commit for many; answered after it).

mod event;
mod event_id;
mod message;
mod postgres;
mod scan;
mod sqlite;
mod store;
mod writer;

pub(crate) use event_id::{first_id_at, instant_of};

pub(crate) use scan::counted;
pub use scan::{Scan, ScanChannel, Tally};

use crate::Error;
use db::Db;
use message::{Message, Waiting};
use std::sync::{
    Arc,
    mpsc::{SyncSender, TrySendError, sync_channel},
};
use tokio::sync::oneshot;
use writer::Writer;

/// Scans that wait to be written at most; beyond that the server says it is busy instead of growing.
const WAITING: usize = 8192;

/// Takes scans and answers when they are safe.
#[derive(Clone)]
pub struct Recorder {
    queue: SyncSender<Message>,
    /// Waited for when the last handle is gone.
    _writer: Arc<Writer>,
}

impl Recorder {
    /// Starts writing to this database, on a connection of its own. One is faster than several, on PostgreSQL too: while
    /// one commit is under way the next gathers.
    ///
    /// # Errors
    /// When a thread cannot be started.
    pub fn start(db: &Db) -> std::io::Result<Self> {
        let (queue, waiting) = sync_channel(WAITING);
        Ok(Self {
            queue,
            _writer: Arc::new(Writer::start(db, waiting)?),
        })
    }

    /// Records a scan; the answer comes after it is committed.
    ///
    /// # Errors
    /// When too many are waiting or the database is away; the scan is then not recorded.
    pub async fn record(&self, scan: Scan) -> Result<Tally, Error> {
        let (reply, answer) = oneshot::channel();
        self.tell(Message::Scan(Waiting { scan, reply }))?;
        answer.await.unwrap_or(Err(Error::Busy))
    }

    /// Waits until the table of counters has every scan that was answered.
    ///
    /// # Errors
    /// When too many are waiting or the database is away.
    pub async fn settle(&self) -> Result<(), Error> {
        let (reply, settled) = oneshot::channel();
        self.tell(Message::Settle(reply))?;
        settled.await.unwrap_or(Err(Error::Busy))
    }

    fn tell(&self, message: Message) -> Result<(), Error> {
        self.queue.try_send(message).map_err(|e| match e {
            TrySendError::Full(_) | TrySendError::Disconnected(_) => Error::Busy,
        })
    }
}
