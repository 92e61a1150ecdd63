use crate::{Fault, Location};
use parking_lot::{FairMutex, FairMutexGuard};
use std::{sync::Arc, time::Duration};

/// The turn to write. SQLite has one writer: those of this process wait for it here, hold no connection that readers need,
/// and come one after the other; left to SQLite each would look again every so often and find another come before it.
/// PostgreSQL needs no turns. Another process that writes is waited for by SQLite.
#[derive(Debug, Clone)]
pub struct Turn(Option<Arc<Queues>>);

#[derive(Debug, Default)]
struct Queues {
    /// Whoever has it may wait for `write`; so does the one writer that others wait for, and is the next whatever happens.
    line: FairMutex<()>,
    write: FairMutex<()>,
}

/// Lasts until it is dropped.
pub type Held<'a> = Option<(FairMutexGuard<'a, ()>, Option<FairMutexGuard<'a, ()>>)>;

/// As long as `busy_timeout` of a connection.
const PATIENCE: Duration = Duration::from_secs(10);

impl Turn {
    pub(crate) fn at(location: &Location) -> Self {
        Self(matches!(location, Location::Sqlite(_)).then(Arc::default))
    }

    /// Waits in line.
    ///
    /// # Errors
    /// When others write for too long.
    pub fn take(&self) -> Result<Held<'_>, Fault> {
        let Some(queues) = &self.0 else { return Ok(None) };
        let line = wait(&queues.line)?;
        Ok(Some((wait(&queues.write)?, Some(line))))
    }

    /// Waits for nobody but who writes now. For the one writer of scans: each of its commits is many answers.
    ///
    /// # Errors
    /// When that one writes for too long.
    pub fn take_next(&self) -> Result<Held<'_>, Fault> {
        let Some(queues) = &self.0 else { return Ok(None) };
        Ok(Some((wait(&queues.write)?, None)))
    }
}

fn wait(queue: &FairMutex<()>) -> Result<FairMutexGuard<'_, ()>, Fault> {
    queue
        .try_lock_for(PATIENCE)
        .ok_or_else(|| Fault::Busy("other writers take too long".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        sync::atomic::{AtomicUsize, Ordering::SeqCst},
        thread,
    };

    fn of_a_file() -> Turn {
        Turn::at(&Location::Sqlite("x.db".into()))
    }

    #[test]
    fn writers_of_a_file_come_one_after_the_other() {
        let (turn, writing, most) = (of_a_file(), AtomicUsize::new(0), AtomicUsize::new(0));
        thread::scope(|s| {
            for n in 0..8 {
                let (turn, writing, most) = (&turn, &writing, &most);
                s.spawn(move || {
                    for _ in 0..50 {
                        let _held = if n == 0 { turn.take_next() } else { turn.take() }.unwrap();
                        most.fetch_max(1 + writing.fetch_add(1, SeqCst), SeqCst);
                        thread::yield_now();
                        writing.fetch_sub(1, SeqCst);
                    }
                });
            }
        });
        assert_eq!(most.into_inner(), 1);
    }

    #[test]
    fn the_writer_of_scans_waits_for_one_other_whoever_stands_in_line() {
        let (turn, before) = (of_a_file(), AtomicUsize::new(0));
        let first = turn.take().unwrap();
        thread::scope(|s| {
            for _ in 0..4 {
                s.spawn(|| {
                    let _held = turn.take().unwrap();
                    before.fetch_add(1, SeqCst);
                });
            }
            let scans = s.spawn(|| {
                let _held = turn.take_next().unwrap();
                before.load(SeqCst)
            });
            thread::sleep(Duration::from_millis(50));
            drop(first);
            assert!(scans.join().unwrap() <= 1);
        });
        assert_eq!(before.into_inner(), 4);
    }

    #[test]
    fn postgresql_needs_no_turns() {
        let turn = Turn::at(&Location::Postgres("postgres://localhost/x".to_owned()));
        let (one, other) = (turn.take().unwrap(), turn.take().unwrap());
        assert!(one.is_none() && other.is_none());
    }
}
