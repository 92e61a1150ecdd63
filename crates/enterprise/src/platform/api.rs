//! Seeing all enterprises; disabling and enabling them.

use super::{DisableEnterprise, EnterpriseFilter, ReviewChoice, service};
use crate::{
    permission::platform::{EnterpriseControl, EnterpriseInspect},
    profile::{self, EnterpriseView},
    session::Accounts,
};
use actix_web::{
    HttpResponse, get, post, put,
    web::{Json, Path},
};
use db::EnterpriseId;
use kernel::Page;
use web::{Files, ListQuery, PlatformScope, Problem, Valid};

/// 企业列表
///
/// Lists all enterprises, newest first.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.enterprise.read"])),
    params(web::PageQuery, EnterpriseFilter),
    responses((status = 200, description = "企业", body = Page<EnterpriseView>))
)]
#[get("/platform/enterprises")]
pub async fn list_enterprises(
    scope: PlatformScope<EnterpriseInspect>,
    files: Files,
    query: ListQuery<EnterpriseFilter>,
) -> Result<Json<Page<EnterpriseView>>, Problem> {
    let page = query.page;
    let (items, total) = scope
        .read(move |c| service::list(c, &query.filter, (page.offset(), page.size()), &files.links))
        .await?;
    Ok(Json(page.of(items, total)))
}

/// 查看企业
///
/// Shows an enterprise with its business licence.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.enterprise.read"])),
    params(("id" = String, Path, description = "企业编号", format = "uuid")),
    responses((status = 200, description = "企业", body = EnterpriseView))
)]
#[get("/platform/enterprises/{id}")]
pub async fn find_platform_enterprise(
    scope: PlatformScope<EnterpriseInspect>,
    files: Files,
    id: Path<EnterpriseId>,
) -> Result<Json<EnterpriseView>, Problem> {
    let view = scope
        .read(move |c| service::find_view(c, &id, &files.links))
        .await?;
    Ok(Json(view))
}

/// 停用企业
///
/// Disables an enterprise: nobody of it can act or sign in, at once. Its codes still answer.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.enterprise.control"])),
    params(("id" = String, Path, description = "企业编号", format = "uuid")), request_body = DisableEnterprise,
    responses((status = 204, description = "已停用"))
)]
#[post("/platform/enterprises/{id}/disable")]
pub async fn disable_enterprise(
    scope: PlatformScope<EnterpriseControl>,
    accounts: Accounts,
    id: Path<EnterpriseId>,
    body: Valid<DisableEnterprise>,
) -> Result<HttpResponse, Problem> {
    scope
        .write(move |c| service::disable(c, &id, &body.0.reason))
        .await?;
    accounts.authenticator.forget_all();
    Ok(HttpResponse::NoContent().finish())
}

/// 恢复企业
///
/// Lets a disabled enterprise act again.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.enterprise.control"])),
    params(("id" = String, Path, description = "企业编号", format = "uuid")),
    responses((status = 204, description = "已恢复"))
)]
#[post("/platform/enterprises/{id}/enable")]
pub async fn enable_enterprise(
    scope: PlatformScope<EnterpriseControl>,
    id: Path<EnterpriseId>,
) -> Result<HttpResponse, Problem> {
    scope.write(move |c| service::enable(c, &id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// 设置审核方式
///
/// Chooses who reviews the products of an enterprise: the rules alone, or a person as well.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.enterprise.control"])),
    params(("id" = String, Path, description = "企业编号", format = "uuid")), request_body = ReviewChoice,
    responses((status = 204, description = "已设置"))
)]
#[put("/platform/enterprises/{id}/review-mode")]
pub async fn update_review_mode(
    scope: PlatformScope<EnterpriseControl>,
    id: Path<EnterpriseId>,
    body: Valid<ReviewChoice>,
) -> Result<HttpResponse, Problem> {
    scope
        .write(move |c| profile::store::set_review_mode(c, &id, body.0.review_mode))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
