//! Jobs as their enterprise sees them.

use super::{JobError, JobId, JobPartItem, JobState, JobView, OutcomeState, Part, folder, model::Job, store};
use crate::Files;
use db::TenantConn;
use kernel::Timestamp;

/// The address of the file a job made.
pub(super) fn outcome_path(id: &JobId) -> String {
    format!("/outcomes/{id}")
}

/// The address of a part of it.
pub(super) fn part_path(id: &JobId, part: i64) -> String {
    format!("/outcomes/{id}/parts/{part}")
}

/// One job.
pub(super) fn view(c: &mut TenantConn<'_>, job: Job, files: &Files) -> Result<JobView, JobError> {
    let found = view_all(c, vec![job], files)?;
    found.into_iter().next().ok_or(JobError::NotFound)
}

/// Jobs, and whether what they made is still on the disk.
pub(super) fn view_all(
    c: &mut TenantConn<'_>,
    jobs: Vec<Job>,
    files: &Files,
) -> Result<Vec<JobView>, JobError> {
    let in_parts: Vec<JobId> = jobs
        .iter()
        .filter(|j| j.parts > 0)
        .map(|j| j.id.clone())
        .collect();
    let parts = match in_parts.is_empty() {
        true => Default::default(),
        false => store::parts_of(c, &in_parts)?,
    };
    let now = c.now();
    let views = jobs.into_iter().map(|job| {
        let of_job = parts.get(&job.id).map_or(&[][..], Vec::as_slice);
        let state = outcome_state(&job, of_job, files, now);
        view_of(job, state, files, now)
    });
    Ok(views.collect())
}

fn outcome_state(job: &Job, parts: &[Part], files: &Files, now: Timestamp) -> Option<OutcomeState> {
    if job.state != JobState::Succeeded {
        return None;
    }
    let is_kept = job.expires_at.is_some_and(|until| until > now);
    Some(match is_kept {
        false => OutcomeState::Removed,
        true if folder::is_whole(&files.outcomes, job, parts) => OutcomeState::Ready,
        true => OutcomeState::Lost,
    })
}

fn view_of(job: Job, state: Option<OutcomeState>, files: &Files, now: Timestamp) -> JobView {
    let outcome = job.outcome.and_then(|o| o.read().value);
    let is_ready = state == Some(OutcomeState::Ready);
    JobView {
        download_url: outcome
            .as_ref()
            .filter(|_| is_ready)
            .map(|_| files.links.sign(&outcome_path(&job.id), now)),
        expires_at: job
            .expires_at
            .filter(|_| state.is_some_and(|s| s != OutcomeState::Removed)),
        id: job.id,
        kind: job.kind,
        title: job.title,
        state: job.state,
        done: job.done,
        total: job.total,
        outcome,
        error_code: job.error_code,
        created_at: job.created_at,
        started_at: job.started_at,
        finished_at: job.finished_at,
        outcome_state: state,
        bytes: job.bytes,
        parts: job.parts,
        parts_done: job.parts_done,
        is_repeatable: job.request.is_some(),
    }
}

/// A part; one whose file is gone has no link.
pub(super) fn view_part(id: &JobId, part: Part, files: &Files, now: Timestamp) -> JobPartItem {
    let is_there = files.outcomes.join(part.file_name(id)).exists();
    JobPartItem {
        download_url: is_there.then(|| files.links.sign(&part_path(id, part.part), now)),
        part: part.part,
        first: part.first,
        last: part.last,
        name: part.name,
        size: part.size,
        sha256: part.sha256,
    }
}
