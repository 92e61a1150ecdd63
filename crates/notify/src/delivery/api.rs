//! The send log of the operator.

use super::{DeliveryFilter, DeliveryId, DeliveryItem, service, store};
use crate::{
    permission::platform::{DeliveryInspect, DeliveryRetry},
    registry::Notices,
};
use actix_web::{
    HttpResponse, get, post,
    web::{Json, Path},
};
use kernel::Page;
use web::{ListQuery, PlatformScope, Problem};

/// 发送记录
///
/// Lists what was sent by SMS and by mail, newest first. Kept for half a year.
#[utoipa::path(
    tag = "platform", params(web::PageQuery, DeliveryFilter), security(("bearer" = ["platform.delivery.read"])),
    responses((status = 200, description = "发送记录", body = Page<DeliveryItem>))
)]
#[get("/platform/deliveries")]
pub async fn list_deliveries(
    scope: PlatformScope<DeliveryInspect>,
    notices: Notices,
    query: ListQuery<DeliveryFilter>,
) -> Result<Json<Page<DeliveryItem>>, Problem> {
    query.filter.judge(&notices)?;
    let (page, filter) = (query.page, query.filter);
    let (found, total) = scope
        .read(move |c| store::list(c, &filter, (page.offset(), page.size())))
        .await?;
    Ok(Json(page.of(found, total).map(DeliveryItem::masked)))
}

/// 重新发送
///
/// Sends again what was given up, to the address its enterprise has now.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.delivery.retry"])),
    params(("id" = String, Path, description = "发送编号", format = "uuid")),
    responses((status = 204, description = "已重新排队"))
)]
#[post("/platform/deliveries/{id}/retry")]
pub async fn retry_delivery(
    scope: PlatformScope<DeliveryRetry>,
    notices: Notices,
    id: Path<DeliveryId>,
) -> Result<HttpResponse, Problem> {
    scope
        .write(move |c| service::retry(c, notices.book(), &id))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
