//! Claims over REST: the part of both enterprises.

use super::{
    model::{CodeClaimFilter, CodeClaimId, CodeClaimView, CreateCodeClaim, ReplyCodeClaim},
    service,
};
use crate::permission::{ProductRead, ProductWrite};
use actix_web::{
    HttpResponse, get, post,
    web::{Json, Path},
};
use kernel::Page;
use web::{Answer, Files, ListQuery, Problem, Scope, Valid};

/// 追溯码申诉列表
///
/// Lists the claims one filed, or those to codes of one's own products.
#[utoipa::path(
    tag = "code-claims", security(("bearer" = ["product.read"])), params(web::PageQuery, CodeClaimFilter),
    responses((status = 200, description = "申诉", body = Page<CodeClaimView>))
)]
#[get("/code-claims")]
pub async fn list_code_claims(
    scope: Scope<ProductRead>,
    query: ListQuery<CodeClaimFilter>,
) -> Result<Json<Page<CodeClaimView>>, Problem> {
    let page = query.page;
    let (items, total) = scope
        .read(move |c| service::list(c, &query.filter, (page.offset(), page.size())))
        .await?;
    Ok(Json(page.of(items, total)))
}

/// 查看追溯码申诉
///
/// Shows a claim to either side.
#[utoipa::path(
    tag = "code-claims", security(("bearer" = ["product.read"])),
    params(("id" = String, Path, description = "申诉编号", format = "uuid")),
    responses((status = 200, description = "申诉", body = CodeClaimView))
)]
#[get("/code-claims/{id}")]
pub async fn find_code_claim(
    scope: Scope<ProductRead>,
    files: Files,
    id: Path<CodeClaimId>,
) -> Result<Json<CodeClaimView>, Problem> {
    let view = scope
        .read(move |c| service::find_view(c, &id, &files.links))
        .await?;
    Ok(Json(view))
}

/// 提交追溯码申诉
///
/// Claims a trace code that another enterprise registered, with proof. The operator decides.
#[utoipa::path(
    tag = "code-claims", security(("bearer" = ["product.write"])), request_body = CreateCodeClaim,
    responses((status = 201, description = "申诉", body = CodeClaimView))
)]
#[post("/code-claims")]
pub async fn create_code_claim(
    scope: Scope<ProductWrite>,
    files: Files,
    body: Valid<CreateCodeClaim>,
) -> Result<HttpResponse, Problem> {
    let created = scope.once(move |c| {
        let id = service::create(c, body.0)?;
        let view = service::find_view(c, &id, &files.links);
        view.map(|view| Answer::created_at(format!("/api/v1/code-claims/{id}"), view))
    });
    created.await
}

/// 撤回追溯码申诉
///
/// Takes one's own claim back while it is open.
#[utoipa::path(
    tag = "code-claims", security(("bearer" = ["product.write"])),
    params(("id" = String, Path, description = "申诉编号", format = "uuid")),
    responses((status = 200, description = "申诉", body = CodeClaimView))
)]
#[post("/code-claims/{id}/withdraw")]
pub async fn withdraw_code_claim(
    scope: Scope<ProductWrite>,
    files: Files,
    id: Path<CodeClaimId>,
) -> Result<HttpResponse, Problem> {
    let withdrawn = scope.once(move |c| {
        service::withdraw(c, &id)?;
        service::find_view(c, &id, &files.links).map(Answer::ok)
    });
    withdrawn.await
}

/// 对追溯码申诉作说明
///
/// Says something to a claim to the code of a product of one's own, before it is decided.
#[utoipa::path(
    tag = "code-claims", security(("bearer" = ["product.write"])), request_body = ReplyCodeClaim,
    params(("id" = String, Path, description = "申诉编号", format = "uuid")),
    responses((status = 200, description = "申诉", body = CodeClaimView))
)]
#[post("/code-claims/{id}/reply")]
pub async fn reply_code_claim(
    scope: Scope<ProductWrite>,
    files: Files,
    id: Path<CodeClaimId>,
    body: Valid<ReplyCodeClaim>,
) -> Result<HttpResponse, Problem> {
    let replied = scope.once(move |c| {
        service::reply(c, &id, &body.0.reply)?;
        service::find_view(c, &id, &files.links).map(Answer::ok)
    });
    replied.await
}
