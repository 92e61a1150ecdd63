//! The queue as runners see it: whose turn it is, who holds a job, and how it ended.

use super::{
    JobError, JobId, JobLane, JobState, Outcome, Part,
    model::Work,
    room::KEEP_DAYS,
    store::{LEASE_SECONDS, NO_INPUT, files_of},
};
use crate::upload;
use db::{
    EnterpriseId, PlatformConn, Stored, each_backend,
    schema::{job_parts, job_turns, jobs},
};
use diesel::{dsl::max, prelude::*};
use kernel::Timestamp;
use serde_json::Value;

type Result<T> = std::result::Result<T, JobError>;

/// How long the outcome is kept. What jobs that ended without one left is removed as soon as no runner can be at it.
const KEEP_SECONDS: i64 = KEEP_DAYS * 24 * 3600;

/// Jobs that nobody works on.
macro_rules! free {
    ($now:expr) => {
        jobs::state
            .eq(JobState::Queued)
            .or(jobs::state.eq(JobState::Running).and(jobs::lease_until.lt($now)))
    };
}

/// Asks whether a job waits in one of these lanes. Reading disturbs nobody, so this can be asked often.
pub(super) fn is_any_free(c: &mut PlatformConn<'_>, lanes: &[JobLane]) -> Result<bool> {
    let waiting = jobs::table
        .filter(free!(c.now()))
        .filter(jobs::lane.eq_any(lanes));
    Ok(diesel::select(diesel::dsl::exists(waiting)).get_result(c.conn())?)
}

/// Asks whether another enterprise waits while one is served.
pub(super) fn is_another_waiting(c: &mut PlatformConn<'_>, served: &EnterpriseId) -> Result<bool> {
    let waiting = jobs::table
        .filter(free!(c.now()))
        .filter(jobs::enterprise_id.ne(served));
    Ok(diesel::select(diesel::dsl::exists(waiting)).get_result(c.conn())?)
}

/// Takes the next job: of the enterprise whose last turn is longest ago; of its jobs a short one first, then the oldest.
/// The guarded update decides when two runners reach for one.
pub(super) fn take(c: &mut PlatformConn<'_>, lanes: &[JobLane]) -> Result<Option<Work>> {
    let now = c.now();
    let next = jobs::table
        .left_join(job_turns::table.on(job_turns::enterprise_id.eq(jobs::enterprise_id)))
        .filter(free!(now))
        .filter(jobs::lane.eq_any(lanes))
        // An enterprise that never had a turn comes first; the two databases sort NULL differently.
        .order((
            job_turns::turn.is_not_null(),
            job_turns::turn,
            jobs::lane.eq(JobLane::Long),
            jobs::id,
        ))
        .select(Work::as_select())
        .first(c.conn())
        .optional()?;
    let Some(job) = next else { return Ok(None) };
    let untouched = jobs::table
        .filter(jobs::id.eq(&job.id))
        .filter(jobs::attempts.eq(job.attempts))
        .filter(free!(now));
    let (attempts, stalls) = (job.attempts + 1, job.stalls + 1);
    let taken = diesel::update(untouched)
        .set((
            jobs::state.eq(JobState::Running),
            jobs::attempts.eq(attempts),
            jobs::stalls.eq(stalls),
            jobs::started_at.eq(job.started_at.unwrap_or(now)),
            jobs::lease_until.eq(now.plus_seconds(LEASE_SECONDS)),
        ))
        .execute(c.conn())?;
    if taken == 0 {
        return Ok(None);
    }
    note_turn(c, &job.enterprise_id)?;
    Ok(Some(Work {
        attempts,
        stalls,
        ..job
    }))
}

/// Puts an enterprise at the end of the line. Two runners may give the same number, and then the older job goes first.
fn note_turn(c: &mut PlatformConn<'_>, enterprise: &EnterpriseId) -> Result<()> {
    let last: Option<i64> = job_turns::table.select(max(job_turns::turn)).first(c.conn())?;
    let turn = job_turns::turn.eq(last.unwrap_or(0) + 1);
    let row = job_turns::table.filter(job_turns::enterprise_id.eq(enterprise));
    if diesel::update(row).set(turn).execute(c.conn())? == 0 {
        let row = (job_turns::enterprise_id.eq(enterprise), turn);
        each_backend!(c.conn(), c => diesel::insert_into(job_turns::table)
            .values(row)
            .on_conflict_do_nothing()
            .execute(c))?;
    }
    Ok(())
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

/// Notes a part that is ready; false when the job is no longer this runner's.
pub(super) fn add_part(c: &mut PlatformConn<'_>, job: &Work, part: &Part) -> Result<bool> {
    let now = c.now();
    let held = diesel::update(held!(job))
        .set((
            jobs::parts_done.eq(jobs::parts_done + 1),
            jobs::lease_until.eq(now.plus_seconds(LEASE_SECONDS)),
        ))
        .execute(c.conn())?;
    if held == 0 {
        return Ok(false);
    }
    let owner = (
        job_parts::job_id.eq(&job.id),
        job_parts::enterprise_id.eq(&job.enterprise_id),
        job_parts::made_at.eq(now),
    );
    diesel::insert_into(job_parts::table)
        .values((owner, part))
        .execute(c.conn())?;
    Ok(true)
}

/// The parts that are noted of a job.
pub(super) fn parts(c: &mut PlatformConn<'_>, job: &JobId) -> Result<Vec<Part>> {
    let rows = job_parts::table
        .filter(job_parts::job_id.eq(job))
        .order(job_parts::part);
    Ok(rows.select(Part::as_select()).load(c.conn())?)
}

/// Forgets parts whose files are gone, so that they are made again.
pub(super) fn drop_parts(c: &mut PlatformConn<'_>, job: &Work, gone: &[i64]) -> Result<()> {
    let rows = job_parts::table
        .filter(job_parts::job_id.eq(&job.id))
        .filter(job_parts::part.eq_any(gone));
    diesel::delete(rows).execute(c.conn())?;
    let left: i64 = job_parts::table
        .filter(job_parts::job_id.eq(&job.id))
        .count()
        .get_result(c.conn())?;
    diesel::update(held!(job))
        .set(jobs::parts_done.eq(left))
        .execute(c.conn())?;
    Ok(())
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
        jobs::furthest.eq(job.furthest),
        jobs::stalls.eq(job.stalls),
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
    let made: i64 = parts(c, &job.id)?.iter().map(|p| p.size).sum();
    let rows = diesel::update(held!(job))
        .set((
            jobs::state.eq(JobState::Succeeded),
            jobs::bytes.eq(outcome.map_or(made, |o| o.size)),
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
            jobs::bytes.eq(0),
            jobs::parts_done.eq(0),
        ))
        .execute(c.conn())?;
    if rows == 0 {
        return Ok(Held::Lost);
    }
    diesel::delete(job_parts::table.filter(job_parts::job_id.eq(&job.id))).execute(c.conn())?;
    Ok(Held::Ended)
}

/// Gives a job back, for this process or the next to go on from its checkpoint; one that was paused stays so.
pub(super) fn give_back(c: &mut PlatformConn<'_>, job: &Work) -> Result<Held> {
    let parked = diesel::update(held!(job, [JobState::Paused]))
        .set((
            jobs::attempts.eq(job.attempts - 1),
            jobs::stalls.eq(0),
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
            jobs::stalls.eq(0),
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
            jobs::bytes.eq(0),
            jobs::parts_done.eq(0),
        ))
        .execute(c.conn())?;
    for (owner, id) in &found {
        diesel::delete(job_parts::table.filter(job_parts::job_id.eq(id))).execute(c.conn())?;
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

/// A part that is ready, whosever it is; the link was checked already.
pub(super) fn find_part(c: &mut PlatformConn<'_>, id: &JobId, part: i64) -> Result<Part> {
    let row = job_parts::table
        .filter(job_parts::job_id.eq(id))
        .filter(job_parts::part.eq(part));
    let found = row.select(Part::as_select()).first(c.conn()).optional()?;
    found.ok_or(JobError::NotFound)
}
