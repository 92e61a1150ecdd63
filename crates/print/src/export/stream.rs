use super::{ExportOrder, Tool, progress::Progress, writer::CodeWriter};
use actix_web::web::Bytes;
use db::EnterpriseId;
use futures_util::{Stream, stream};
use std::{
    io::{self, Write},
    sync::{Mutex, PoisonError},
    thread,
};
use tokio::sync::mpsc;

/// Chunks that wait for a slow reader at most.
const WAITING: usize = 8;

const CHUNK: usize = 64 * 1024;

/// Streams of one enterprise at once; each holds a thread for as long as its reader takes.
const AT_ONCE: usize = 2;

static RUNNING: Mutex<Vec<EnterpriseId>> = Mutex::new(Vec::new());

/// A running stream of an enterprise, until dropped.
pub(super) struct Place(EnterpriseId);

impl Place {
    /// None when the enterprise has as many as it may.
    pub(super) fn take(enterprise: &EnterpriseId) -> Option<Self> {
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        let free = running.iter().filter(|e| *e == enterprise).count() < AT_ONCE;
        free.then(|| {
            running.push(enterprise.clone());
            Self(enterprise.clone())
        })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(at) = running.iter().position(|e| *e == self.0) {
            running.swap_remove(at);
        }
    }
}

/// Codes as they are written, for a response that begins at once and never holds more than a few chunks. A reader that
/// goes away ends the writing.
pub(super) fn stream(place: Place, order: ExportOrder, tool: Tool) -> impl Stream<Item = io::Result<Bytes>> {
    let (sender, receiver) = mpsc::channel(WAITING);
    let refused = sender.clone();
    // Not one of the threads that requests share: a slow reader keeps it.
    let writer = thread::Builder::new().name("stream".to_owned()).spawn(move || {
        let _until_written = place;
        web::give_way();
        let out = Chunks {
            sender: sender.clone(),
            waiting: Vec::with_capacity(CHUNK),
        };
        if let Err(error) = write(&order, tool, out) {
            tracing::warn!(%error, "an export was broken off");
            // The response has begun, so all that is left is to break it off.
            let _reader_gone = sender.blocking_send(Err(io::Error::other(error)));
        }
    });
    if let Err(error) = writer {
        // Broken off, so that nobody takes nothing for a whole file.
        let _there_is_room = refused.try_send(Err(error));
    }
    stream::unfold(receiver, |mut receiver| async {
        receiver.recv().await.map(|chunk| (chunk, receiver))
    })
}

fn write(order: &ExportOrder, tool: Tool, out: Chunks) -> Result<(), label::Error> {
    let directory = tempfile::tempfile()?;
    let mut writer = CodeWriter::new(order, tool, out, directory, Progress::default())?;
    while writer.write(i64::MAX >> 1)? {}
    writer.finish()?.flush()?;
    Ok(())
}

struct Chunks {
    sender: mpsc::Sender<io::Result<Bytes>>,
    waiting: Vec<u8>,
}

impl Write for Chunks {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() >= CHUNK {
            self.send()?;
        }
        Ok(bytes.len())
    }

    /// Called by the writers at checkpoints; a small chunk is not sent for that.
    fn flush(&mut self) -> io::Result<()> {
        self.send()
    }
}

impl Chunks {
    fn send(&mut self) -> io::Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let chunk = std::mem::replace(&mut self.waiting, Vec::with_capacity(CHUNK));
        self.sender
            .blocking_send(Ok(chunk.into()))
            .map_err(|_reader_gone| io::ErrorKind::BrokenPipe.into())
    }
}
