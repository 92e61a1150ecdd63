//! Reading what one's enterprise was told.

use super::{NoticeFilter, NoticeId, NoticeItem, UnreadNotices, store};
use crate::{Error, permission::own::NoticeRead, registry::Notices};
use actix_web::{
    HttpResponse, get, post,
    web::{Json, Path},
};
use kernel::Page;
use web::{Answer, ListQuery, Problem, Scope};

/// 消息列表
///
/// Lists what one's enterprise was told, newest first.
#[utoipa::path(
    tag = "notices", params(web::PageQuery, NoticeFilter), security(("bearer" = ["notice.read"])),
    responses((status = 200, description = "消息", body = Page<NoticeItem>))
)]
#[get("/notices")]
pub async fn list_notices(
    scope: Scope<NoticeRead>,
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
/// Counts what nobody of one's enterprise has read yet; cheap enough to be asked often.
#[utoipa::path(
    tag = "notices", security(("bearer" = ["notice.read"])),
    responses((status = 200, description = "未读消息数", body = UnreadNotices))
)]
#[get("/notices/unread")]
pub async fn find_unread_notices(scope: Scope<NoticeRead>) -> Result<Json<UnreadNotices>, Problem> {
    let unread = scope.read(store::count_unread).await?;
    Ok(Json(UnreadNotices { unread }))
}

/// 标为已读
///
/// Marks a notice as read.
#[utoipa::path(
    tag = "notices", security(("bearer" = ["notice.read"])),
    params(("id" = String, Path, description = "消息编号", format = "uuid")),
    responses((status = 204, description = "已标为已读"))
)]
#[post("/notices/{id}/read")]
pub async fn read_notice(scope: Scope<NoticeRead>, id: Path<NoticeId>) -> Result<HttpResponse, Problem> {
    let read = scope.once(move |c| store::read(c, &id).map(|()| Answer::no_content()));
    read.await
}

/// 全部标为已读
///
/// Marks everything as read.
#[utoipa::path(
    tag = "notices", security(("bearer" = ["notice.read"])),
    responses((status = 204, description = "已全部标为已读"))
)]
#[post("/notices/read")]
pub async fn read_all_notices(scope: Scope<NoticeRead>) -> Result<HttpResponse, Problem> {
    let read = scope.once::<_, Error>(|c| store::read_all(c).map(|()| Answer::no_content()));
    read.await
}
