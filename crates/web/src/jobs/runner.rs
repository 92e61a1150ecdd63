use super::{
    JobError, JobKind, JobLane, Running, Stop, folder,
    model::Work,
    queue_store::{self as queue, Held},
};
use crate::give_way;
use db::Db;
use kernel::Coded;
use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

/// Regular housekeeping of a domain.
pub type Chore = Box<dyn Fn(&Db) + Send + Sync>;

/// Work that waits for others, such as a mail server, and so has a thread of its own. It is told when to stop.
pub type Errand = Box<dyn Fn(&Db, &AtomicBool) + Send + Sync>;

/// Does the queued work of all enterprises in turns. One thread takes whatever waits, a second only what is short, so that
/// nobody waits for somebody else's long job; and a long one goes back into the queue after a slice of time when another
/// enterprise waits.
pub struct Runner {
    db: Db,
    outcomes: PathBuf,
    kinds: Vec<Box<dyn JobKind>>,
    chores: Vec<Chore>,
    errands: Vec<(&'static str, Errand)>,
}

/// A runner at work; it stops when this is dropped.
pub struct RunnerHandle {
    stopping: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
}

/// How often the queue is looked at when it was empty.
const POLL: Duration = Duration::from_millis(300);

/// How often the chores are done.
const CHORES: Duration = Duration::from_secs(600);

/// After so many starts in a row that got no further a job is given up: it probably brings the process down.
const MAX_STALLS: i64 = 5;

impl Runner {
    /// A runner on this database that writes outcomes into this folder.
    #[must_use]
    pub fn new(db: Db, outcomes: PathBuf) -> Self {
        Self {
            db,
            outcomes,
            kinds: vec![],
            chores: vec![],
            errands: vec![],
        }
    }

    /// Teaches it a kind of work.
    #[must_use]
    pub fn kind(mut self, kind: impl JobKind + 'static) -> Self {
        self.kinds.push(Box::new(kind));
        self
    }

    /// The names of the kinds of work it knows.
    pub fn kinds(&self) -> impl Iterator<Item = &str> {
        self.kinds.iter().map(|kind| kind.name())
    }

    /// Gives it a chore.
    #[must_use]
    pub fn chore(mut self, chore: impl Fn(&Db) + Send + Sync + 'static) -> Self {
        self.chores.push(Box::new(chore));
        self
    }

    /// Gives it an errand, which is run again and again on a thread of this name.
    #[must_use]
    pub fn errand(
        mut self,
        name: &'static str,
        errand: impl Fn(&Db, &AtomicBool) + Send + Sync + 'static,
    ) -> Self {
        self.errands.push((name, Box::new(errand)));
        self
    }

    /// Starts it.
    ///
    /// # Errors
    /// When a thread cannot be started.
    pub fn start(self) -> std::io::Result<RunnerHandle> {
        let stopping = Arc::new(AtomicBool::new(false));
        let runner = Arc::new(self);
        let mut threads = vec![];
        for (index, (name, _)) in runner.errands.iter().enumerate() {
            let (runner, stopping) = (Arc::clone(&runner), Arc::clone(&stopping));
            let thread = thread::Builder::new().name((*name).to_owned());
            threads.push(thread.spawn(move || runner.run_errand(index, &stopping))?);
        }
        for (name, work) in [
            ("jobs", Self::work as fn(&Self, &AtomicBool)),
            ("short jobs", Self::work_on_short),
            ("chores", Self::tidy),
        ] {
            let (runner, stopping) = (Arc::clone(&runner), Arc::clone(&stopping));
            threads.push(thread::Builder::new().name(name.to_owned()).spawn(move || {
                give_way();
                work(&runner, &stopping)
            })?);
        }
        Ok(RunnerHandle { stopping, threads })
    }

    fn run_errand(&self, index: usize, stopping: &AtomicBool) {
        let Some((_, errand)) = self.errands.get(index) else {
            return;
        };
        give_way();
        while !stopping.load(Ordering::Relaxed) {
            errand(&self.db, stopping);
            thread::park_timeout(POLL);
        }
    }

    fn work(&self, stopping: &AtomicBool) {
        self.work_in(&[JobLane::Short, JobLane::Long], stopping);
    }

    fn work_on_short(&self, stopping: &AtomicBool) {
        self.work_in(&[JobLane::Short], stopping);
    }

    fn work_in(&self, lanes: &[JobLane], stopping: &AtomicBool) {
        while !stopping.load(Ordering::Relaxed) {
            match self.next(lanes) {
                Ok(Some(job)) => self.run(job, stopping),
                Ok(None) => thread::park_timeout(POLL),
                Err(error) => {
                    tracing::warn!(%error, "the queue of jobs cannot be read");
                    thread::park_timeout(POLL * 10);
                }
            }
        }
    }

    fn next(&self, lanes: &[JobLane]) -> Result<Option<Work>, JobError> {
        if !self.db.read_platform(|c| queue::is_any_free(c, lanes))? {
            return Ok(None);
        }
        self.db.write_platform(|c| queue::take(c, lanes))
    }

    fn run(&self, job: Work, stopping: &AtomicBool) {
        let kind = self.kinds.iter().find(|k| k.name() == job.kind);
        let mut running = Running {
            db: &self.db,
            job,
            stopping,
            outcomes: &self.outcomes,
            noted: Instant::now(),
            taken: Instant::now(),
        };
        let ended = match kind {
            _ if running.job.stalls > MAX_STALLS => Err(Stop::Failed("job.too_many_attempts".to_owned())),
            None => Err(Stop::Failed("job.unknown_kind".to_owned())),
            Some(kind) => {
                let run = std::panic::AssertUnwindSafe(|| kind.run(&mut running));
                std::panic::catch_unwind(run)
                    .unwrap_or_else(|_panic| Err(Stop::Failed("internal".to_owned())))
            }
        };
        let job = &running.job;
        let mine = Work::file_name(&job.id, job.attempts, "");
        let noted = match ended {
            Ok(outcome) => self
                .db
                .write_platform(|c| queue::succeed(c, job, outcome.as_ref())),
            Err(Stop::Failed(code)) => {
                // First, as it may be this very file that leaves the database no room to note it.
                folder::remove(&self.outcomes, &mine, &[]);
                self.db.write_platform(|c| queue::fail(c, job, &code))
            }
            Err(Stop::Paused | Stop::Later | Stop::Turn) => {
                self.db.write_platform(|c| queue::give_back(c, job))
            }
            Err(Stop::NotOurs) => Ok(Held::Lost),
        };
        match noted {
            Ok(Held::Ended) => {
                let out = Work::file_name(&job.id, job.attempts, "out");
                self.remove_but_parts(job, &format!("{}.", job.id), Some(out));
            }
            Ok(Held::Lost) => self.remove_but_parts(job, &mine, None),
            Ok(Held::Open) => {}
            Err(error) => {
                // The lease runs out and the job is taken up again from its checkpoint.
                tracing::warn!(job = %job.id, %error, "the end of a job could not be noted");
                thread::sleep(POLL);
            }
        }
    }

    fn tidy(&self, stopping: &AtomicBool) {
        let mut next = Instant::now();
        while !stopping.load(Ordering::Relaxed) {
            if Instant::now() >= next {
                next = Instant::now() + CHORES;
                if let Err(error) = self.remove_expired() {
                    tracing::warn!(code = error.code(), %error, "expired outcomes could not be removed");
                }
                for chore in &self.chores {
                    chore(&self.db);
                }
            }
            thread::park_timeout(POLL);
        }
    }

    fn remove_expired(&self) -> Result<(), JobError> {
        for id in self.db.write_platform(queue::take_expired)? {
            folder::remove_all(&self.outcomes, &id);
        }
        Ok(())
    }

    /// Removes the files of a job whose names begin so, but for parts that are noted, whichever attempt made them.
    fn remove_but_parts(&self, job: &Work, start: &str, keep: Option<String>) {
        match self.db.read_platform(|c| queue::parts(c, &job.id)) {
            Ok(parts) => {
                let mut kept: Vec<String> = parts.iter().map(|part| part.file_name(&job.id)).collect();
                kept.extend(keep);
                folder::remove(&self.outcomes, start, &kept);
            }
            // They stay until the outcome expires.
            Err(error) => tracing::warn!(job = %job.id, %error, "files of a job could not be removed"),
        }
    }
}

impl RunnerHandle {
    /// Asks the work to stop at its next step and waits for it.
    pub fn stop(mut self) {
        self.halt();
    }

    fn halt(&mut self) {
        self.stopping.store(true, Ordering::Relaxed);
        for thread in self.threads.drain(..) {
            // It may be waiting for work.
            thread.thread().unpark();
            if thread.join().is_err() {
                tracing::error!("a runner thread panicked");
            }
        }
    }
}

impl Drop for RunnerHandle {
    fn drop(&mut self) {
        self.halt();
    }
}
