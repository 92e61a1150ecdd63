//! Recalls over REST.

use super::{
    RecallFilter, RecallReach, RecallView,
    model::{EndRecall, OpenRecall},
    reach, service,
};
use crate::{
    permission::{CodeRead, CodeWrite},
    recalled::RecallId,
};
use actix_web::{
    HttpResponse, get, post,
    web::{Json, Path},
};
use kernel::Page;
use web::{Answer, ListQuery, Problem, Scope, Valid};

/// 召回列表
///
/// Lists one's recalls, newest first.
#[utoipa::path(
    tag = "recalls", security(("bearer" = ["code.read"])), params(web::PageQuery, RecallFilter),
    responses((status = 200, description = "召回", body = Page<RecallView>))
)]
#[get("/recalls")]
pub async fn list_recalls(
    scope: Scope<CodeRead>,
    query: ListQuery<RecallFilter>,
) -> Result<Json<Page<RecallView>>, Problem> {
    let page = query.page;
    let (items, total) = scope
        .read(move |c| service::list(c, &query.filter, (page.offset(), page.size())))
        .await?;
    Ok(Json(page.of(items, total)))
}

/// 发起召回
///
/// Warns of a product, a batch or a run of units from now on: whoever scans their codes is told the reason and what to do.
#[utoipa::path(
    tag = "recalls", security(("bearer" = ["code.write"])), request_body = OpenRecall,
    responses((status = 201, description = "召回", body = RecallView))
)]
#[post("/recalls")]
pub async fn recall_codes(scope: Scope<CodeWrite>, body: Valid<OpenRecall>) -> Result<HttpResponse, Problem> {
    let opened = scope.once(move |c| {
        let id = service::open(c, body.0)?;
        service::find_view(c, &id).map(Answer::created)
    });
    opened.await
}

/// 召回影响
///
/// Counts what a recall reaches: the units issued, and the packs that hold them at any depth. Which packs, `/packs` lists.
#[utoipa::path(
    tag = "recalls", security(("bearer" = ["code.read"])),
    params(("id" = String, Path, description = "召回编号", format = "uuid")),
    responses((status = 200, description = "影响范围", body = RecallReach))
)]
#[get("/recalls/{id}/reach")]
pub async fn find_recall_reach(
    scope: Scope<CodeRead>,
    id: Path<RecallId>,
) -> Result<Json<RecallReach>, Problem> {
    Ok(Json(scope.read(move |c| reach::of(c, &id)).await?))
}

/// 结束召回
///
/// Ends a recall; it stays in the list and in the history of the codes.
#[utoipa::path(
    tag = "recalls", security(("bearer" = ["code.write"])), request_body = EndRecall,
    params(("id" = String, Path, description = "召回编号", format = "uuid")),
    responses((status = 200, description = "已结束的召回", body = RecallView))
)]
#[post("/recalls/{id}/end")]
pub async fn end_recall(
    scope: Scope<CodeWrite>,
    id: Path<RecallId>,
    body: Valid<EndRecall>,
) -> Result<HttpResponse, Problem> {
    let ended = scope.once(move |c| {
        service::end(c, &id, &body.0.reason)?;
        service::find_view(c, &id).map(Answer::ok)
    });
    ended.await
}
