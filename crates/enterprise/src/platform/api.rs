//! Seeing all enterprises; disabling and enabling them.

use crate::{
    Accounts, Error,
    notification::{Notice, NoticeTemplate, notify_enterprise},
    permission::platform::{EnterpriseControl, EnterpriseInspect},
    profile::{self, EnterpriseId, EnterpriseState, EnterpriseView, ReviewMode},
    session,
};
use actix_web::{
    HttpResponse, get, post, put,
    web::{Json, Path},
};
use db::PlatformConn;
use kernel::Page;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;
use web::{ListQuery, PlatformScope, Problem, Valid};

/// Which enterprises are wanted.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct EnterpriseFilter {
    /// 关键词
    ///
    /// 企业名称或统一社会信用代码的一部分。
    #[param(max_length = 100, example = "切削工具")]
    pub keyword: Option<String>,
    /// 状态
    #[param(inline)]
    pub state: Option<EnterpriseState>,
}

/// Why an enterprise is disabled.
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct DisableEnterprise {
    /// 停用原因
    ///
    /// 企业登录时可见。
    #[schema(min_length = 2, max_length = 200, example = "主体资格已注销")]
    pub reason: String,
}

/// Who is to review the products of an enterprise.
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ReviewChoice {
    /// 审核方式
    pub review_mode: ReviewMode,
}

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
    query: ListQuery<EnterpriseFilter>,
) -> Result<Json<Page<EnterpriseView>>, Problem> {
    let (page, filter, now) = (query.page, query.filter, scope.now());
    let (found, total) = scope
        .read(move |c| {
            profile::store::list(
                c,
                filter.keyword.as_deref(),
                filter.state,
                (page.offset(), page.size()),
            )
        })
        .await?;
    Ok(Json(page.of(
        found.into_iter().map(|e| profile::view(e, None, now)).collect(),
        total,
    )))
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
    scope.write(move |c| disable(c, &id, &body.0.reason)).await?;
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
    scope.write(move |c| enable(c, &id)).await?;
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

fn disable(c: &mut PlatformConn<'_>, id: &EnterpriseId, reason: &str) -> Result<(), Error> {
    profile::store::set_state(c, id, EnterpriseState::Disabled, Some(reason))?;
    let template = NoticeTemplate::EnterpriseDisabled {
        enterprise: profile::store::find(c, id)?.name,
        reason: reason.to_owned(),
    };
    notify_enterprise(c, id, &Notice::new(template))?;
    session::end_all_of_enterprise(c, id, "enterprise_disabled")
}

fn enable(c: &mut PlatformConn<'_>, id: &EnterpriseId) -> Result<(), Error> {
    profile::store::set_state(c, id, EnterpriseState::Active, None)?;
    let template = NoticeTemplate::EnterpriseEnabled {
        enterprise: profile::store::find(c, id)?.name,
    };
    notify_enterprise(c, id, &Notice::new(template).link("/enterprise"))
}
