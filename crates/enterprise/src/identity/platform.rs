//! Identity requests over REST: the platform's part.

use super::{
    model::{IdentityRequestId, IdentityRequestView, IdentityReviewFilter},
    service, view,
};
use crate::{change_request::RejectChangeRequest, permission::platform::EnterpriseReview};
use actix_web::{
    HttpResponse, get, post,
    web::{Json, Path},
};
use kernel::Page;
use web::{Files, ListQuery, PlatformScope, Problem, Valid};

/// 企业核验列表
///
/// Lists the identity requests of all enterprises, those that wait longest first.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.enterprise.review"])),
    params(web::PageQuery, IdentityReviewFilter),
    responses((status = 200, description = "申请", body = Page<IdentityRequestView>))
)]
#[get("/platform/identity-requests")]
pub async fn list_identity_requests_to_review(
    scope: PlatformScope<EnterpriseReview>,
    files: Files,
    query: ListQuery<IdentityReviewFilter>,
) -> Result<Json<Page<IdentityRequestView>>, Problem> {
    let (page, lang) = (query.page, scope.lang());
    let (items, total) = scope
        .read(move |c| {
            let part = (page.offset(), page.size());
            view::list_to_review(c, &query.filter, part, (lang, &files.links))
        })
        .await?;
    Ok(Json(page.of(items, total)))
}

/// 查看待核验企业
///
/// Shows an identity request of any enterprise with the licence, and what is doubtful about it.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.enterprise.review"])),
    params(("id" = String, Path, description = "申请编号", format = "uuid")),
    responses((status = 200, description = "申请", body = IdentityRequestView))
)]
#[get("/platform/identity-requests/{id}")]
pub async fn find_identity_request_to_review(
    scope: PlatformScope<EnterpriseReview>,
    files: Files,
    id: Path<IdentityRequestId>,
) -> Result<Json<IdentityRequestView>, Problem> {
    let lang = scope.lang();
    let view = scope
        .read(move |c| view::find_to_review(c, &id, (lang, &files.links)))
        .await?;
    Ok(Json(view))
}

/// 企业核验通过
///
/// Lets what an enterprise says of itself hold, after it was compared with the licence; the former name is kept.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.enterprise.review"])),
    params(("id" = String, Path, description = "申请编号", format = "uuid")),
    responses((status = 204, description = "已通过"))
)]
#[post("/platform/identity-requests/{id}/approve")]
pub async fn approve_identity_request(
    scope: PlatformScope<EnterpriseReview>,
    id: Path<IdentityRequestId>,
) -> Result<HttpResponse, Problem> {
    scope.write(move |c| service::approve(c, &id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// 企业核验驳回
///
/// Sends an identity request back with the reason; what held goes on.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.enterprise.review"])), request_body = RejectChangeRequest,
    params(("id" = String, Path, description = "申请编号", format = "uuid")),
    responses((status = 204, description = "已驳回"))
)]
#[post("/platform/identity-requests/{id}/reject")]
pub async fn reject_identity_request(
    scope: PlatformScope<EnterpriseReview>,
    id: Path<IdentityRequestId>,
    body: Valid<RejectChangeRequest>,
) -> Result<HttpResponse, Problem> {
    scope
        .write(move |c| service::reject(c, &id, &body.0.reason))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
