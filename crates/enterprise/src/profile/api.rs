//! Reading and changing one's enterprise (F013, F014).

use super::{EnterpriseView, record::UpdateEnterprise, service};
use crate::{
    permission::own::{EnterpriseRead, EnterpriseWrite},
    sms_code::SmsCodes,
};
use actix_web::{HttpResponse, get, post, put};
use web::{AccountScope, Answer, Client, Files, IfMatch, Problem, Scope, Valid, versioned};

/// 查看企业信息
///
/// Shows one's enterprise.
#[utoipa::path(
    tag = "enterprise", security(("bearer" = ["enterprise.read"])),
    responses((status = 200, description = "企业信息", body = EnterpriseView))
)]
#[get("/enterprise")]
pub async fn find_enterprise(scope: Scope<EnterpriseRead>, files: Files) -> Result<HttpResponse, Problem> {
    let view = scope.read(move |c| service::find_view(c, &files.links)).await?;
    Ok(versioned(&view, view.version))
}

/// 修改企业信息
///
/// Changes one's enterprise. The record is replaced as a whole; `If-Match` names the version that was read.
#[utoipa::path(
    tag = "enterprise", security(("bearer" = ["enterprise.write"])),
    params(("If-Match" = String, Header, description = "读取时的 ETag")), request_body = UpdateEnterprise,
    responses((status = 200, description = "修改后的企业信息", body = EnterpriseView), (status = 429, description = "密码或验证码错误次数过多"))
)]
#[put("/enterprise")]
pub async fn update_enterprise(
    scope: Scope<EnterpriseWrite>,
    account: AccountScope,
    codes: SmsCodes,
    client: Client,
    files: Files,
    version: IfMatch,
    mut body: Valid<UpdateEnterprise>,
) -> Result<HttpResponse, Problem> {
    let proved = service::prove_phone(&scope, &account, (&codes, client.bucket()), &mut body.0).await?;
    let updated = scope.once(move |c| {
        let version = version.pick(|| service::find_view(c, &files.links).map(|view| view.version))?;
        let view = service::update(c, version, &body.0, proved, &files.links);
        view.map(|view| Answer::versioned(view.version, view))
    });
    updated.await
}

/// 确认联系方式
///
/// Says that the contact person and phone are still right.
#[utoipa::path(
    tag = "enterprise", security(("bearer" = ["enterprise.write"])),
    responses((status = 200, description = "企业信息", body = EnterpriseView))
)]
#[post("/enterprise/confirm-contact")]
pub async fn confirm_enterprise_contact(
    scope: Scope<EnterpriseWrite>,
    files: Files,
) -> Result<HttpResponse, Problem> {
    let confirmed = scope.once(move |c| {
        let view = service::confirm_contact(c, &files.links);
        view.map(|view| Answer::versioned(view.version, view))
    });
    confirmed.await
}
