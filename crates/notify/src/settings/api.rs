//! Choosing what is also sent by SMS and by mail.

use super::{NoticeSettingsView, UpdateNoticeSettings, store};
use crate::{
    Error,
    delivery::digest_store,
    permission::own::{NoticeConfigure, NoticeRead},
    registry::Notices,
    via::NoticeVia,
};
use actix_web::{HttpResponse, get, put};
use db::TenantConn;
use web::{Answer, IfMatch, Problem, Scope, Valid, versioned};

/// 查看通知设置
///
/// Shows what is sent by SMS and by mail, and where to.
#[utoipa::path(
    tag = "notices", security(("bearer" = ["notice.read"])),
    responses((status = 200, description = "通知设置", body = NoticeSettingsView))
)]
#[get("/notice-settings")]
pub async fn find_notice_settings(
    scope: Scope<NoticeRead>,
    notices: Notices,
) -> Result<HttpResponse, Problem> {
    let view = scope.read(move |c| view(c, &notices)).await?;
    Ok(versioned(&view, view.version))
}

/// 修改通知设置
///
/// Chooses what is sent by SMS and by mail. The console always has everything.
#[utoipa::path(
    tag = "notices", security(("bearer" = ["notice.configure"])),
    params(("If-Match" = String, Header, description = "读取时的 ETag")), request_body = UpdateNoticeSettings,
    responses((status = 200, description = "修改后的通知设置", body = NoticeSettingsView))
)]
#[put("/notice-settings")]
pub async fn update_notice_settings(
    scope: Scope<NoticeConfigure>,
    notices: Notices,
    version: IfMatch,
    body: Valid<UpdateNoticeSettings>,
) -> Result<HttpResponse, Problem> {
    body.0.judge(&notices)?;
    let updated = scope.once(move |c| {
        let version = version.pick(|| view(c, &notices).map(|view| view.version))?;
        let off = body.0.switched_off(&notices);
        store::update(c, version, &off)?;
        digest_store::drop_unwanted(c, NoticeVia::Sms, &off.sms_off.0)?;
        digest_store::drop_unwanted(c, NoticeVia::Email, &off.email_off.0)?;
        view(c, &notices).map(|view| Answer::versioned(view.version, view))
    });
    updated.await
}

fn view(c: &mut TenantConn<'_>, notices: &Notices) -> Result<NoticeSettingsView, Error> {
    let settings = store::find(c)?;
    let addresses = notices.book().addresses(c)?;
    Ok(settings.view(notices, &addresses))
}
