//! Exports over REST: as a job with progress, or streamed at once.

use super::{
    ExportEstimate, ExportQueued, Tool,
    label_request::ExportLabels,
    service::{self, Desk},
    stream::{Place, stream},
    unit_request::ExportUnits,
};
use crate::labels::LabelFonts;
use actix_web::{
    FromRequest, HttpRequest, HttpResponse,
    dev::Payload,
    get,
    http::header::ContentEncoding,
    post,
    web::{Json, Path},
};
use coding::permission::CodeRead;
use product::PublicBase;
use std::future::{Ready, ready};
use web::{
    Answer, Files, Problem, Query, Scope, Valid, attachment, jobs::JobId, permission::JobManage,
    throttle::TooMany,
};

/// After so long another stream may have ended.
const COME_BACK_SECONDS: i64 = 10;

impl FromRequest for Desk {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let mut desk = || {
            Ok(Self {
                base: PublicBase::from_request(req, payload).into_inner()?,
                files: Files::from_request(req, payload).into_inner()?,
                fonts: LabelFonts::from_request(req, payload).into_inner()?,
            })
        };
        ready(desk())
    }
}

/// 导出单品码
///
/// Exports unit codes in the background, with progress; it goes on after a restart. More than 100,000 come in parts, which can
/// be fetched while the rest is made. Files are kept for seven days and count against the enterprise's storage.
#[utoipa::path(
    tag = "codes", security(("bearer" = ["code.read"])), request_body = ExportUnits,
    responses((status = 202, description = "已提交", body = ExportQueued))
)]
#[post("/unit-exports")]
pub async fn create_unit_export(
    scope: Scope<CodeRead>,
    desk: Desk,
    body: Valid<ExportUnits>,
) -> Result<HttpResponse, Problem> {
    let account = scope.caller().account.clone();
    let queued = scope.once(move |c| {
        let prepared = desk.units(c, &body.0)?;
        desk.queue(c, &account, prepared).map(accepted)
    });
    queued.await
}

/// 预估单品码导出
///
/// Tells how large an export of unit codes will be, how long it takes, and whether there is room for it. Nothing is made.
#[utoipa::path(
    tag = "codes", security(("bearer" = ["code.read"])), request_body = ExportUnits,
    responses((status = 200, description = "预估", body = ExportEstimate))
)]
#[post("/unit-exports/estimate")]
pub async fn estimate_unit_export(
    scope: Scope<CodeRead>,
    desk: Desk,
    body: Valid<ExportUnits>,
) -> Result<Json<ExportEstimate>, Problem> {
    let weighed = scope.read(move |c| {
        let prepared = desk.units(c, &body.0)?;
        desk.weigh(c, &prepared)
    });
    Ok(Json(weighed.await?))
}

/// 导出标签
///
/// Makes labels in the background, with progress; it can be paused and goes on after a restart. More than 100,000 come in
/// parts. Files are kept for seven days and count against the enterprise's storage. Print data has the columns 序号, 码内容, 文字第一行,
/// 文字第二行, GTIN, 批次号, 序列号, 生产日期, 有效期至.
#[utoipa::path(
    tag = "codes", security(("bearer" = ["code.read"])), request_body = ExportLabels,
    responses((status = 202, description = "已提交", body = ExportQueued))
)]
#[post("/label-exports")]
pub async fn create_label_export(
    scope: Scope<CodeRead>,
    desk: Desk,
    body: Valid<ExportLabels>,
) -> Result<HttpResponse, Problem> {
    let account = scope.caller().account.clone();
    let queued = scope.once(move |c| {
        let prepared = desk.labels(c, &body.0)?;
        desk.queue(c, &account, prepared).map(accepted)
    });
    queued.await
}

/// 预估标签导出
///
/// Tells how large an export of labels will be, how long it takes, and whether there is room for it. Nothing is made.
#[utoipa::path(
    tag = "codes", security(("bearer" = ["code.read"])), request_body = ExportLabels,
    responses((status = 200, description = "预估", body = ExportEstimate))
)]
#[post("/label-exports/estimate")]
pub async fn estimate_label_export(
    scope: Scope<CodeRead>,
    desk: Desk,
    body: Valid<ExportLabels>,
) -> Result<Json<ExportEstimate>, Problem> {
    let weighed = scope.read(move |c| {
        let prepared = desk.labels(c, &body.0)?;
        desk.weigh(c, &prepared)
    });
    Ok(Json(weighed.await?))
}

/// 重新生成
///
/// Asks again for what a job was asked for, whatever became of it, as things are now: codes voided or recalled since are left out.
#[utoipa::path(
    tag = "jobs", security(("bearer" = ["job.manage"])),
    params(("id" = String, Path, description = "任务编号", format = "uuid")),
    responses((status = 202, description = "已提交", body = ExportQueued))
)]
#[post("/jobs/{id}/repeat")]
pub async fn repeat_job(
    scope: Scope<JobManage>,
    desk: Desk,
    id: Path<JobId>,
) -> Result<HttpResponse, Problem> {
    let account = scope.caller().account.clone();
    let queued = scope.once(move |c| desk.repeat(c, &account, &id).map(accepted));
    queued.await
}

/// 直接下载单品码
///
/// Streams unit codes as they are made. The response begins at once and takes as little memory for a million codes as for
/// one; it cannot be resumed, for which there is the job.
#[utoipa::path(
    tag = "codes", security(("bearer" = ["code.read"])), params(ExportUnits),
    responses((status = 409, description = "所选的码都在召回中"), (status = 429, description = "同时进行的导出过多"), (status = 200, description = "文件流", content(
        (String = "text/csv"), (Vec<u8> = "application/zip"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    )))
)]
#[get("/unit-exports/stream")]
pub async fn stream_unit_export(
    scope: Scope<CodeRead>,
    files: Files,
    base: PublicBase,
    query: Query<ExportUnits>,
) -> Result<HttpResponse, Problem> {
    let given = query.0;
    let place = Place::take(scope.enterprise()).ok_or(TooMany::Wait(COME_BACK_SECONDS))?;
    let (order, picture) = scope
        .read(move |c| {
            let (order, picture) = service::fix_units(c, (&base, &files.vault), &given)?;
            order.with_room().map(|order| (order, picture))
        })
        .await?;
    let mut response = HttpResponse::Ok();
    if order.what.is_packed() {
        // As it is: nothing of it becomes smaller.
        response.insert_header(ContentEncoding::Identity);
    }
    Ok(response
        .content_type(order.what.media_type())
        .insert_header(attachment(&order.name))
        .streaming(stream(place, order, Tool::Picture(picture))))
}

/// The answer to an order: where to look for its job.
fn accepted(queued: ExportQueued) -> Answer<ExportQueued> {
    Answer::accepted_at(format!("/api/v1/jobs/{}", queued.job_id), queued)
}
