//! Looking at background work, stopping it, and fetching what it made.

use super::{
    JobError, JobId, JobState, JobView,
    model::{Job, Work},
    store,
};
use crate::{
    Answer, Files, ListQuery, Problem, PublicScope, Query, Scope,
    permission::JobManage,
    upload::{Signature, api::serve},
};
use actix_web::{
    HttpRequest, HttpResponse, get, post,
    web::{Json, Path},
};
use kernel::{Page, Timestamp};
use serde::Deserialize;
use utoipa::IntoParams;

/// Which jobs are wanted.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct JobFilter {
    /// 状态
    #[param(inline)]
    pub state: Option<JobState>,
}

/// 任务列表
///
/// Lists the background work of one's enterprise, newest first.
#[utoipa::path(
    tag = "jobs", params(crate::PageQuery, JobFilter), security(("bearer" = ["job.manage"])),
    responses((status = 200, description = "任务", body = Page<JobView>))
)]
#[get("/jobs")]
pub async fn list_jobs(
    scope: Scope<JobManage>,
    files: Files,
    query: ListQuery<JobFilter>,
) -> Result<Json<Page<JobView>>, Problem> {
    let (page, state) = (query.page, query.filter.state);
    let (jobs, total) = scope
        .read(move |c| store::list(c, state, page.offset(), page.size()))
        .await?;
    let now = scope.now();
    Ok(Json(page.of(
        jobs.into_iter().map(|j| view(j, &files, now)).collect(),
        total,
    )))
}

/// 查看任务
///
/// Shows one job with its progress and, once done, a link to what it made.
#[utoipa::path(
    tag = "jobs", security(("bearer" = ["job.manage"])),
    params(("id" = String, Path, description = "任务编号", format = "uuid")),
    responses((status = 200, description = "任务", body = JobView))
)]
#[get("/jobs/{id}")]
pub async fn find_job(
    scope: Scope<JobManage>,
    files: Files,
    id: Path<JobId>,
) -> Result<Json<JobView>, Problem> {
    let job = scope.read(move |c| store::find(c, &id)).await?;
    Ok(Json(view(job, &files, scope.now())))
}

/// 取消任务
///
/// Stops a job that has not ended.
#[utoipa::path(
    tag = "jobs", security(("bearer" = ["job.manage"])),
    params(("id" = String, Path, description = "任务编号", format = "uuid")),
    responses((status = 200, description = "已取消的任务", body = JobView))
)]
#[post("/jobs/{id}/cancel")]
pub async fn cancel_job(
    scope: Scope<JobManage>,
    files: Files,
    id: Path<JobId>,
) -> Result<HttpResponse, Problem> {
    let job = scope.once(move |c| store::cancel(c, &id).map(|job| Answer::ok(view(job, &files, c.now()))));
    job.await
}

/// 暂停任务
///
/// Holds a job that waits or runs; what is made already is kept.
#[utoipa::path(
    tag = "jobs", security(("bearer" = ["job.manage"])),
    params(("id" = String, Path, description = "任务编号", format = "uuid")),
    responses((status = 200, description = "已暂停的任务", body = JobView))
)]
#[post("/jobs/{id}/pause")]
pub async fn pause_job(
    scope: Scope<JobManage>,
    files: Files,
    id: Path<JobId>,
) -> Result<HttpResponse, Problem> {
    let job = scope.once(move |c| store::pause(c, &id).map(|job| Answer::ok(view(job, &files, c.now()))));
    job.await
}

/// 继续任务
///
/// Lets a paused job go on from where it was.
#[utoipa::path(
    tag = "jobs", security(("bearer" = ["job.manage"])),
    params(("id" = String, Path, description = "任务编号", format = "uuid")),
    responses((status = 200, description = "继续的任务", body = JobView))
)]
#[post("/jobs/{id}/resume")]
pub async fn resume_job(
    scope: Scope<JobManage>,
    files: Files,
    id: Path<JobId>,
) -> Result<HttpResponse, Problem> {
    let job = scope.once(move |c| store::resume(c, &id).map(|job| Answer::ok(view(job, &files, c.now()))));
    job.await
}

/// Serves the file a job made to whoever holds a live link.
#[get("/outcomes/{id}")]
pub async fn download_outcome(
    scope: PublicScope,
    files: Files,
    req: HttpRequest,
    id: Path<JobId>,
    query: Query<Signature>,
) -> Result<HttpResponse, Problem> {
    let id = id.into_inner();
    if !files.links_to(&path(&id), &query.0, scope.now()) {
        return Err(JobError::NotFound.into());
    }
    let (id, attempt, outcome) = scope.read(move |c| store::find_outcome(c, id)).await?;
    let file = files.outcomes.join(Work::file_name(&id, attempt, "out"));
    serve(
        &req,
        (&file, id.as_str()),
        &outcome.name,
        &outcome.media_type,
        "private, no-store",
    )
}

fn path(id: &JobId) -> String {
    format!("/outcomes/{id}")
}

fn view(job: Job, files: &Files, now: Timestamp) -> JobView {
    let outcome = job.outcome.and_then(|o| o.read().value);
    JobView {
        download_url: outcome.as_ref().map(|_| files.links.sign(&path(&job.id), now)),
        expires_at: outcome.as_ref().and(job.expires_at),
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
    }
}
