//! Packs over REST.

use super::{
    ContentItem, PackItem, PackView, listing,
    request::{ContentQuery, PackFilter, PackUnits, UnpackUnits},
    service,
};
use crate::permission::{CodeRead, CodeWrite};
use actix_web::{
    HttpResponse, get, post,
    web::{Json, Path},
};
use kernel::Page;
use product::{Holders, ProductId};
use web::{ListQuery, Problem, Scope, Valid};

/// 组合列表
///
/// Lists the packs that have something in them, those filled last first.
#[utoipa::path(
    tag = "packs", security(("bearer" = ["code.read"])), params(web::PageQuery, PackFilter),
    responses((status = 200, description = "组合", body = Page<PackItem>))
)]
#[get("/packs")]
pub async fn list_packs(
    scope: Scope<CodeRead>,
    query: ListQuery<PackFilter>,
) -> Result<Json<Page<PackItem>>, Problem> {
    let page = query.page;
    let (items, total) = scope
        .read(move |c| listing::list(c, query.filter.product_id.as_ref(), (page.offset(), page.size())))
        .await?;
    Ok(Json(page.of(items, total)))
}

/// 组合内容
///
/// Lists what is in a pack, in the order it was put there; what is within the packs in it is asked for by their serials.
#[utoipa::path(
    tag = "packs", security(("bearer" = ["code.read"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid"), web::PageQuery, ContentQuery),
    responses((status = 200, description = "组合内容", body = Page<ContentItem>))
)]
#[get("/products/{id}/unit/contents")]
pub async fn list_pack_contents(
    scope: Scope<CodeRead>,
    id: Path<ProductId>,
    query: ListQuery<ContentQuery>,
) -> Result<Json<Page<ContentItem>>, Problem> {
    let page = query.page;
    let (items, total) = scope
        .read(move |c| listing::contents(c, &id, &query.filter.serial, (page.offset(), page.size())))
        .await?;
    Ok(Json(page.of(items, total)))
}

/// 装入组合
///
/// Puts products, batches, units or packs into a pack: all or nothing. A million units in a run are as quick as one.
#[utoipa::path(
    tag = "packs", security(("bearer" = ["code.write"])), request_body = PackUnits,
    responses((status = 201, description = "组合", body = PackView))
)]
#[post("/packings")]
pub async fn pack_units(
    scope: Scope<CodeWrite>,
    holders: Holders,
    body: Valid<PackUnits>,
) -> Result<HttpResponse, Problem> {
    let b = body.0;
    let view = scope
        .write(move |c| service::pack(c, &holders, &b.product_id, &b.serial, &b.contents))
        .await?;
    Ok(HttpResponse::Created().json(view))
}

/// 移出组合
///
/// Takes things out of a pack, or everything.
#[utoipa::path(
    tag = "packs", security(("bearer" = ["code.write"])), request_body = UnpackUnits,
    responses((status = 200, description = "组合", body = PackView))
)]
#[post("/unpackings")]
pub async fn unpack_units(
    scope: Scope<CodeWrite>,
    body: Valid<UnpackUnits>,
) -> Result<Json<PackView>, Problem> {
    let b = body.0;
    let view = scope
        .write(move |c| service::unpack(c, &b.product_id, &b.serial, &b.contents))
        .await?;
    Ok(Json(view))
}
