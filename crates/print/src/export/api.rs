//! Exports over REST: as a job with progress, or streamed at once.

use super::{
    ExportQueued, Tool,
    label_request::ExportLabels,
    service::{self, Order},
    stream::{Place, stream},
    unit_request::ExportUnits,
};
use crate::labels::LabelFonts;
use actix_web::{HttpResponse, get, http::header::ContentEncoding, post};
use coding::permission::CodeRead;
use product::PublicBase;
use web::{Answer, Files, Problem, Query, Scope, Valid, attachment, throttle::TooMany};

/// After so long another stream may have ended.
const COME_BACK_SECONDS: i64 = 10;

/// 导出单品码
///
/// Exports unit codes in the background, with progress; it goes on after a restart. The file is kept for seven days.
#[utoipa::path(
    tag = "codes", security(("bearer" = ["code.read"])), request_body = ExportUnits,
    responses((status = 202, description = "已提交", body = ExportQueued))
)]
#[post("/unit-exports")]
pub async fn create_unit_export(
    scope: Scope<CodeRead>,
    files: Files,
    base: PublicBase,
    body: Valid<ExportUnits>,
) -> Result<HttpResponse, Problem> {
    let order = Order {
        account: scope.caller().account.clone(),
        base,
        vault: files.vault,
    };
    let queued = scope.once(move |c| service::queue_units(c, &order, &body.0).map(accepted));
    queued.await
}

/// 导出标签
///
/// Makes labels in the background, with progress; it can be paused and goes on after a restart. The file is kept for seven
/// days. Print data has the columns 序号, 码内容, 文字第一行, 文字第二行, GTIN, 批次号, 序列号, 生产日期, 有效期至.
#[utoipa::path(
    tag = "codes", security(("bearer" = ["code.read"])), request_body = ExportLabels,
    responses((status = 202, description = "已提交", body = ExportQueued))
)]
#[post("/label-exports")]
pub async fn create_label_export(
    scope: Scope<CodeRead>,
    files: Files,
    base: PublicBase,
    fonts: LabelFonts,
    body: Valid<ExportLabels>,
) -> Result<HttpResponse, Problem> {
    let order = Order {
        account: scope.caller().account.clone(),
        base,
        vault: files.vault,
    };
    let queued = scope.once(move |c| service::queue_labels(c, &order, &fonts, &body.0).map(accepted));
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
        .read(move |c| service::fix_units(c, (&base, &files.vault), &given))
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
