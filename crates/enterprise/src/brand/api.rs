//! Brands over REST (F019).

use super::{BrandFilter, BrandId, BrandRecord, BrandView, Error, service, store};
use crate::permission::own::{BrandRead, BrandWrite};
use actix_web::{
    HttpResponse, delete, get, post, put,
    web::{Json, Path},
};
use kernel::Page;
use web::{Answer, Files, IfMatch, ListQuery, Problem, Scope, Valid, versioned};

/// 品牌列表
///
/// Lists one's brands.
#[utoipa::path(
    tag = "brands", security(("bearer" = ["brand.read"])), params(web::PageQuery, BrandFilter),
    responses((status = 200, description = "品牌", body = Page<BrandView>))
)]
#[get("/brands")]
pub async fn list_brands(
    scope: Scope<BrandRead>,
    files: Files,
    query: ListQuery<BrandFilter>,
) -> Result<Json<Page<BrandView>>, Problem> {
    let page = query.page;
    let (items, total) = scope
        .read(move |c| {
            let (found, total) = store::list(c, &query.filter, (page.offset(), page.size()))?;
            Ok::<_, Error>((service::views(c, found, &files.links)?, total))
        })
        .await?;
    Ok(Json(page.of(items, total)))
}

/// 查看品牌
///
/// Shows a brand.
#[utoipa::path(
    tag = "brands", security(("bearer" = ["brand.read"])),
    params(("id" = String, Path, description = "品牌编号", format = "uuid")),
    responses((status = 200, description = "品牌", body = BrandView))
)]
#[get("/brands/{id}")]
pub async fn find_brand(
    scope: Scope<BrandRead>,
    files: Files,
    id: Path<BrandId>,
) -> Result<HttpResponse, Problem> {
    let view = scope
        .read(move |c| service::find_view(c, &id, &files.links))
        .await?;
    Ok(versioned(&view, view.version))
}

/// 新增品牌
///
/// Creates a brand.
#[utoipa::path(
    tag = "brands", security(("bearer" = ["brand.write"])), request_body = BrandRecord,
    responses((status = 201, description = "品牌", body = BrandView))
)]
#[post("/brands")]
pub async fn create_brand(
    scope: Scope<BrandWrite>,
    files: Files,
    body: Valid<BrandRecord>,
) -> Result<HttpResponse, Problem> {
    let created = scope.once(move |c| {
        let id = service::create(c, body.0)?;
        let view = service::find_view(c, &id, &files.links);
        view.map(|view| Answer::created_at(format!("/api/v1/brands/{id}"), view))
    });
    created.await
}

/// 修改品牌
///
/// Changes a brand. The record is replaced as a whole; files it no longer has are closed and removed.
#[utoipa::path(
    tag = "brands", security(("bearer" = ["brand.write"])), request_body = BrandRecord,
    params(
        ("id" = String, Path, description = "品牌编号", format = "uuid"),
        ("If-Match" = String, Header, description = "读取时的 ETag"),
    ),
    responses((status = 200, description = "修改后的品牌", body = BrandView))
)]
#[put("/brands/{id}")]
pub async fn update_brand(
    scope: Scope<BrandWrite>,
    files: Files,
    id: Path<BrandId>,
    version: IfMatch,
    body: Valid<BrandRecord>,
) -> Result<HttpResponse, Problem> {
    let updated = scope.once(move |c| {
        let version = version.pick(|| service::find_view(c, &id, &files.links).map(|view| view.version))?;
        service::update(c, &id, version, body.0)?;
        service::find_view(c, &id, &files.links).map(|view| Answer::versioned(view.version, view))
    });
    updated.await
}

/// 删除品牌
///
/// Removes a brand no product uses. One that is used can be voided.
#[utoipa::path(
    tag = "brands", security(("bearer" = ["brand.write"])),
    params(("id" = String, Path, description = "品牌编号", format = "uuid")),
    responses((status = 204, description = "已删除"))
)]
#[delete("/brands/{id}")]
pub async fn delete_brand(scope: Scope<BrandWrite>, id: Path<BrandId>) -> Result<HttpResponse, Problem> {
    scope.write(move |c| service::delete(c, &id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// 作废品牌
///
/// Voids a brand for good: it can no longer be chosen, and the products that have it go on showing it.
#[utoipa::path(
    tag = "brands", security(("bearer" = ["brand.write"])),
    params(("id" = String, Path, description = "品牌编号", format = "uuid")),
    responses((status = 200, description = "已作废的品牌", body = BrandView))
)]
#[post("/brands/{id}/void")]
pub async fn void_brand(
    scope: Scope<BrandWrite>,
    files: Files,
    id: Path<BrandId>,
) -> Result<HttpResponse, Problem> {
    let voided = scope.once(move |c| {
        service::void(c, &id)?;
        let view = service::find_view(c, &id, &files.links);
        view.map(|view| Answer::versioned(view.version, view))
    });
    voided.await
}
