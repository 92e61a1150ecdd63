use super::{JobError, JobState, Outcome, Part, model::Work, queue_store as queue, room};
use db::{Db, EnterpriseId};
use kernel::Coded;
use serde::{Serialize, de::DeserializeOwned};
use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

/// A kind of background work.
pub trait JobKind: Send + Sync {
    /// What it is called in the queue.
    fn name(&self) -> &'static str;

    /// Does the work, telling `job` how far it is. Called again with the last checkpoint after a restart.
    ///
    /// # Errors
    /// Why it stopped before the end.
    fn run(&self, job: &mut Running<'_>) -> Result<Option<Outcome>, Stop>;
}

/// Why work stopped before its end.
#[derive(Debug)]
pub enum Stop {
    /// Someone cancelled it, or another runner has it: only what this attempt wrote is removed.
    NotOurs,
    /// Someone paused it: what is made is kept for when it is resumed.
    Paused,
    /// The process is going down, or the database is away: go on later.
    Later,
    /// Another enterprise waits and has its turn now.
    Turn,
    /// It cannot be done; the code says why.
    Failed(String),
}

impl<E: Coded> From<E> for Stop {
    fn from(e: E) -> Self {
        match e.kind() {
            kernel::Kind::Unavailable => Self::Later,
            _ => {
                tracing::warn!(code = e.code(), error = %e, "a job failed");
                Self::Failed(e.code().to_owned())
            }
        }
    }
}

/// A job while it is being done.
pub struct Running<'a> {
    pub(super) db: &'a Db,
    pub(super) job: Work,
    pub(super) stopping: &'a AtomicBool,
    pub(super) outcomes: &'a Path,
    pub(super) noted: Instant,
    pub(super) taken: Instant,
}

/// How often progress is written down.
const PACE: Duration = Duration::from_millis(500);

/// How long a job goes on while another enterprise waits.
const SLICE: Duration = Duration::from_secs(2);

impl Running<'_> {
    /// The database.
    #[must_use]
    pub fn db(&self) -> &Db {
        self.db
    }

    /// The enterprise the job is for.
    #[must_use]
    pub fn enterprise(&self) -> &EnterpriseId {
        &self.job.enterprise_id
    }

    /// What the job was given.
    ///
    /// # Errors
    /// When it was queued by another version of the program that meant something else.
    pub fn input<T: DeserializeOwned>(&self) -> Result<T, Stop> {
        serde_json::from_str(&self.job.input).map_err(|_other_version| Stop::Failed("job.input".to_owned()))
    }

    /// Where the last attempt got to.
    #[must_use]
    pub fn checkpoint<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(self.job.checkpoint.as_ref()?).ok()
    }

    /// Which attempt this is; one that was given back has its number used again.
    #[must_use]
    pub fn attempt(&self) -> i64 {
        self.job.attempts
    }

    /// The files of this attempt by their ending: `out` is what the job makes, the others are gone when it ends.
    #[must_use]
    pub fn file(&self, ending: &str) -> PathBuf {
        self.file_of(self.job.attempts, ending)
    }

    /// A file of an earlier attempt, whose process may still be writing it.
    #[must_use]
    pub fn file_of(&self, attempt: i64, ending: &str) -> PathBuf {
        self.outcomes.join(Work::file_name(&self.job.id, attempt, ending))
    }

    /// The file with this ending that the latest attempt left.
    #[must_use]
    pub fn left(&self, ending: &str) -> Option<PathBuf> {
        let latest_first = (1..=self.job.attempts).rev();
        latest_first
            .map(|attempt| self.file_of(attempt, ending))
            .find(|file| file.exists())
    }

    /// Sets the number of steps once it is known.
    pub fn set_total(&mut self, total: i64) {
        self.job.total = total;
    }

    /// Whether it is time to note progress; cheap enough for every step.
    #[must_use]
    pub fn is_due(&self) -> bool {
        self.noted.elapsed() >= PACE || self.stopping.load(Ordering::Relaxed)
    }

    /// The parts that are ready. Those whose files are gone, as after a backup was restored, are forgotten, so that they
    /// are made again.
    ///
    /// # Errors
    /// When the database is away.
    pub fn parts(&mut self) -> Result<Vec<Part>, Stop> {
        let noted = self.db.read_platform(|c| queue::parts(c, &self.job.id))?;
        let is_there = |part: &Part| self.outcomes.join(part.file_name(&self.job.id)).exists();
        let (there, gone): (Vec<_>, Vec<_>) = noted.into_iter().partition(is_there);
        if !gone.is_empty() {
            let gone: Vec<i64> = gone.iter().map(|part| part.part).collect();
            self.db
                .write_platform(|c| queue::drop_parts(c, &self.job, &gone))?;
        }
        Ok(there)
    }

    /// Notes a part whose file is finished, so that it can be fetched while the rest is made.
    ///
    /// # Errors
    /// When the work must stop.
    pub fn add_part(&mut self, part: Part) -> Result<(), Stop> {
        let part = Part {
            attempt: self.job.attempts,
            ..part
        };
        match self.db.write_platform(|c| queue::add_part(c, &self.job, &part))? {
            true => Ok(()),
            false => Err(Stop::NotOurs),
        }
    }

    /// Keeps the job while it does something that cannot go on from the middle.
    ///
    /// # Errors
    /// When it is somebody else's now, or the process is going down.
    pub fn hold(&mut self) -> Result<(), Stop> {
        let ours = self.db.write_platform(|c| queue::advance(c, &self.job, None))?;
        self.noted = Instant::now();
        match ours {
            None => Err(Stop::NotOurs),
            Some(_) if self.stopping.load(Ordering::Relaxed) => Err(Stop::Later),
            Some(_) => Ok(()),
        }
    }

    /// Notes how far the work is, and from where it can go on.
    ///
    /// # Errors
    /// When the work must stop.
    pub fn note(&mut self, done: i64, checkpoint: &impl Serialize) -> Result<(), Stop> {
        self.job.done = done;
        if done > self.job.furthest {
            (self.job.furthest, self.job.stalls) = (done, 0);
        }
        let checkpoint = serde_json::to_value(checkpoint).ok();
        let ours = self
            .db
            .write_platform(|c| queue::advance(c, &self.job, checkpoint.as_ref()))?;
        self.noted = Instant::now();
        match (ours, self.stopping.load(Ordering::Relaxed)) {
            (None, _) => return Err(Stop::NotOurs),
            (Some(JobState::Paused), _) => return Err(Stop::Paused),
            (Some(_), true) => return Err(Stop::Later),
            (Some(_), false) => {}
        }
        if room::free(self.outcomes).is_ok_and(|bytes| bytes == 0) {
            return Err(JobError::DiskFull.into());
        }
        let is_over = self.taken.elapsed() >= SLICE;
        if is_over
            && self
                .db
                .read_platform(|c| queue::is_another_waiting(c, &self.job.enterprise_id))?
        {
            return Err(Stop::Turn);
        }
        Ok(())
    }
}
