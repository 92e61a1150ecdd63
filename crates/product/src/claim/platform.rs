//! Claims over REST: the operator's part.

use super::{
    Error,
    model::{ClaimReview, ClaimReviewFilter, CodeClaimId, DecideCodeClaim},
    service, store,
};
use crate::permission::platform::ProductReview;
use actix_web::{
    HttpResponse, get, post,
    web::{Json, Path},
};
use kernel::Page;
use web::{Files, ListQuery, PlatformScope, Problem, Valid};

/// 待裁定申诉列表
///
/// Lists the claims of all enterprises, the oldest first.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.product.review"])),
    params(web::PageQuery, ClaimReviewFilter),
    responses((status = 200, description = "申诉", body = Page<ClaimReview>))
)]
#[get("/platform/code-claims")]
pub async fn list_code_claims_to_decide(
    scope: PlatformScope<ProductReview>,
    query: ListQuery<ClaimReviewFilter>,
) -> Result<Json<Page<ClaimReview>>, Problem> {
    let page = query.page;
    let (items, total) = scope
        .read(move |c| {
            let (found, total) = store::list_all(c, &query.filter, (page.offset(), page.size()))?;
            Ok::<_, Error>((service::reviews(c, found)?, total))
        })
        .await?;
    Ok(Json(page.of(items, total)))
}

/// 查看待裁定申诉
///
/// Shows a claim with its proofs and both sides.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.product.review"])),
    params(("id" = String, Path, description = "申诉编号", format = "uuid")),
    responses((status = 200, description = "申诉", body = ClaimReview))
)]
#[get("/platform/code-claims/{id}")]
pub async fn find_code_claim_to_decide(
    scope: PlatformScope<ProductReview>,
    files: Files,
    id: Path<CodeClaimId>,
) -> Result<Json<ClaimReview>, Problem> {
    let view = scope
        .read(move |c| service::find_review(c, &id, &files.links))
        .await?;
    Ok(Json(view))
}

/// 裁定申诉成立
///
/// Gives the trace code to the claimant. What another enterprise has under it is voided, and the code is free for a product of
/// the claimant's.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.product.review"])), request_body = DecideCodeClaim,
    params(("id" = String, Path, description = "申诉编号", format = "uuid")),
    responses((status = 204, description = "已裁定"))
)]
#[post("/platform/code-claims/{id}/approve")]
pub async fn approve_code_claim(
    scope: PlatformScope<ProductReview>,
    id: Path<CodeClaimId>,
    body: Valid<DecideCodeClaim>,
) -> Result<HttpResponse, Problem> {
    scope
        .write(move |c| service::approve(c, &id, &body.0.reason))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// 裁定申诉不成立
///
/// Leaves the trace code to whoever has it, with the reason.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.product.review"])), request_body = DecideCodeClaim,
    params(("id" = String, Path, description = "申诉编号", format = "uuid")),
    responses((status = 204, description = "已裁定"))
)]
#[post("/platform/code-claims/{id}/reject")]
pub async fn reject_code_claim(
    scope: PlatformScope<ProductReview>,
    id: Path<CodeClaimId>,
    body: Valid<DecideCodeClaim>,
) -> Result<HttpResponse, Problem> {
    scope
        .write(move |c| service::reject(c, &id, &body.0.reason))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
