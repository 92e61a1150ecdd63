//! Batches over REST.

use super::{BatchFilter, BatchId, BatchView, Error, UpdateBatch, service, store, upkeep};
use crate::permission::{CodeRead, CodeWrite};
use actix_web::{
    HttpResponse, get, post, put,
    web::{Json, Path},
};
use kernel::Page;
use product::{
    Holders, PublicBase, VoidReason,
    events::{self, EventView},
};
use web::{Answer, Files, IfMatch, ListQuery, Problem, Scope, Valid, versioned};

/// 批次列表
///
/// Lists one's batches.
#[utoipa::path(
    tag = "batches", security(("bearer" = ["code.read"])), params(web::PageQuery, BatchFilter),
    responses((status = 200, description = "批次", body = Page<BatchView>))
)]
#[get("/batches")]
pub async fn list_batches(
    scope: Scope<CodeRead>,
    base: PublicBase,
    files: Files,
    query: ListQuery<BatchFilter>,
) -> Result<Json<Page<BatchView>>, Problem> {
    let page = query.page;
    let (items, total) = scope
        .read(move |c| {
            let (found, total) = store::list(c, &query.filter, (page.offset(), page.size()))?;
            Ok::<_, Error>((service::views(c, found, &files.links, &base)?, total))
        })
        .await?;
    Ok(Json(page.of(items, total)))
}

/// 查看批次
///
/// Shows a batch.
#[utoipa::path(
    tag = "batches", security(("bearer" = ["code.read"])),
    params(("id" = String, Path, description = "批次编号", format = "uuid")),
    responses((status = 200, description = "批次", body = BatchView))
)]
#[get("/batches/{id}")]
pub async fn find_batch(
    scope: Scope<CodeRead>,
    base: PublicBase,
    files: Files,
    id: Path<BatchId>,
) -> Result<HttpResponse, Problem> {
    let view = scope
        .read(move |c| service::find_view(c, &id, &files.links, &base))
        .await?;
    Ok(versioned(&view, view.version))
}

/// 维护批次
///
/// Changes what is said of a batch: its dates, how many there are, its inspection reports. The history keeps what changed.
/// Once the batch left the factory this is a correction, with a reason that becomes public.
#[utoipa::path(
    tag = "batches", security(("bearer" = ["code.write"])), request_body = UpdateBatch,
    params(
        ("id" = String, Path, description = "批次编号", format = "uuid"),
        ("If-Match" = String, Header, description = "读取时的 ETag"),
    ),
    responses((status = 200, description = "修改后的批次", body = BatchView))
)]
#[put("/batches/{id}")]
pub async fn update_batch(
    scope: Scope<CodeWrite>,
    base: PublicBase,
    files: Files,
    id: Path<BatchId>,
    version: IfMatch,
    body: Valid<UpdateBatch>,
) -> Result<HttpResponse, Problem> {
    let updated = scope.once(move |c| {
        let version =
            version.pick(|| service::find_view(c, &id, &files.links, &base).map(|view| view.version))?;
        upkeep::update(c, &id, version, body.0)?;
        service::find_view(c, &id, &files.links, &base).map(|view| Answer::versioned(view.version, view))
    });
    updated.await
}

/// 作废批次
///
/// Voids a batch for good, and with it the codes of its units.
#[utoipa::path(
    tag = "batches", security(("bearer" = ["code.write"])), request_body = VoidReason,
    params(("id" = String, Path, description = "批次编号", format = "uuid")),
    responses((status = 200, description = "已作废的批次", body = BatchView))
)]
#[post("/batches/{id}/void")]
pub async fn void_batch(
    scope: Scope<CodeWrite>,
    base: PublicBase,
    files: Files,
    holders: Holders,
    id: Path<BatchId>,
    body: Valid<VoidReason>,
) -> Result<HttpResponse, Problem> {
    let voided = scope.once(move |c| {
        service::void(c, &holders, &id, &body.0.reason)?;
        let view = service::find_view(c, &id, &files.links, &base);
        view.map(|view| Answer::versioned(view.version, view))
    });
    voided.await
}

/// 批次操作记录
///
/// Tells what was done to a batch, newest first.
#[utoipa::path(
    tag = "batches", security(("bearer" = ["code.read"])),
    params(("id" = String, Path, description = "批次编号", format = "uuid")),
    responses((status = 200, description = "操作记录", body = Vec<EventView>))
)]
#[get("/batches/{id}/events")]
pub async fn list_batch_events(
    scope: Scope<CodeRead>,
    id: Path<BatchId>,
) -> Result<Json<Vec<EventView>>, Problem> {
    let lang = scope.lang();
    let found = scope
        .read(move |c| {
            store::find(c, &id)?;
            Ok::<_, Error>(events::of_batch(c, &id)?)
        })
        .await?;
    Ok(Json(events::views(found, lang)))
}
