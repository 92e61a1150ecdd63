//! Identity requests over REST: the enterprise's part.

use super::{
    model::{CreateIdentityRequest, IdentityRequestFilter, IdentityRequestId, IdentityRequestView},
    service, view,
};
use crate::permission::own::{EnterpriseRead, EnterpriseWrite};
use actix_web::{
    HttpResponse, get, post,
    web::{Json, Path},
};
use kernel::Page;
use web::{Answer, Files, IfMatch, ListQuery, Problem, Scope, Valid};

/// 企业核验申请列表
///
/// Lists the identity requests of one's enterprise, newest first: that of the registration, and those for a change.
#[utoipa::path(
    tag = "enterprise", security(("bearer" = ["enterprise.read"])), params(web::PageQuery, IdentityRequestFilter),
    responses((status = 200, description = "申请", body = Page<IdentityRequestView>))
)]
#[get("/identity-requests")]
pub async fn list_identity_requests(
    scope: Scope<EnterpriseRead>,
    files: Files,
    query: ListQuery<IdentityRequestFilter>,
) -> Result<Json<Page<IdentityRequestView>>, Problem> {
    let (page, lang) = (query.page, scope.lang());
    let (items, total) = scope
        .read(move |c| {
            let part = (page.offset(), page.size());
            view::list(c, query.filter.state, part, (lang, &files.links))
        })
        .await?;
    Ok(Json(page.of(items, total)))
}

/// 查看企业核验申请
///
/// Shows an identity request of one's enterprise, what held and what is to hold.
#[utoipa::path(
    tag = "enterprise", security(("bearer" = ["enterprise.read"])),
    params(("id" = String, Path, description = "申请编号", format = "uuid")),
    responses((status = 200, description = "申请", body = IdentityRequestView))
)]
#[get("/identity-requests/{id}")]
pub async fn find_identity_request(
    scope: Scope<EnterpriseRead>,
    files: Files,
    id: Path<IdentityRequestId>,
) -> Result<Json<IdentityRequestView>, Problem> {
    let lang = scope.lang();
    let view = scope
        .read(move |c| view::find(c, &id, (lang, &files.links)))
        .await?;
    Ok(Json(view))
}

/// 提交企业变更申请
///
/// Asks for a change of name, region, types or licence, or to be verified as one is. The operator compares it with the licence;
/// what holds stays until then. One request of an enterprise waits at a time. The 统一社会信用代码 never changes.
#[utoipa::path(
    tag = "enterprise", security(("bearer" = ["enterprise.write"])), request_body = CreateIdentityRequest,
    params(("If-Match" = String, Header, description = "读取企业信息时的 ETag")),
    responses((status = 201, description = "申请", body = IdentityRequestView))
)]
#[post("/identity-requests")]
pub async fn create_identity_request(
    scope: Scope<EnterpriseWrite>,
    files: Files,
    version: IfMatch,
    body: Valid<CreateIdentityRequest>,
) -> Result<HttpResponse, Problem> {
    let lang = scope.lang();
    let created = scope.once(move |c| {
        let id = service::create(c, &version, body.0)?;
        let view = view::find(c, &id, (lang, &files.links));
        view.map(|view| Answer::created_at(format!("/api/v1/identity-requests/{id}"), view))
    });
    created.await
}

/// 撤回企业变更申请
///
/// Takes an identity request back that was not decided yet.
#[utoipa::path(
    tag = "enterprise", security(("bearer" = ["enterprise.write"])),
    params(("id" = String, Path, description = "申请编号", format = "uuid")),
    responses((status = 200, description = "申请", body = IdentityRequestView))
)]
#[post("/identity-requests/{id}/withdraw")]
pub async fn withdraw_identity_request(
    scope: Scope<EnterpriseWrite>,
    files: Files,
    id: Path<IdentityRequestId>,
) -> Result<HttpResponse, Problem> {
    let lang = scope.lang();
    let withdrawn = scope.once(move |c| {
        service::withdraw(c, &id)?;
        view::find(c, &id, (lang, &files.links)).map(Answer::ok)
    });
    withdrawn.await
}
