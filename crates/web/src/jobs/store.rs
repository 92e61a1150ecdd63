//! What an enterprise does with its jobs.

use super::{JobError, JobId, JobState, NewJob, Part, Room, model::Job};
use crate::{
    PageQuery,
    upload::{self, Dropped, FileOwner},
};
use db::{
    TenantConn,
    schema::{job_parts, jobs},
};
use diesel::prelude::*;
use kernel::Timestamp;
use std::collections::BTreeMap;

type Result<T> = std::result::Result<T, JobError>;

/// How many jobs of one enterprise may wait.
const MAX_WAITING: i64 = 20;

/// What is left of the input once it is not needed any more: it can be large, and name customers.
pub(super) const NO_INPUT: &str = "null";

/// How long a runner may be silent before its job is given to another.
pub(super) const LEASE_SECONDS: i64 = 15;

/// Puts a job on the queue, in the transaction of whoever asks for it.
///
/// # Errors
/// When too many are waiting, there is no room for what it makes, or the database fails.
pub fn enqueue(c: &mut TenantConn<'_>, new: &NewJob, room: &Room) -> Result<JobId> {
    room.judge(new.bytes)?;
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
        jobs::request.eq(Some(new.request.to_string())),
        jobs::total.eq(new.total),
        jobs::lane.eq(new.lane),
        jobs::bytes.eq(new.bytes),
        jobs::parts.eq(new.parts),
    );
    let state = (
        jobs::state.eq(JobState::Queued),
        jobs::done.eq(0),
        jobs::checkpoint.eq(None::<String>),
        jobs::outcome.eq(None::<String>),
        jobs::error_code.eq(None::<String>),
        jobs::attempts.eq(0),
        jobs::parts_done.eq(0),
        jobs::furthest.eq(0),
        jobs::stalls.eq(0),
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

pub(super) fn files_of(id: &JobId) -> FileOwner {
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
            jobs::bytes.eq(0),
            jobs::parts_done.eq(0),
        ))
        .execute(c)?;
    let job = find(c, id)?;
    if ended == 1 {
        forget_parts(c, id)?;
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

/// Takes what a job made off the list; its files are for the caller to remove.
pub(super) fn delete_outcome(c: &mut TenantConn<'_>, id: &JobId) -> Result<()> {
    let now = c.now();
    let made = c
        .rows(jobs::table)
        .filter(jobs::id.eq(id))
        .filter(jobs::state.eq(JobState::Succeeded));
    // The chore removes what is left if this process dies before it has.
    let deleted = db::update(made)
        .set((
            jobs::outcome.eq(None::<String>),
            jobs::expires_at.eq(Some(now)),
            jobs::bytes.eq(0),
            jobs::parts_done.eq(0),
        ))
        .execute(c)?;
    find(c, id)?;
    if deleted == 0 {
        return Err(JobError::NotEnded);
    }
    forget_parts(c, id)
}

fn forget_parts(c: &mut TenantConn<'_>, id: &JobId) -> Result<()> {
    let rows = c.rows(job_parts::table).filter(job_parts::job_id.eq(id));
    db::delete(rows).execute(c)?;
    Ok(())
}

/// What a job of one of these kinds was asked for.
///
/// # Errors
/// When there is no such job, or it was queued before requests were kept.
pub fn find_request(c: &mut TenantConn<'_>, id: &JobId) -> Result<(String, String)> {
    let row = c
        .rows(jobs::table)
        .filter(jobs::id.eq(id))
        .select((jobs::kind, jobs::request));
    let found: Option<(String, Option<String>)> = row.first(c).optional()?;
    let (kind, request) = found.ok_or(JobError::NotFound)?;
    Ok((kind, request.ok_or(JobError::NotRepeatable)?))
}

/// The parts of a job that are ready, in their order.
pub(super) fn list_parts(c: &mut TenantConn<'_>, id: &JobId, page: PageQuery) -> Result<(Vec<Part>, i64)> {
    let job = find(c, id)?;
    let rows = c
        .rows(job_parts::table)
        .filter(job_parts::job_id.eq(id))
        .select(Part::as_select())
        .order(job_parts::part);
    Ok((
        rows.offset(page.offset()).limit(page.size()).load(c)?,
        job.parts_done,
    ))
}

/// The parts that are ready, by job.
pub(super) fn parts_of(c: &mut TenantConn<'_>, ids: &[JobId]) -> Result<BTreeMap<JobId, Vec<Part>>> {
    let rows = c
        .rows(job_parts::table)
        .filter(job_parts::job_id.eq_any(ids))
        .select((job_parts::job_id, Part::as_select()));
    let found: Vec<(JobId, Part)> = rows.order((job_parts::job_id, job_parts::part)).load(c)?;
    let mut by_job: BTreeMap<JobId, Vec<Part>> = BTreeMap::new();
    for (job, part) in found {
        by_job.entry(job).or_default().push(part);
    }
    Ok(by_job)
}
