//! Looking at background work, stopping it, and fetching what it made.

use super::{
    JobError, JobId, JobPartItem, JobState, JobView, Part, folder,
    model::Work,
    queue_store as queue, store,
    view::{outcome_path, part_path, view, view_all, view_part},
};
use crate::{
    Answer, Files, ListQuery, PageQuery, Problem, PublicScope, Query, Scope, blocking,
    permission::JobManage,
    upload::{Signature, api::serve},
};
use actix_web::{
    HttpRequest, HttpResponse, delete, get, post,
    web::{Json, Path},
};
use kernel::Page;
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
    let listed = scope.read(move |c| {
        let (jobs, total) = store::list(c, state, page.offset(), page.size())?;
        Ok::<_, JobError>(page.of(view_all(c, jobs, &files)?, total))
    });
    Ok(Json(listed.await?))
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
    let found = scope.read(move |c| {
        let job = store::find(c, &id)?;
        view(c, job, &files)
    });
    Ok(Json(found.await?))
}

/// 任务分段
///
/// Lists the parts of a job's outcome that are ready, each with a link; those of a job that runs can be fetched already.
#[utoipa::path(
    tag = "jobs", security(("bearer" = ["job.manage"])),
    params(("id" = String, Path, description = "任务编号", format = "uuid"), PageQuery),
    responses((status = 200, description = "分段", body = Page<JobPartItem>))
)]
#[get("/jobs/{id}/parts")]
pub async fn list_job_parts(
    scope: Scope<JobManage>,
    files: Files,
    id: Path<JobId>,
    page: Query<PageQuery>,
) -> Result<Json<Page<JobPartItem>>, Problem> {
    let listed = scope.read(move |c| {
        let (parts, total) = store::list_parts(c, &id, page.0)?;
        let now = c.now();
        let items = parts.into_iter().map(|part| view_part(&id, part, &files, now));
        Ok::<_, JobError>(page.0.of(items.collect(), total))
    });
    Ok(Json(listed.await?))
}

/// 删除任务文件
///
/// Deletes what a job made, and gives its room back; the job stays in the list and can be made again.
#[utoipa::path(
    tag = "jobs", security(("bearer" = ["job.manage"])),
    params(("id" = String, Path, description = "任务编号", format = "uuid")),
    responses((status = 204, description = "已删除"))
)]
#[delete("/jobs/{id}/outcome")]
pub async fn delete_job_outcome(
    scope: Scope<JobManage>,
    files: Files,
    id: Path<JobId>,
) -> Result<HttpResponse, Problem> {
    let gone = id.clone();
    scope.write(move |c| store::delete_outcome(c, &id)).await?;
    blocking(move || {
        folder::remove_all(&files.outcomes, &gone);
        Ok::<_, JobError>(())
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
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
    let job = scope.once(move |c| {
        let job = store::cancel(c, &id)?;
        view(c, job, &files).map(Answer::ok)
    });
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
    let job = scope.once(move |c| {
        let job = store::pause(c, &id)?;
        view(c, job, &files).map(Answer::ok)
    });
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
    let job = scope.once(move |c| {
        let job = store::resume(c, &id)?;
        view(c, job, &files).map(Answer::ok)
    });
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
    if !files.links_to(&outcome_path(&id), &query.0, scope.now()) {
        return Err(JobError::NotFound.into());
    }
    let (id, attempt, outcome) = scope.read(move |c| queue::find_outcome(c, id)).await?;
    let file = files.outcomes.join(Work::file_name(&id, attempt, "out"));
    give(&req, &file, id.as_str(), (&outcome.name, &outcome.media_type))
}

/// Serves a part of what a job made or is making to whoever holds a live link.
#[get("/outcomes/{id}/parts/{part}")]
pub async fn download_part(
    scope: PublicScope,
    files: Files,
    req: HttpRequest,
    at: Path<(JobId, i64)>,
    query: Query<Signature>,
) -> Result<HttpResponse, Problem> {
    let (id, number) = at.into_inner();
    if !files.links_to(&part_path(&id, number), &query.0, scope.now()) {
        return Err(JobError::NotFound.into());
    }
    let job = id.clone();
    let part: Part = scope.read(move |c| queue::find_part(c, &job, number)).await?;
    let file = files.outcomes.join(part.file_name(&id));
    let tag = format!("{id}.{number}");
    give(&req, &file, &tag, (&part.name, &part.media_type))
}

/// Streams a file of an outcome. One that is not there was lost by the disk, not by the link.
fn give(
    req: &HttpRequest,
    file: &std::path::Path,
    tag: &str,
    (name, media_type): (&str, &str),
) -> Result<HttpResponse, Problem> {
    if !file.exists() {
        return Err(JobError::OutcomeLost.into());
    }
    serve(req, (file, tag), name, media_type, "private, no-store")
}
