use super::{
    JobError, JobId, JobState, NewJob, Outcome,
    model::{Job, Work},
};
use crate::upload::{self, Dropped, FileOwner};
use db::{EnterpriseId, PlatformConn, Stored, TenantConn, schema::jobs};
use diesel::prelude::*;
use kernel::Timestamp;
use serde_json::Value;

type Result<T> = std::result::Result<T, JobError>;

/// How many jobs of one enterprise may wait.
const MAX_WAITING: i64 = 20;

/// What is left of the input once it is not needed any more: it can be large, and name customers.
const NO_INPUT: &str = "null";

/// How long a runner may be silent before its job is given to another.
pub(super) const LEASE_SECONDS: i64 = 15;

/// How long the outcome is kept. What jobs that ended without one left is removed as soon as no runner can be at it.
const KEEP_SECONDS: i64 = 7 * 24 * 3600;

/// Puts a job on the queue, in the transaction of whoever asks for it.
///
/// # Errors
/// When too many are waiting, or the database fails.
pub fn enqueue(c: &mut TenantConn<'_>, new: &NewJob) -> Result<JobId> {
    let waiting = c.rows(jobs::table).filter(jobs::state.eq_any([
        JobState::Queued,
        JobState::Running,
        JobState::Paused,
    ]));
    if waiting.count().get_result::<i64>(c)? >= MAX_WAITING {
        return Err(JobError::TooMany { limit: MAX_WAITING });
    }
    let (now, id) = (c.now(), JobId::new());
    let work = (
        jobs::account_id.eq(&new.account),
        jobs::kind.eq(new.kind),
        jobs::title.eq(&new.title),
        jobs::input.eq(new.input.to_string()),
        jobs::total.eq(new.total),
    );
    let state = (
        jobs::state.eq(JobState::Queued),
        jobs::done.eq(0),
        jobs::checkpoint.eq(None::<String>),
        jobs::outcome.eq(None::<String>),
        jobs::error_code.eq(None::<String>),
        jobs::attempts.eq(0),
    );
    let times = (
        jobs::lease_until.eq(None::<Timestamp>),
        jobs::created_at.eq(now),
        jobs::started_at.eq(None::<Timestamp>),
        jobs::finished_at.eq(None::<Timestamp>),
        jobs::expires_at.eq(None::<Timestamp>),
    );
    c.insert(jobs::table, (jobs::id.eq(&id), work, state, times))?;
    upload::keep(c, &files_of(&id), &new.files, Dropped::Release)?;
    Ok(id)
}

fn files_of(id: &JobId) -> FileOwner {
    FileOwner::new("job", id)
}

pub(super) fn find(c: &mut TenantConn<'_>, id: &JobId) -> Result<Job> {
    let row = c
        .rows(jobs::table)
        .filter(jobs::id.eq(id))
        .select(Job::as_select());
    row.first(c).optional()?.ok_or(JobError::NotFound)
}

pub(super) fn list(
    c: &mut TenantConn<'_>,
    state: Option<JobState>,
    offset: i64,
    limit: i64,
) -> Result<(Vec<Job>, i64)> {
    let wanted: Vec<JobState> = state.map_or_else(|| JobState::ALL.to_vec(), |s| vec![s]);
    let total = c
        .rows(jobs::table)
        .filter(jobs::state.eq_any(&wanted))
        .count()
        .get_result(c)?;
    let rows = c
        .rows(jobs::table)
        .filter(jobs::state.eq_any(&wanted))
        .select(Job::as_select());
    Ok((
        rows.order(jobs::id.desc()).offset(offset).limit(limit).load(c)?,
        total,
    ))
}

pub(super) fn cancel(c: &mut TenantConn<'_>, id: &JobId) -> Result<Job> {
    let now = c.now();
    let open = c
        .rows(jobs::table)
        .filter(jobs::id.eq(id))
        .filter(jobs::state.eq_any([JobState::Queued, JobState::Running, JobState::Paused]));
    let ended = db::update(open)
        .set((
            jobs::state.eq(JobState::Cancelled),
            jobs::input.eq(NO_INPUT),
            jobs::finished_at.eq(now),
            jobs::expires_at.eq(now.plus_seconds(LEASE_SECONDS)),
        ))
        .execute(c)?;
    let job = find(c, id)?;
    if ended == 1 {
        Ok(job)
    } else {
        Err(JobError::Finished)
    }
}

/// Holds a job. Whoever works on it notices with the next progress it notes, and keeps its lease until then.
pub(super) fn pause(c: &mut TenantConn<'_>, id: &JobId) -> Result<Job> {
    let open = c
        .rows(jobs::table)
        .filter(jobs::id.eq(id))
        .filter(jobs::state.eq_any([JobState::Queued, JobState::Running]));
    let held = db::update(open)
        .set(jobs::state.eq(JobState::Paused))
        .execute(c)?;
    let job = find(c, id)?;
    if held == 1 {
        Ok(job)
    } else {
        Err(JobError::NotRunning)
    }
}

/// Lets a job go on: with whoever has not yet noticed that it was paused, or with the next who is free.
pub(super) fn resume(c: &mut TenantConn<'_>, id: &JobId) -> Result<Job> {
    let now = c.now();
    let paused = c
        .rows(jobs::table)
        .filter(jobs::id.eq(id))
        .filter(jobs::state.eq(JobState::Paused));
    let leased = paused.filter(jobs::lease_until.is_not_null().and(jobs::lease_until.ge(now)));
    let mut resumed = db::update(leased)
        .set(jobs::state.eq(JobState::Running))
        .execute(c)?;
    if resumed == 0 {
        let paused = c
            .rows(jobs::table)
            .filter(jobs::id.eq(id))
            .filter(jobs::state.eq(JobState::Paused));
        resumed = db::update(paused)
            .set(jobs::state.eq(JobState::Queued))
            .execute(c)?;
    }
    let job = find(c, id)?;
    if resumed == 1 {
        Ok(job)
    } else {
        Err(JobError::NotPaused)
    }
}

/// Takes the oldest job that nobody works on. The guarded update decides when two runners reach for one.
pub(super) fn take(c: &mut PlatformConn<'_>) -> Result<Option<Work>> {
    let now = c.now();
    let free = jobs::state
        .eq(JobState::Queued)
        .or(jobs::state.eq(JobState::Running).and(jobs::lease_until.lt(now)));
    let next = jobs::table
        .filter(free)
        .order(jobs::id)
        .select(Work::as_select())
        .first(c.conn())
        .optional()?;
    let Some(job) = next else { return Ok(None) };
    let untouched = jobs::table
        .filter(jobs::id.eq(&job.id))
        .filter(jobs::attempts.eq(job.attempts))
        .filter(free);
    let taken = diesel::update(untouched)
        .set((
            jobs::state.eq(JobState::Running),
            jobs::attempts.eq(job.attempts + 1),
            jobs::started_at.eq(job.started_at.unwrap_or(now)),
            jobs::lease_until.eq(now.plus_seconds(LEASE_SECONDS)),
        ))
        .execute(c.conn())?;
    Ok((taken == 1).then_some(Work {
        attempts: job.attempts + 1,
        ..job
    }))
}

/// The rows of a job that is still this runner's.
macro_rules! held {
    ($job:expr, $states:expr) => {
        jobs::table
            .filter(jobs::id.eq(&$job.id))
            .filter(jobs::state.eq_any($states))
            .filter(jobs::attempts.eq($job.attempts))
    };
    // A pause that comes when the work is done comes too late.
    ($job:expr) => {
        held!($job, [JobState::Running, JobState::Paused])
    };
}

/// What became of a job at its runner's word.
pub(super) enum Held {
    /// It has ended.
    Ended,
    /// It will go on.
    Open,
    /// It was no longer this runner's.
    Lost,
}

/// Notes progress and renews the lease; the state tells whether to go on, and nothing that the job is no longer this
/// runner's.
pub(super) fn advance(
    c: &mut PlatformConn<'_>,
    job: &Work,
    checkpoint: Option<&Value>,
) -> Result<Option<JobState>> {
    let lease = c.now().plus_seconds(LEASE_SECONDS);
    let progress = (
        jobs::done.eq(job.done),
        jobs::total.eq(job.total),
        jobs::lease_until.eq(lease),
    );
    let updated = match checkpoint {
        Some(at) => {
            let at = jobs::checkpoint.eq(Some(at.to_string()));
            diesel::update(held!(job)).set((progress, at)).execute(c.conn())?
        }
        None => diesel::update(held!(job)).set(progress).execute(c.conn())?,
    };
    if updated == 0 {
        return Ok(None);
    }
    Ok(Some(
        jobs::table.find(&job.id).select(jobs::state).first(c.conn())?,
    ))
}

pub(super) fn succeed(c: &mut PlatformConn<'_>, job: &Work, outcome: Option<&Outcome>) -> Result<Held> {
    let now = c.now();
    let rows = diesel::update(held!(job))
        .set((
            jobs::state.eq(JobState::Succeeded),
            jobs::done.eq(job.total),
            jobs::input.eq(NO_INPUT),
            jobs::outcome.eq(outcome.map(Stored::of)),
            jobs::finished_at.eq(now),
            jobs::expires_at.eq(now.plus_seconds(KEEP_SECONDS)),
        ))
        .execute(c.conn())?;
    Ok(if rows == 1 { Held::Ended } else { Held::Lost })
}

pub(super) fn fail(c: &mut PlatformConn<'_>, job: &Work, code: &str) -> Result<Held> {
    let now = c.now();
    let rows = diesel::update(held!(job))
        .set((
            jobs::state.eq(JobState::Failed),
            jobs::error_code.eq(code),
            jobs::input.eq(NO_INPUT),
            jobs::finished_at.eq(now),
            jobs::expires_at.eq(now.plus_seconds(LEASE_SECONDS)),
        ))
        .execute(c.conn())?;
    Ok(if rows == 1 { Held::Ended } else { Held::Lost })
}

/// Gives a job back, for this process or the next to go on from its checkpoint; one that was paused stays so.
pub(super) fn give_back(c: &mut PlatformConn<'_>, job: &Work) -> Result<Held> {
    let parked = diesel::update(held!(job, [JobState::Paused]))
        .set((
            jobs::attempts.eq(job.attempts - 1),
            jobs::lease_until.eq(None::<Timestamp>),
        ))
        .execute(c.conn())?;
    if parked == 1 {
        return Ok(Held::Open);
    }
    let rows = diesel::update(held!(job, [JobState::Running]))
        .set((
            jobs::state.eq(JobState::Queued),
            jobs::attempts.eq(job.attempts - 1),
            jobs::lease_until.eq(None::<Timestamp>),
        ))
        .execute(c.conn())?;
    Ok(if rows == 1 { Held::Open } else { Held::Lost })
}

/// Jobs whose outcome is past its time, or that ended without one; what they read is let go.
pub(super) fn take_expired(c: &mut PlatformConn<'_>) -> Result<Vec<JobId>> {
    let now = c.now();
    let over = jobs::table.filter(jobs::expires_at.le(now));
    let found: Vec<(EnterpriseId, JobId)> = over.select((jobs::enterprise_id, jobs::id)).load(c.conn())?;
    diesel::update(over)
        .set((
            jobs::outcome.eq(None::<String>),
            jobs::expires_at.eq(None::<Timestamp>),
        ))
        .execute(c.conn())?;
    for (owner, id) in &found {
        upload::drop_all(&mut c.acting_for(owner), &files_of(id))?;
    }
    Ok(found.into_iter().map(|(_, id)| id).collect())
}

/// What a job made and by which attempt, whosever it is; the link was checked already.
pub(super) fn find_outcome(c: &mut PlatformConn<'_>, id: JobId) -> Result<(JobId, i64, Outcome)> {
    let row = jobs::table
        .find(&id)
        .filter(jobs::state.eq(JobState::Succeeded))
        .select((jobs::attempts, jobs::outcome));
    let made: Option<(i64, Option<Stored<Outcome>>)> = row.first(c.conn()).optional()?;
    let made = made.and_then(|(attempt, outcome)| Some((id, attempt, outcome?.read().value?)));
    made.ok_or(JobError::NotFound)
}
