//! Reading what the operators were told, and everything anyone is ever told.

use super::store;
use crate::{
    Error,
    inbox::{NoticeFilter, NoticeId, NoticeItem, UnreadNotices},
    permission::platform::PlatformNoticeRead,
    registry::Notices,
    text::NoticeText,
};
use actix_web::{
    HttpResponse, get, post,
    web::{Json, Path},
};
use kernel::Page;
use serde::Serialize;
use utoipa::ToSchema;
use web::{ListQuery, PlatformScope, Problem};

/// 消息列表
///
/// Lists what the operators were told, newest first.
#[utoipa::path(
    tag = "platform", params(web::PageQuery, NoticeFilter), security(("bearer" = ["platform.notice.read"])),
    responses((status = 200, description = "消息", body = Page<NoticeItem>))
)]
#[get("/platform/notices")]
pub async fn list_platform_notices(
    scope: PlatformScope<PlatformNoticeRead>,
    notices: Notices,
    query: ListQuery<NoticeFilter>,
) -> Result<Json<Page<NoticeItem>>, Problem> {
    query.filter.judge(&notices)?;
    let (page, filter, lang) = (query.page, query.filter, scope.lang());
    let (found, total) = scope
        .read(move |c| store::list(c, &filter, (page.offset(), page.size())))
        .await?;
    let views = found.into_iter().map(|n| n.view(lang)).collect();
    Ok(Json(page.of(views, total)))
}

/// 未读消息数
///
/// Counts what none of the operators has read yet; cheap enough to be asked often.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.notice.read"])),
    responses((status = 200, description = "未读消息数", body = UnreadNotices))
)]
#[get("/platform/notices/unread")]
pub async fn find_unread_platform_notices(
    scope: PlatformScope<PlatformNoticeRead>,
) -> Result<Json<UnreadNotices>, Problem> {
    let unread = scope.read(store::count_unread).await?;
    Ok(Json(UnreadNotices { unread }))
}

/// 标为已读
///
/// Marks a notice as read.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.notice.read"])),
    params(("id" = String, Path, description = "消息编号", format = "uuid")),
    responses((status = 204, description = "已标为已读"))
)]
#[post("/platform/notices/{id}/read")]
pub async fn read_platform_notice(
    scope: PlatformScope<PlatformNoticeRead>,
    id: Path<NoticeId>,
) -> Result<HttpResponse, Problem> {
    scope.write(move |c| store::read(c, &id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// 全部标为已读
///
/// Marks everything as read.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.notice.read"])),
    responses((status = 204, description = "已全部标为已读"))
)]
#[post("/platform/notices/read")]
pub async fn read_all_platform_notices(
    scope: PlatformScope<PlatformNoticeRead>,
) -> Result<HttpResponse, Problem> {
    scope.write::<_, Error>(store::read_all).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Everything people are ever told, by whom it is told to.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NoticeTexts {
    /// 发给企业
    enterprise: Vec<NoticeText>,
    /// 发给平台
    platform: Vec<NoticeText>,
}

/// 消息模板
///
/// Lists everything people are ever told, with its placeholders.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.notice.read"])),
    responses((status = 200, description = "消息模板", body = NoticeTexts))
)]
#[get("/platform/notice-texts")]
pub async fn find_notice_texts(
    _scope: PlatformScope<PlatformNoticeRead>,
    notices: Notices,
) -> Json<NoticeTexts> {
    Json(NoticeTexts {
        enterprise: notices.to_enterprises().to_vec(),
        platform: notices.to_operators().to_vec(),
    })
}
