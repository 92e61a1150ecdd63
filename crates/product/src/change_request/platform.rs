//! Change requests over REST: the platform's part.

use super::{
    model::{
        ChangeRequestFilter, ChangeRequestId, ChangeRequestItem, ChangeRequestView, RejectChangeRequest,
    },
    service, store,
    view::{self, Reader},
};
use crate::{AdmittedRecord, permission::platform::ProductReview};
use actix_web::{
    HttpResponse, get, post,
    web::{Json, Path},
};
use kernel::Page;
use web::{Files, ListQuery, PlatformScope, Problem, Valid};

/// 待审变更申请列表
///
/// Lists the change requests of all enterprises, those that wait longest first.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.product.review"])),
    params(web::PageQuery, ChangeRequestFilter),
    responses((status = 200, description = "变更申请", body = Page<ChangeRequestItem>))
)]
#[get("/platform/change-requests")]
pub async fn list_change_requests_to_review(
    scope: PlatformScope<ProductReview>,
    query: ListQuery<ChangeRequestFilter>,
) -> Result<Json<Page<ChangeRequestItem>>, Problem> {
    let page = query.page;
    let (found, total) = scope
        .read(move |c| store::list_all(c, &query.filter, (page.offset(), page.size())))
        .await?;
    let items = found.into_iter().map(|(r, p, name)| view::item((r, p), name));
    Ok(Json(page.of(items.collect(), total)))
}

/// 查看待审变更申请
///
/// Shows a change request of any enterprise, field by field, but not the names of suppliers, which stay in the enterprise.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.product.review"])),
    params(("id" = String, Path, description = "变更申请编号", format = "uuid")),
    responses((status = 200, description = "变更申请", body = ChangeRequestView))
)]
#[get("/platform/change-requests/{id}")]
pub async fn find_change_request_to_review(
    scope: PlatformScope<ProductReview>,
    files: Files,
    id: Path<ChangeRequestId>,
) -> Result<Json<ChangeRequestView>, Problem> {
    let view = scope
        .read(move |c| {
            let owner = store::owner_of(c, &id)?;
            view::find_view(&mut c.acting_for(&owner), &id, &files.links, Reader::Reviewer)
        })
        .await?;
    Ok(Json(view))
}

/// 变更通过
///
/// Lets a change pass: it becomes the version that holds, with its reason.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.product.review"])),
    params(("id" = String, Path, description = "变更申请编号", format = "uuid")),
    responses((status = 204, description = "已通过"))
)]
#[post("/platform/change-requests/{id}/approve")]
pub async fn approve_change_request(
    scope: PlatformScope<ProductReview>,
    id: Path<ChangeRequestId>,
) -> Result<HttpResponse, Problem> {
    let asked = id.clone();
    let (version, record) = scope.read(move |c| service::proposed(c, &asked)).await?;
    let record = AdmittedRecord::apart(record).await?;
    scope
        .write(move |c| service::approve(c, &id, version, record))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// 变更驳回
///
/// Sends a change back to its maker, with the reason; the version that holds stays.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.product.review"])), request_body = RejectChangeRequest,
    params(("id" = String, Path, description = "变更申请编号", format = "uuid")),
    responses((status = 204, description = "已驳回"))
)]
#[post("/platform/change-requests/{id}/reject")]
pub async fn reject_change_request(
    scope: PlatformScope<ProductReview>,
    id: Path<ChangeRequestId>,
    body: Valid<RejectChangeRequest>,
) -> Result<HttpResponse, Problem> {
    scope
        .write(move |c| service::reject(c, &id, &body.0.reason))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
